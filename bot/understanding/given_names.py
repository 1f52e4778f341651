"""Given names in use in the United Kingdom, of many origins, in lower case: a help, never a condition."""

from __future__ import annotations

from bot.understanding.people_tables import word_set

GIVEN_NAMES = word_set(
    """aaliyah aaron abbie abby abdi abdul abdullah abel abena abi abigail ada adam adama ade adebayo adele adeola
    adil aditi aditya adnan adrian adriana adwoa afia afua agata agatha agnes agnieszka ahmed aidan aiden aileen
    ailsa aimee aine aisha aisling ajay akosua akua al alain alan alana alasdair alastair albert alberto alec aled
    alejandro aleksandra alex alexa alexander alexandra alexandru alexia alexis alf alfie alfred ali alice alicia
    alina alisha alison alistair allan allen allison alma alun alys alyson alyssa amal amanda amara amarjit amber
    amelia amelie amina aminah amir amira amit amna amrit amy ana anaya andrea andreas andrei andrew andy aneta
    angela angelica angelina angharad angie angus aniela anika anil anisa anish anita anjali ann anna annabel
    annabelle anne anneka annette annie annika anthea anthony antoinette anton antonia antonio anya april arabella
    archie aria ariana arif arjun arlene arlo arnold arran arthur arun ash asha ashby ashleigh ashley ashok asif
    asim asma aston astrid athena aubrey audrey augusta aurora austin ava avril axel aya ayaan ayden ayesha ayo azra
    babajide babs bailey barb barbara barnaby barney barry bart bartosz basil baz bea beata beatrice beatrix becca
    becki becky bel bella ben benedict benjamin bennett bernadette bernadine bernard bernice bernie bert bertie
    beryl bess bessie beth bethan bethany betsy betty bev beverley beverly bianca biddy bilal bill billie billy
    bindu binta blake blessing bob bobbie bobby bogdan bola bolanle boris boyd brad bradley brandon branwen brayden
    bren brenda brendan brent brett brian briana brid bridget brigid brigitta brigitte bronagh bronte bronwen
    bronwyn brooke bruce bruno bryan bryn bryony byron cait caitlin caitlyn caleb callum calum calvert calvin
    cameron camilla camille candice cara carina carl carla carlo carlos carlton carly carmel carmen carol carole
    caroline carolyn carrie carys casey casper cassandra cassie caterina cath cathal catherine cathy catrin catriona
    cecil cecilia cecily cedric celeste celia celine ceri cerys chandra chanelle chantal chantelle charis charity
    charles charley charlie charlotte chaya chelsea cherie cherise cherry cheryl chi chidi chinedu chinwe chioma
    chitra chloe chloë chris chrissie chrissy christa christian christina christine christopher christy chukwuma
    cian ciara cilla cindy claire clara clare clarissa claud claude claudette claudia clayton clement cleo cliff
    clifford clive coco cody colette colin colleen colm connie connor conor conrad constance cora coral cordelia
    corey corinne cormac cornelius cory courtney craig crispin crystal curtis cynthia cyril dafydd dai daisy dale
    damian damien damilola dan dana daniel daniela daniella danielle danny dante daphna daphne dara darcey darcie
    darcy daren daria darius darrell darren daryl dave david davina dawid dawn dean deanna deb debbie debby deborah
    debra debs declan dee deepa deepak deirdre delia delilah della delroy delyth demelza demi denis denise dennis
    denny denzil derek dermot desiree desmond destiny devon dewi dexter diana diane dianne dick didier diego dilys
    dimitri dina dinah dinesh dion dionne dipa divya diya djamila dolores dom dominic dominica dominik dominika
    dominique don donald donna dora doreen doreena doris dorothy dot dotty doug dougal douglas drew duncan dustin
    dwayne dylan eamon ebele ebony ed eddie eden edgar edie edith edmund edna eduardo edward edwin edwina efua
    eifion eileen eilidh eimear eira eirlys elaine eleanor elen elena eleni eleri eli eliana elias elif elijah elin
    elinor eliot elis elisa elisabeth elise eliza elizabeth ella ellen ellie elliot elliott ellis elsa elsie elspeth
    elton eluned elvira emeka emil emilia emilie emily emma emmanuel emmeline emre emyr ena enid enrique ephraim
    eric erica erik erika erin ernest ernie errol esha esme esmee esmeralda esra estelle esther ethan ethel etienne
    etta eugene eugenia eugenie eunice eva evan evangeline eve evelyn evie ewa ewan ezekiel ezra fabian fadi fahad
    faisal faith farah farai fareed farhan farida farrah fatima fatimah fatou faye felicia felicity felix fergal
    fergie fergus fern fernando ffion fflur fi fidel finlay finley finn finola fiona fleur flo flora florence folake
    folasade frances francesca francine francis francisco frank frankie franklin fraser fred freda freddie freddy
    frederica frederick freya funke funmi gabby gabe gabriel gabriela gabrielle gaby gail gareth garry gary gavin
    gaynor gaz ged geeta gemma gena gene genevieve geoff geoffrey george georgette georgia georgie georgina geraint
    gerald geraldine gerard gerry gertie gethin gianni gideon gil gilbert gill gillian gina ginny giorgio giovanni
    gita giulia gladwin gladys glen glenda glenn glenys gloria glyn glynis godfrey goran gordon grace graeme graham
    grant greg gregory greta gretchen griff grzegorz gudrun gulsen gurdeep gurpreet gus guy gwen gwenda gwendolyn
    gwenllian gwyn gwyneth habib hadiza hafsa haider hailey hal haleema halima hamid hamish hamza hana hanif hanna
    hannah hans hari harinder harj harjit harley harminder harold haroon harpreet harri harriet harrison harry
    haruka harvey harvinder hasan hashim hassan hatice hattie hayden haydn hayley hazel heather hector heidi helen
    helena helene helga henny henri henrietta henrik henry herbert herman hermione hester hetty hilary hilda hiroshi
    hitesh holly hope horace howard hubert huda hugh hugo humphrey hussain hussein huw hyacinth ian ibrahim ida
    idris ieuan ifan ifeoma ifra igor ike ikechukwu ikram ilona iman imani imelda imogen imran ina ines inga ingrid
    ioan iolanda iolo iona iqra ira irena irene irfan iris irma isaac isabel isabella isabelle isaiah isam isha
    ishaan ishani ishmael isla ismail isobel israel issa istvan ivan ivor ivy iwan iwona izabela izzy jace jack
    jackie jackson jaclyn jacob jacqueline jacqui jacquie jade jaden jagdeep jagjit jake jakub jamal jameela james
    jamie jamila jan jana jane janet janette janey janice janie janine janis jared jaroslav jasmin jasmine jason
    jasper jaspreet jaswinder jaxon jaxson jay jaya jayden jayne jean jeanette jeanie jeanne jeannie jed jeff
    jeffrey jem jemima jemma jen jenna jennie jennifer jenny jeremiah jeremy jermaine jerome jerry jess jesse
    jessica jessie jez jill jilly jim jimi jimmy jin jitendra jo joan joana joanna joanne joaquin jocelyn jodi jodie
    jody joe joel joey johan johanna john johnny jon jonah jonas jonathan jonny jonty jordan jorge jose josef joseph
    josephine josh joshua josie joss joy joyce juan juanita jude judith judy jules julia julian juliana julianne
    julie juliet juliette julius june junior justin justine justyna jyoti kacey kadiatou kadir kai kaiden kailash
    kaitlyn kajal kal kalpana kamal kamala kamil kamran karan kareem karen karim karin karina karl karolina karolyn
    karter kasia kat kate katerina kath katharine katherine kathi kathleen kathryn kathy katia katie katrin katrina
    katy katya kaur kav kavita kay kaya kayden kayla kaylee kayleigh keeley kehinde keir keira keith kelechi kellie
    kelly kelsey kelvin kemi ken kendra kendrick kennedy kenneth kenny kenya kenzie kerenza keri kerrie kerry
    kerstin kev kevin khadija khadijah khalid khalil khloe kian kiara kiera kieran kieron kiki kim kimberley
    kimberly kinga kingsley kira kiran kirsten kirstie kirstin kirsty kishan kit kitty kobi koby kofi kojo krishna
    kristian kristina kristine krystyna krzysztof kumar kwabena kwaku kwame kwasi kyle kylie kyra kyran lacey
    lachlan laila lal lana lance lara larissa larry lars laszlo latisha laura laurel lauren laurence laurie lawrence
    layla lea leah leanne lee leena leigh leighton leila len lena lenny lenora leo leon leona leonard leonie leonora
    leopold leroy les lesley leslie leticia levi lewis lex lexi lexie liam lianne libby lidia liesel lila lili
    lilian liliana lillian lilly lily lin lina linda lindiwe lindsay lindsey linzi lisa lise lisette liv livia liz
    liza lizzie llewellyn lloyd logan lois lola lora lorenzo loretta lori lorna lorraine lottie lou lou-ann louie
    louis louisa louise lowri luan luca lucas lucia lucian luciana lucie lucille lucinda lucy luis luisa luke lulu
    luna luther lydia lyla lyle lyn lynda lyndsay lyndsey lynette lynn lynne lynsey lyra mabel mac mack mackenzie
    maddie maddison madeleine madeline madhu madison mae maeve magda magdalena maggie magnus maha mahmood mahmoud
    mai maia maire mairead maisie maisy mal malachi malaika malcolm malik mallory mandeep mandy manesh mani maninder
    manjit manoj manpreet manuel mara marc marcel marci marcia marcin marco marcus mared marek margaret margarita
    marge margery margo margot marguerite maria mariah mariam mariama marian marianne marie mariella marilyn marina
    mario marion maris marisa marissa marita marius marjorie mark marlene marley marlon marsha marta martha martin
    martina martyn marva marvin mary maryam marzena mason mateo mateusz mathew mathilda matilda matt matteo matthew
    matthias matty maud maura maureen maurice mavis max maxine maxwell may maya maz mazhar mckenzie meena meera
    megan meghan mehmet mei meilin mel melanie melissa melody melvin mercedes mercy meredith merlin merryn merv
    mervyn mhairi mia micah michael michaela michal michel michele michelle mick mickey miguel mihaela mike mikey
    mila milan mildred milena miles miley millicent millie milly milo mimi mina minal minnie mira miranda miriam
    mitch mitchell mo mobeen moeen mohamed mohammad mohammed mohit mohsin moira mollie molly mona monica monika
    monique monty morag mordecai morgan morgana morris morwenna moses muhammad muna munira murray musa mustafa
    myfanwy myla myles myra myrtle nabil nadeem nadia nadine nafeesa nafisa naheed naila najma nana nancy nandi
    nandini naomi narinder naseem nasir nasra nasreen nasser nat natalia natalie natasha nate nath nathan nathaniel
    navdeep naveed navneet nazia neal ned neelam neelofar neeta neha neil nell nellie nelson nerys nessa nessie
    nesta nev nevaeh neville ngaio ngozi nia niall niamh nic niccolo nichola nicholas nicholaus nici nick nicki
    nicky nico nicola nicole nieve nigel nihal nik nikhil nikita nikki nikola nikolai nila nilesh nimah nina nisha
    nita noah noel noor nora noreen norma norman nour nuala nur nura nuria nyla oakley obinna octavia odette ola
    olaf oleg olga oli olive oliver olivia olivier ollie olu olufemi olumide oluwaseun omar omari omolara oona
    oonagh ophelia orla orlaith orlando osama oscar osian osman oswald otis ottilie otto owain owen paddy padraig
    paige pam pamela paolo parminder parveen pascal pascale pat patience patrice patricia patrick patsy patti paul
    paula paulette paulina pauline pav pavel pawel pearl pearse pedro peggy penelope penny percy perry petal pete
    peter petra petros peyton phil philip philippa phillip phillipa philomena phoebe phyllis pia pierre piers ping
    piotr pip pippa pola polly pooja poppy portia prakash pranav precious preethi preeti prem prisca priscilla priti
    priya priyanka prudence prue quentin quinn rab rabia rachael rachel radek rae rafael rafal raheem rahel rahul
    raina raj rajan rajesh rajinder rajiv ralph ram ramesh ramon rana ranbir randall rani ranjit raphael rashid
    rashida raul ravi ravinder ray raya raymond rayna rebecca rebekah reece reena reenie reg reggie regina reginald
    rehan rehana reia remi rena renata rene renee renu reuben rex reza rhea rhi rhiain rhian rhiannon rhoda rhodri
    rhona rhonda rhys ria ric ricardo rich richard richie rick ricky rihanna riley rina rishi rita ritchie riya rob
    robbie robert roberta roberto robin robyn rochelle rod roddy roderick rodney roger rohan rohit roisin roland
    roman romana romeo romy ron ronald ronan ronnie roop rory ros rosa rosalie rosalind rosamund rosanna rosanne
    rose roseanne rosemarie rosemary rosie ross rowan rowena rowland roxanne roxy roy roya ruaridh ruben rubina ruby
    rudi rufus rukhsana rukia rupert russ russell rustam ruth ruthie ryan rydal saad saba sabah sabina sabine
    sabrina sacha sade sadia sadie sadiq safa saffron safia safiya sahil said saif saima saira sajid sakina salim
    sally salma salman salome salvador sam samantha samara samina samir samira sammy samson samuel sana sandeep
    sander sandie sandra sandy sanj sanjay sanjeev sanjit santosh saoirse sara sarah sarika sasha saskia satnam
    satwinder saul savannah scarlet scarlett scott seamus sean sebastian seema sefton sejal selena selina selma
    selwyn senga serena serge sergei sergio seth seun shabana shabir shabnam shahid shahida shahnaz shaista shakira
    shamim shamima shanaz shane shanelle shani shania shannon shanti sharan sharmila sharon shaun shauna shawn
    shayla shaz shazia sheeba sheena sheenagh sheila shelagh shelley shereen sheridan sherrie sherry sheryl shilpa
    shiraz shireen shirin shirley shiv shivani shobha shona shreya shyam sian sid siddharth sidney sidra sienna siew
    sigrid silas silvia sima simeon simon simona simone sind sindy sinead siobhan sioned sir siân skye skylar sobia
    sofia sol solomon sonal sonia sonja sonny sonya sophia sophie sophy soraya spencer stacey staci stacy stan
    stanislaw stanley stefan stefania stefanie steffan stella steph stephan stephanie stephen sterling steve steven
    stevie stewart stu stuart su subhash sue sukhdeep sukhi sukhjit suki suleiman sultana suman sumaya sumi sunil
    sunita suresh surinder susan susanna susannah susanne susie suzanna suzanne suzette suzi suzie svetlana sybil
    syed sylvia sylvie tabitha tahir tahira taiwo tal talha talia tam tamanna tamara tamika tammy tamsin tania
    tanisha tanja tansy tanveer tanvi tanya tara tariq tarquin tasha tasneem tatiana tayla taylor taz teagan ted
    teddy tegan temi temitope terence teresa terri terry tess tessa thabo thalia thandi thea thelma theo theodora
    theodore theresa therese thierry thom thomas thora thuy tia tiana tiegan tiernan tiffany tilda tilly tim timothy
    tina tobi tobias toby todd tolu tom tomas tomasz tommy toni tony tonya tope topher tracey traci tracie tracy
    tracy-ann travis trent trev trevor tricia trina trish trisha tristan trixie trudi trudie trudy tudur tunde tyler
    tyra tyrell tyrone tyson uche uchenna ugo ulla uma umair umar una unity urmila ursula usha usman uzma val
    valentina valentine valeria valerie vanda vanessa vaughan vee veena velma venetia vera verena verity vernon
    veronica veronika vic vicki vickie vicky victor victoria vida vijay vik vikki vikram vimal vin vina vince
    vincent vinnie vinny viola violet violeta virginia vishal vivek vivian vivien vivienne vlad vladimir wadim wahid
    walid wallace wally walter wanda warren waseem wasim wayne wendy wes wesley wiktoria wilf wilfred wilhelmina
    will willa willem william willow winifred winifrid winnie winnifred winston wojciech woody xander xavier xin
    yael yaqub yara yaseen yash yasin yasir yasmeen yasmin yasmine yemi yetunde yewande yin yohannes yolanda yolande
    yosef youssef yuki yuri yusra yusuf yvette yvonne zac zach zachary zack zafar zahid zahir zahra zain zainab zak
    zakariya zandra zara zayn zaynab zeb zeenat zeke zena zeynep zibby zion zita zoe zofia zohra zola zoya zubair
    zubeda zuhra zulfiqar zuri zuzanna
    gav daz caz chaz jas sab sabby olly immy floss mags madge peg nobby dougie hughie jax jonno johnno jimbo jaz kel
    kez kaz lainey laney lyd mellie micky moll netty nige norm pammy petey pru roz sal saz shell soph ste suze tash
    viv vick bex becs becks bri bron cal cass charl clem davey del di dottie eddy em emmie ern fee fliss fran gabs
    gem grae hels hils jase joanie jools kirst lou-lou marge mitch nats paulie phoebs rach ruthie shaz stu tel tiff
    toria vix wils woz yvie"""
)

ORDINARY_WORDS_TOO = word_set(
    """al april art august blessing bill bob carol cat chase cherry chi coral dale dawn dean dee dick dot drew ed ivy
    faith fern flo frank gene gill grace grant guy hal happy harry hazel holly hope jack jade jan jay jean joy june
    junior kit la lance les lin lily mac major mark mason max may mercy miles mo nana nat ned norm olive pat
    patience pearl penny pip poppy precious rae ram ray reg rich rob rod rose ruby said sandy sir skye sue summer
    peg shell sal fee cal em del floss gem di ste tel bri mitch
    tal tia tim tom unity van vic victor vin violet will win woody"""
)
"""Given names that are ordinary words, or parts of them, when written without a capital."""

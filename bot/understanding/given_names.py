"""Given names in use in the United Kingdom, of many origins, in lower case: a help, never a condition."""

from __future__ import annotations

from bot.understanding.people_tables import word_set

GIVEN_NAMES = word_set(
    """aaliyah aaron abbie abby abdi abdul abdullah abel abena abi abigail ada adam adama ade adebayo adele adeola adil
    aditi aditya adnan adrian adriana adwoa afia afua agata agatha agnes agnieszka ahmed aidan aileen ailsa aimee
    aine aisha aisling ajay akosua akua al alain alan alana alasdair alastair albert alberto alec aled alejandro
    aleksandra alex alexa alexander alexandra alexandru alexia alexis alf alfie alfred ali alice alicia alina alisha
    alison alistair allan allen allison alma alun alys alyson alyssa amal amanda amara amarjit amber amelia amelie
    amina aminah amir amira amit amna amrit amy ana anaya andrea andreas andrei andrew andy aneta angela angelica
    angelina angharad angie angus aniela anika anil anisa anish anita anjali ann anna annabel annabelle anne anneka
    annette annie annika anthea anthony antoinette anton antonia antonio anton anya april arabella archie aria
    ariana arif arjun arlene arlo arnold arran arthur arun asha ashleigh ashley ashok asif asim asma aston astrid
    athena aubrey audrey augusta aurora austin ava avril axel aya ayaan ayesha ayo azra babajide barbara barnaby
    barney barry bart bartosz basil bea beata beatrice beatrix becca becki becky bella ben benedict benjamin bennett
    bernadette bernard bernice bernie bert bertie beryl bess bessie beth bethan bethany betsy betty bev beverley
    beverly bianca bill billie billy bilal binta blake blessing bob bobbie bobby bogdan boris boyd brad bradley
    brandon branwen bren brenda brendan brent brett brian briana bridget brigid brigitte bronagh bronwen bronwyn
    bronte brooke bruce bruno bryan bryn bryony byron caitlin caitlyn callum calum calvin cameron camilla camille
    candice cara carina carl carla carlo carlos carly carmel carmen carol carole caroline carolyn carrie carys casey
    casper cassandra cassie caterina cath catherine cathy catrin catriona cecil cecilia cecily cedric celeste celia
    celine ceri cerys chandra chantal chantelle charis charity charles charley charlie charlotte chaya chelsea
    cherie cherry cheryl chi chidi chinedu chinwe chioma chloe chris chrissie chrissy christa christian christina
    christine christopher christy chukwuma ciara cian cilla cindy claire clara clare clarissa claud claude claudette
    claudia clayton clement cleo cliff clifford clive coco colette colin colleen colm connie conor connor conrad
    constance cora coral cordelia corinne cormac cornelius cory courtney craig crispin crystal curtis cynthia cyril
    daisy dale damian damien damilola dan dana daniel daniela daniella danielle danny dante daphne dara darcey darcy
    daren daria darius darrell darren daryl dave david davina dawid dawn dean deanna deb debbie debby deborah debra
    declan dee deepa deepak deirdre delia delilah della delroy delyth demelza demi denis denise dennis denzil derek
    dermot desiree desmond destiny devon dexter dewi diana diane dianne dick didier diego dilys dimitri dina dinah
    dinesh dion dionne dipa divya djamila dolores dom dominic dominica dominik dominique dominika don donald donna
    dora doreen doris dorothy dot doug dougal douglas drew duncan dustin dwayne dylan eamon ebony ed eddie eden
    edgar edie edith edmund eduardo edward edwin edwina efua eileen eilidh eimear eira eirlys elaine eleanor elen
    elena eleni eleri eli eliana elias elif elijah elin elinor eliot elis elisa elisabeth elise eliza elizabeth ella
    ellen ellie elliot elliott ellis elsa elsie elspeth elton elvira emeka emil emilia emilie emily emma emmanuel
    emmeline emyr ena enid enrique ephraim eric erica erik erika erin ernest errol esha esme esmee esmeralda esra
    estelle esther ethan ethel etta eugene eugenie eunice eva evan evangeline eve evelyn ewa ewan ezra fabian fadi
    fahad faisal faith farah fareed farhan farida farrah fatima fatimah fatou faye felicia felicity felix fergal
    fergus fern fernando ffion fidel finlay finley finn finola fiona fleur flo flora florence folasade frances
    francesca francine francis francisco frank frankie franklin fraser fred freda freddie freddy frederica frederick
    freya funke funmi gabby gabe gabriel gabriela gabrielle gail gareth garry gary gavin gaynor ged gemma gena gene
    genevieve geoff geoffrey george georgette georgia georgie georgina geraint gerald geraldine gerard gerry gethin
    gianni gideon gil gilbert gill gillian gina ginny giorgio giovanni giulia gladys glen glenda glenn glenys gloria
    glyn glynis godfrey gordon grace graeme graham grant greg gregory greta gretchen griff grzegorz gudrun guy gwen
    gwendolyn gwenda gwyn gwyneth gus gurpreet gurdeep habib hadiza hafsa haider hailey hal haleema halima hamid
    hamish hamza hana hanif hanna hannah hans hari harinder harjit harley harminder harold haroon harpreet harriet
    harrison harry haruka harvey harvinder hasan hashim hassan hattie haydn hayden hayley hazel heather hector heidi
    helen helena helene helga henri henrietta henrik henry herbert herman hermione hester hetty hilary hilda hiroshi
    holly hope horace howard hubert hugh hugo humphrey hussain hussein huw ian ibrahim ida idris ieuan ifeoma ifra
    igor ike ikram ilona iman imani imelda imogen imran ina ines inga ingrid iolo iona iqra ira irena irene irfan
    iris irma isaac isabel isabella isabelle isaiah isha ishaan isla ismail isobel israel issa istvan ivan ivor ivy
    iwan iwona izabela izzy jack jackie jackson jaclyn jacob jacqueline jacqui jacquie jade jaden jagdeep jake jakub
    jamal james jameela jamie jamila jan jana jane janet janette janey janice janie janine janis jared jaroslav
    jasmin jasmine jason jasper jaspreet jay jaya jayden jayne jean jeanette jeanie jeanne jed jeff jeffrey jem
    jemima jemma jen jenna jennie jennifer jenny jeremiah jeremy jermaine jerome jerry jess jesse jessica jessie
    jill jilly jim jimmy jin jo joan joana joanna joanne joaquin jocelyn jodi jodie jody joe joel joey johan johanna
    john johnny jon jonah jonas jonathan jonny jonty jordan jorge jose josef joseph josephine josh joshua josie joy
    joyce juan juanita jude judith judy jules julia julian juliana julianne julie juliet juliette julius june junior
    justin justine justyna kadiatou kai kailash kaitlyn kajal kamal kamala kamil kamran karan kareem karen karim
    karin karina karl karolina kasia kate katerina kath katharine katherine kathleen kathryn kathy katia katie
    katrin katrina katy katya kavita kay kaya kayla kayleigh keeley kehinde keir keira keith kelechi kellie kelly
    kelvin kemi ken kendra kendrick kennedy kenneth kenny kenya kerenza keri kerry kerrie kerstin kev kevin khadija
    khadijah khalid khalil kiara kian kiera kieran kieron kiki kim kimberley kimberly kingsley kinga kiran kirsten
    kirstie kirstin kirsty kit kitty kofi kojo krishna kristian kristina kristine krystyna krzysztof kumar kwabena
    kwaku kwame kwasi kyle kylie lachlan lacey laila lana lance lara larissa larry lars laszlo latisha laura laurel
    lauren laurence laurie lawrence lea leah leanne lee leena leigh leighton leila lena leo leon leona leonard
    leonie leonora leopold leroy les leslie lesley leticia levi lewis lexi liam lianne libby lidia liesel lila lili
    lilian liliana lillian lilly lily lin lina linda lindsay lindsey linzi lisa lise lisette liv livia liz liza
    lizzie llewellyn lloyd logan lois lola lora lorenzo loretta lori lorna lorraine lottie lou louie louis louisa
    louise lowri luca lucas lucia lucian luciana lucille lucinda lucy luis luisa luke lulu luna luther lydia lyn
    lynda lyndsay lyndsey lynn lynne lynette lynsey mabel mac maddie madeleine madeline madison mae maeve magda
    magdalena maggie magnus maha mahmood mahmoud mai maia maire mairead maisie maisy malachi malaika malcolm malik
    mallory mandeep mandy manesh manjit manoj manpreet manuel mara marc marcel marcia marcin marco marcus marek
    margaret margarita margery margo margot marguerite maria mariah mariam mariama marian marianne marie mariella
    marilyn marina mario marion maris marisa marissa marita marius marjorie mark marlene marlon marsha marta martha
    martin martina martyn marvin mary maryam marzena mason mateo mateusz mathew mathilda matilda matt matteo matthew
    matthias matty maud maura maureen maurice mavis max maxine maxwell may maya mazhar meera megan meghan mehmet mei
    mel melanie melissa melody melvin mercedes mercy meredith merlin merryn mhairi mia michael michaela michal
    michel michele michelle mick mickey miguel mihaela mike mikey mila mildred miles milena millicent millie milly
    milo mimi mina minnie mira miranda miriam mitch mitchell moeen mohamed mohammad mohammed mohsin moira mollie
    molly mona monica monika monique monty mordecai morag moira morgan morris morwenna moses muhammad muna munira
    murray musa mustafa myfanwy myles myra myrtle nabil nadeem nadia nadine nafisa naheed naila najma nana nancy
    nandini naomi narinder naseem nasir nasreen nasser nat natalia natalie natasha nath nathan nathaniel naveed
    navdeep navneet nazia neal ned neelam neeta neha neil nell nellie nelson nerys nessa nesta nev neville ngozi nia
    niall niamh nic niccolo nicholas nicholaus nichola nick nicki nicky nico nicola nicole nigel nihal nik nikhil
    nikita nikki nikola nikolai nila nina nisha nita noah noel nora noreen norma norman nour nuala nur nura nyla
    oakley obinna octavia odette ola olaf oleg olga olive oliver olivia olivier ollie olu olufemi olumide oluwaseun
    omar omari oona oonagh ophelia orla orlando oscar osman oswald otis ottilie otto owain owen paddy padraig paige
    pam pamela paolo parminder parveen pascal pascale pat patience patrice patricia patrick patsy patti paul paula
    paulette paulina pauline pavel pawel pearl pedro peggy penelope penny percy perry pete peter petra petros peyton
    phil philip philippa phillip phillipa philomena phoebe phyllis pia pierre piers pip piotr pippa pola polly poppy
    portia prakash pranav precious preethi preeti prem prisca priscilla priti priya priyanka prudence prue quentin
    quinn rab rabia rachael rachel radek rae rafael rafal raheem rahel rahul raj rajan rajesh rajinder rajiv ralph
    ram ramesh ramon rana randall rani ranjit raphael rashid rashida raul ravi ravinder ray raya raymond rayna
    rebecca rebekah reece reena reg reggie regina reginald rehana rehan reia remi rena renata rene renee renu reuben
    rex reza rhea rhian rhiannon rhoda rhodri rhona rhonda rhys ria ric ricardo rich richard richie rick ricky
    rihanna riley rina rishi rita riya rob robbie robert roberta roberto robin robyn rochelle rod roddy roderick
    rodney roger rohan rohit roisin roland roman romana romy ron ronald ronan ronnie rory ros rosa rosalie rosalind
    rosamund rosanna rosanne rose roseanne rosemarie rosemary rosie ross rowan rowena roxanne roy roya ruaridh ruben
    rubina ruby rudi rufus rukhsana rukia rupert russ russell rustam ruth ryan rydal saad sabah sabina sabine
    sabrina sacha sade sadia sadie sadiq safa safia safiya sahil said saif saima saira sajid sakina salim sally
    salma salman salvador sam samantha samara samina samir samira sammy samson samuel sana sandeep sander sandie
    sandra sandy sanjay sanjeev sanjit sara sarah sarika sasha saskia satnam satwinder saul savannah scarlet
    scarlett scott seamus sean sebastian seema sejal selena selina selma selwyn senga serena serge sergei sergio
    seth seun shabana shabnam shahid shahida shahnaz shaista shakira shamim shamima shanaz shane shanelle shani
    shania shannon shanti sharon sharmila shaun shauna shawn shazia sheena sheenagh sheila shelagh shelley shereen
    sheridan sherrie sherry sheryl shilpa shireen shirin shirley shiv shivani shona shreya shyam siân sian sid
    siddharth sidney sidra sienna sigrid silas silvia sima simeon simon simona simone sinead sindy siobhan sir skye
    sobia sofia sol solomon sonal sonia sonja sonya sophia sophie sophy spencer stacey staci stacy stan stanislaw
    stanley stefan stefania stefanie steffan stella steph stephan stephanie stephen sterling steve steven stevie
    stewart stuart su subhash sue suki sukhdeep sukhi sukhjit suleiman sultana suman sumaya sunil sunita suresh
    surinder susan susanna susannah susanne susie suzanna suzanne suzette suzie svetlana sybil syed sylvia sylvie
    tabitha tahir tahira taiwo tal talia talha tamara tamika tammy tamsin tanisha tanja tansy tanveer tanvi tanya
    tara tariq tarquin tasha tasneem tatiana tayla taylor teagan ted teddy temitope terence teresa terri terry tessa
    tess thabo thalia thandi thea thelma theo theodora theodore theresa therese thierry thom thomas thora tia tiana
    tiffany tilda tilly tim timothy tina tobi tobias toby todd tom tomas tomasz tommy toni tony tonya tope topher
    tracey traci tracie tracy travis trevor tricia trina trish trisha tristan trixie trudi trudie trudy tunde tyler
    tyrone uche uchenna ugo uma umair umar una unity ursula usha usman uzma val valentina valentine valerie valeria
    vanessa vaughan veena velma venetia vera verena verity vernon veronica veronika vic vicki vickie vicky victor
    victoria vida vijay vikki vikram vimal vin vince vincent vinny viola violet violeta virginia vishal vivek vivian
    vivien vivienne vlad vladimir wadim wahid walid wallace wally walter wanda warren waseem wayne wendy wes wesley
    wiktoria wilf wilfred wilhelmina will willa willem william winifred winnie winston wojciech woody xander xavier
    xin yael yaqub yara yaseen yasin yasir yasmeen yasmin yasmine yemi yetunde yolanda yolande yosef youssef yuki
    yuri yusra yusuf yvette yvonne zac zach zachary zafar zahid zahir zahra zain zainab zak zakariya zara zaynab
    zeenat zeke zena zeynep zion zita zoe zofia zohra zoya zubair zuhra zulfiqar zuri zuzanna len lenny lenora ash
    ashby baz babs barb bel bernadine biddy bindu bola bolanle brid brigitta cait calvert carlton cathal cath
    chanelle cherise chitra chloë dafydd dai daphna darcie debs denny diya doreena dotty ebele edna eifion eluned
    emre ernie etienne eugenia ezekiel farai fergie fflur fi folake gaby gaz geeta gertie gita gladwin goran gulsen
    gwenllian hanif harri harj hatice helga henny hitesh huda hyacinth ifan ikechukwu imelda ioan iolanda isam
    ishani ishmael jagjit jaswinder jeannie jez jimi jitendra joss jyoti kadir kal kalpana karolyn kat kathi kaur
    kav kishan kyra lal leena lex lindiwe lou-ann luan lyra mack madhu mal mani maninder marci mared marge marva maz
    meena meilin mel merv mervyn milan minal mo mobeen mohit morgana nafeesa nandi nasra neelofar nell nessie ngaio
    nici nilesh nimah noor nuria ola oli omolara orlaith osama osian parveen pav pearse pete petal ping pooja
    precious raina raj ranbir raymond reenie rhi rhiain ritchie roddy ron roop rowland ruthie saba salome sanj
    santosh saoirse sefton shaz shabir sharan sheeba shireen shiraz shobha sian siew sind sioned soraya stu suzi
    sumi tam tamanna tania taz temi thuy tiernan tolu tracy-ann trev tudur ulla urmila vanda vee vik vina wasim
    winifrid winnifred xin yash yewande yin yohannes zandra zeb zibby zola zubeda"""
)

ORDINARY_WORDS_TOO = word_set(
    """al april art august blessing bill bob carol cat chase cherry chi coral dale dawn dean dee dick dot drew ed ivy
    faith fern flo frank gene gill grace grant guy hal happy harry hazel holly hope jack jade jan jay jean joy june
    junior kit la lance les lin lily mac major mark mason max may mercy miles mo nana nat ned norm olive pat
    patience pearl penny pip poppy precious rae ram ray reg rich rob rod rose ruby said sandy sir skye sue summer
    tal tia tim tom unity van vic victor vin violet will win woody"""
)
"""Given names that are ordinary words, or parts of them, when written without a capital."""

"""Given names that are children's in mails of today, beside `GIVEN_NAMES`, in lower case."""

from __future__ import annotations

from bot.understanding.people_tables import word_set

CHILDRENS_NAMES = word_set(
    """abdirahman abdulrahman ahmad alban albie alby amelia-mae amelia-rose andreea anh antoni arben ardit arlo-james
    aron artem asher austeja ava-mae ava-rose awet ayub besnik bilan billy-joe biniam boaz bobby-joe bodhi bohdan
    bonnie bonnie-mae bowie brody caiden camron cason cayden chantay chelsey chelsie cobie coby codrin corben corbin
    cosmin danylo darcie-mae dawit delilah-rose denisa dequan deshawn dexter-lee dmytro dollie dolly domas dominykas
    dontae donte dougie dre drilon dwight ebonie edon effie elian elis ellis-james elodie emilija endrit enoch erion
    ethan-lee ettie eva-mae everleigh everly evie-mae evie-rose eyob fearn fearne filip filmon finnley florin
    frankie-mae gabija gracie grayson greyson habiba hallie harlow hendrix hermon hezekiah hodan honey-rae hudson
    huxley ida-rose ifrah indi indie ionut ivie ivy-mae ivy-rose jabari jagger jahmal jaiden jamal jawad jaxx jayce
    jaycee jaydon jayla jaylen jaylon jenson jerell jermain jesse-james jessie-mae jorgie jorja josiah juniper kaci
    kacie kacper kade kaden kaidan kaison kaleb kallum kasey kasper kaycee kaydon kaylah kaylum kayson keanu keaton
    keegan keelan keenan keesha keisha kelsi kelsie kenzi kenzie-lee kenzo keon keziah kidane kiki-mae kion klevis
    kobe koen korben kornelija kortney kourtney kristof ky kyan kye kyla kylah kylan kylo kymani kyron kyson lacie
    lakeisha lamar lateisha latoya ledion leland lennox letitia levi-james leyton lilly-mae linh lochlan lorcan loui
    lukas luwam lylah mabel-rose macey macy maddox maeva mahdi maisie-rae maja maksym margot-rose marnie mason-lee
    maverick mihai mikaeel minh mohamud mya myah mylah mylo nahom najib nancy-mae nathanael natnael navid nazar
    nellie-mae neveah nikodem nola nya nyah oakley-james oleksandr olena oliwia ollie-james omid orlagh oskar
    otis-james ozzy pixie porsha posy rafe rafferty rahim ralphie raya-mae reegan regan remy rhianna rio robel rocco
    rohaan rokas rosie-mae rosie-rae roxie ruan rubie rudy rueben rylan rylee ryley rylie saffie sahra semira shana
    shanai shanay shanice shaniqua shannice shantel shantelle sharnelle shay shayne sienna-rae skyla sofiia sonny-jay
    summer-rose szymon tadas tadhg tanesha tariq taylah taylan teddie teegan teigan tesfay thea-mae tiah tianna tillie
    tilly-mae toby-jay tommy-lee tori trey treyvon tuan tyler-jay tyreese tyrese tyrique ugne vasile wali wilbur
    winnie wren xhoana yaroslav yonas yulia zachariah zaid zaine zakaria zakariya zane zara-mae zaydan zayden zayn
    zebedee zeke ziggy zion zuzanna
    abbas abdirizak abshir aden adisa ahmadi ajani akbar akeem aleksander alicja alin alivia alya amaan amadou amani
    amanullah amaya ameera amin aminata anastasia anca andre angel aoife archer archibald arianna ariella armaan arman
    arsalan arya asa ashton atiqullah aubree avaya ayah ayaz ayla ayodele ayra azaan babatunde bao bartek bashir baxter
    beau bentley binyam blaine bobbi bradlee brady braiden brayan braydon breanna brielle brodie brogan brooklyn caden
    caelan cai caitlan callan callie carson carter caspian cassius catalin cayla chace charlene chau chayse cherish
    chiamaka chiara chike claudiu clayden clementine cohen colby conan conner cooper costel costin cristi cristian
    crosby daisie damon darragh daud dayton deia delylah denzel desta dexta dillon donovan dragos duc dulcie ebrima
    eddison eesa ehsan ekene ela elisha elle elliana eloise elora emal emanuel emelia emelie emerson emmett enzo esmae
    esmatullah evander everett fanta farhad farid faris fawad femi fikru finnian flynn fode franciszek gabriella
    georgiana gheorghe ghulam gia giang gianna gigi gino girma gracey grady gruff gruffydd gypsy haben hadley hagos
    haiden hamdi hanh hania harleigh harmony harper harun hashmat heavenly henley herbie hiba hieu hoang huey humaira
    hunter huong husna idrees idrissa ilinca ilyas inaaya inaya indiana indigo ioana ionel isa iszaac iulia izaak
    izabella jabril jac jae jagoda jai jaidon jaime jakob jamelia jameson jamey janelle jannah jarvis javid javier
    jawed jayme jaymie jayson jenayah jensen jessika jethro joao jolie jordana jorgia jorjia judah juno kaelan kaia
    kaine kairo kaitlin kaiya kalel kali kallie kaltuma kameron kara kareem karima karla karol kash kassidy kaydan
    kaylan kayley keane keavy kebede kelis keris kerys khadra khanh kia kiana kiarna kiefer kier killian kinsley kirby
    klaudia kloe koa kobie kodi kody kolby kooper kora korey kruz krystal krystian kurt kya kyden kymberley laiton
    lamin lani larisa lavinia layton leen leonardo leonidas letty lewie leyla lilac lilia lilianna lillia lillie liviu
    liyana loki luana lucca lucien luella luka lula lyrik mabli macauley macauly macie maciej macsen maison maizy
    malakai mali mamadou mansoor mariana marlo marlowe martyna masood massimo matei matiullah maxim maximus mazie
    mckenna mebrahtu mehari meilyr merhawi mikael mikayla mikyla milana milosz minahil mircea mirwais misha missy moana
    mohamad mohamoud mojtaba montanna nahla naima najibullah nala nawid neive nelly neve ngoc nguyen nhung nicolas
    nicoleta nicu nneka noorullah norah nova nuha nusaybah oaklee oakleigh oaklyn oliwier orson ousman ovidiu paisley
    paris parwiz patrycja patryk payten payton persephone petru phoenix phong phuong piper poppie preston princess
    przemek qais quang queenie quincy quoc radu raees rahman rahmat raife raluca ramin razvan rayan raye rayhan rayyan
    reef ricco rico rivkah roan rohullah romilly rosy rowen ruairi ruxandra ryder ryker ryleigh saanvi saeed safi
    safron sahro samatar samiullah sanaa santiago sapphire sarina savanna sawyer sayed scarlette selam senait seren
    shae shafiq shanaya shanza sharlene shayden shayleigh shayna shelbie shelby shiloh shukri sierra simran simret
    siyana sky skyler sofija sohail sonnie sorin storme sufyan suhayb sulaiman tahlia taliyah tallulah talon tamia
    tamzin tayah taylen teddi temesgen teo tesfalem tewodros thang thanh tiago tiarna timur tobin tomek torin trang
    trinity troy trung tsegay tuyet tyla tylor tyran vihaan vinh vivaan wiktor wojtek wynter xanthe xuan yahya yared
    yassin yazan yuvraj zabiullah zaina zalmay zander zaria zavier zayan zayd zeinab zendaya zephyr zerihun zia zoey
    zoha zosia zuzia"""
)

YOUNG_NAMES = word_set(
    """aaliyah aarav abdirahman aiden albie alfie alfie-jay amelia-rose archie arlo ava ayaan ayden bobby-joe bodhi
    bonnie-mae brayden brody brooklyn caiden camron cobie coby corben corey dawit demi demi-lee dexter-lee ellie
    ellie-mae ellie-may ellis-james ethan everleigh evie fearne filmon finley finnley frankie-lee freya gracie grayson
    harley harvey honey-rae isla ivy-mae jace jaden jagger jaiden jaxon jaxson jayce jaycee jayden jaydon jayla jaylen
    jenson jesse-james kacey kaci kacie kade kaden kai kaidan kaiden kaison kaleb kayden kaydon kayla kaylah kayson
    keanu kenzi kenzie kian kiara kion kobe kobi koby korben kyan kye kylan kyran kyron kyson lacey lacie layla
    leighton lennox levi lexi lexie leyton lilly-mae lily lily-mae lily-rose logan lola lottie-mae mabel-rose maddison
    maddox maisie maisie-rae mason maverick mckenzie mia mila miley mya myah myla mylo nahom nevaeh neveah noah nya
    nyah oakley ollie olly oscar ozzy pixie poppy reece reuben riley rio roxie ruby-mae rylan rylee ryley saffie
    scarlett shanice shay shayla sienna skye skyla skylar summer-rose teegan tegan theo tia tia-mae tiana tilly
    tilly-mae tommy-lee tyler tyler-jay tyreese tyrell tyrese zac zach zack zak zane zayden zayn
    amelia-mae ariella ashton aubree beau bentley braiden brielle brodie caden caelan cayla chace codie cohen daisie
    delylah elliana enzo esmae gracey haiden hallie harper hendrix hunter huxley jaidon jorgia jorjia kaia kairo kalel
    kash kaydan kaylan kenzo koa kobie kody kooper kyden lacey-mae layton lillie lilly lyla lyra maizy marley mikayla
    mylah neive oaklee oakleigh oaklyn payton phoenix piper raife ralphie ryder ryker ryleigh saffie skyler taliyah
    tallulah teddi tillie tyla tylor willow wynter xander zachariah zander zion"""
)
"""Names that hardly anybody has who is old enough to work in a school."""

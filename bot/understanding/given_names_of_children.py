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
    zebedee zeke ziggy zion zuzanna"""
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
    tilly-mae tommy-lee tyler tyler-jay tyreese tyrell tyrese zac zach zack zak zane zayden zayn"""
)
"""Names that hardly anybody has who is old enough to work in a school."""

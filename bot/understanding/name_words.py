"""Words with a capital that are no name, or are one only beside another: tables only."""

from __future__ import annotations

from bot.understanding.people_tables import word_set

CAPITALISED_WORDS = word_set(
    """assuming presuming supposing providing provided given considering contingent depending
    minus less except excluding apart visitors guests advisers business support services social care
    administrator session form slip choice chosen
    signed agreed parking session room rainbow ofsted eco artsmark date monday
        tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs fri sat sun january
        february march april may june july august september october november december jan feb mar apr jun jul aug sep
        sept oct nov dec easter christmas whitsun whit lent ramadan eid diwali spring summer autumn winter term year
        years key stage reception nursery primary secondary infant infants junior juniors academy school schools
        college trust high grammar council county virtual service services team office online teams zoom google
        outlook meet
        microsoft word excel ofsted siams hmi isi dfe la lea mat sats sat gcse gcses btec pep peps ehcp pa ppa inset
        send sen lac plac cla cic pp ppg ks eyfs phonics maths english science art music history geography french
        spanish re pe pshe ict computing food tech drama sports day book world week anti bullying red nose duke
        edinburgh dofe bronze silver gold options evening parents parent carers carer headteacher head teacher deputy
        assistant principal governor governors governing body board committee chair vice lead leader manager officer
        mentor worker tutor senco sendco dsl ddsl dt ht dht aht cog sbm ewo elsa hlta ta slt option options slot slots
        date dates visit report regards thanks thank dear hi hello hiya hey morning afternoon good kind best wishes
        warm many yours sincerely faithfully cheers ta sorry yes no ok okay please great lovely perfect fine sure
        absolutely monday's re fw fwd vs ref reference subject sent from to cc bcc tel telephone mobile phone email
        fax website www http https attending attendees attendance present participants people persons name names role
        roles position title time times forename surname first last job who what when where why how which there here
        this that these those it its i'm i we you he she they me my our your his her their the a an and or but so if
        as at in on of for by with not also plus both all any each either neither none only just maybe perhaps
        hopefully possibly probably unfortunately however then than once while after before until since because
        although could would should will can may might must shall do does did have has had is are was were be been
        being am pupil pupils student students child children staff teachers everyone everybody nobody someone anyone
        apologies correction update note ps nb fyi asap tbc tba attached confirming confirmed happy afraid looking
        forward room hall library building site street road lane avenue close drive park house centre center unit
        church hall bank holiday half england britain uk wales scotland ireland london inclusion safeguarding pastoral
        premium designated link leadership section page para paragraph action actions wing block gate car lunch break
        assembly residential trip training course meeting meetings interview interviews mock mocks exam exams
        exhibition show fair fete production nativity tuesdays mondays wednesdays thursdays fridays mornings
        afternoons god jesus bible quran christian muslim jewish hindu sikh catholic anglican methodist cofe church
        whichever whoever whatever wherever whenever swap swapping change changes changing replace replacing scrub
        remove drop delete lose cancel add adding bring bringing join joining include including expect expecting ignore
        ask asking tell ring confirm book booking having being coming going hoping trying looking anyway meanwhile also
        otherwise alternatively hence likewise incidentally furthermore moreover
        besides additionally finally lastly firstly secondly thirdly obviously sadly luckily thankfully regrettably
        actually honestly frankly apparently currently today tomorrow tonight yesterday yep yeah nope nah oh ooh argh
        blimey crikey hooray quick small another different new old fresh same other others two three four five six
        seven eight nine ten some many most several few half part whole everything something anything nothing
        whilst unless whereas though despite during whether later earlier sooner next further regarding re concerning
        attached enclosed below above put set let get got give given take taken make made see seen say said send sent
        come came go gone know known think thought hope hoped want wanted need needed use used find found feel felt
        keep kept leave left meet met stay staying sit sitting stand standing call calling speak speaking
        diocese diocesan trustees trustee executive exec interim acting associate senior chief director head's iphone
        obe mbe cbe bem jp qpm msc bsc phd npqh npqsl qts med pgce esq ipad galaxy android samsung ios apple mail
        blackberry caution external disclaimer pronouns ms mr mrs scottish welsh irish polish indian american australian
    cornish british northern southern geordie yorkshire scouse cockney italian german romanian jamaican nigerian
    ghanaian
    muga mot dbs id ids nhs tesco asda aldi lidl sainsburys morrisons costa greggs mcdonalds covid yr yrs hgv bbc itv
    m25 rac aa uk eu usa vat faq qr pdf usb wifi hdmi mfl dt's fasd adhd asd pda odd eal kpi trg ext cctv"""
)
"""Words that mail writes with a capital and that are no part of a name where they stand alone."""

OFFICES = word_set(
    """office school academy reception team system mail mailer admin enquiries enquiry info news service helpdesk
    postmaster microsoft outlook secretary college primary infant infants junior nursery federation trust noreply
    no-reply desk support year class staff daemon mailguard"""
)

PLACES_AND_EVENTS = word_set(
    """school schools academy primary secondary high grammar college juniors junior infants infant nursery federation
    trust centre center cofe church road street lane avenue council county house building hall room suite
    day week month morning evening fair show fete festival trip award awards project cup league challenge race walk run
    appeal conference summit towers park office tests papers assembly club choir band museum zoo farm gardens theatre
    hospital surgery library station hotel inn arms bridge green lodge court square gate estate cross common hill manor
    abbey castle cathedral minster parish mosque temple gurdwara synagogue rovers united city town wanderers programme
    scheme network partnership cluster alliance federation service services team hub unit wing block campus site"""
)

EVENTS = word_set(
    """day week fortnight month weekend morning assembly service festival fair fete show concert trip conference awards
    project challenge appeal programme training scheme exhibition tour matinee tournament workshop course"""
)
"""Behind two unknown capitalised words, these make an event of them: "Holocaust Memorial week"."""

SURNAMES_TOO = word_set(
    """hope long love free call child good early small low keep self spring walk quick rest post drew gold silver bronze
    bold holiday hall day church park street house lane close may march sen best winter summer page english french
    wing lent
    fair gate marks drive reading best law noble sessions case bell week term bank read friday said took"""
)

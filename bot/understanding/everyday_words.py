"""Everyday things, by class: what a school tells of that is no date. Tables only."""

from __future__ import annotations

from bot.understanding.aside_words import HOSPITALITY, PAPERS, ROOMS
from bot.understanding.phrases import one_of

FAMILY = one_of(
    "wife husband son daughter sister brother mum dad mother father granny grandad gran nan baby toddler twins cousin "
    "aunt uncle niece nephew in-laws partner grandchildren grandson granddaughter neighbour boyfriend girlfriend"
)
"""The people at home."""

ANIMALS = one_of(
    "dog dogs cat cats hamster hamsters rabbit rabbits guinea hen hens chicken chickens chicks duck ducks goat goats "
    "sheep lamb lambs pony ponies horse horses ferret gerbil tortoise fish goldfish budgie parrot snake snails snail "
    "caterpillars tadpoles frogs frog worms bees bee wasps wasp ants mice mouse rat rats fox squirrel seagull seagulls "
    "pigeon pigeons owl tarantula stick-insects donkey calves heifers"
)
"""Animals; the pigs that fly are left out, for they take a yes back."""

GADGETS = one_of(
    "ipad ipads laptop laptops computer computers printer photocopier copier mac pc tablet tablets camera kindle phone "
    "phones photos video videos screen server router internet broadband website app apps login password microphone "
    "speakers headphones telly tv radio batteries charger cable"
)
"""What is plugged in."""

CLOTHES = one_of(
    "shoes boots wellies coat coats jumper jumpers cardigan scarf gloves uniform tie ties socks trousers skirt dress "
    "costume costumes bonnet bonnets glasses hi-vis badge lanyard jacket slippers vest"
)
"""What is worn."""

HOUSEHOLD = one_of(
    "bins bin toilet toilets loo loos roof ceiling window windows boiler radiator pipe pipes tap taps sink floor "
    "carpet paint curtains blinds shelf shelves fence bench benches shed greenhouse bulb bulbs lightbulb plug piano "
    "display displays furniture bucket mop broom vacuum fridge freezer microwave oven dishwasher washing tumble-dryer"
)
"""The house and what keeps it going."""

PLAY = one_of(
    "football netball cricket rugby rounders hockey tennis swimming choir orchestra band drum drums recorder recorders "
    "violin guitar ukulele song songs carol hymn hymns play panto dance club clubs team match goal goals trophy medal "
    "lego paint glitter glue scissors crayons pens pencils pencil book books poem poems story library-van trampoline "
    "bouncy raffle tombola bunting balloons stall ice-lollies lollies prize prizes treasure"
)
"""What is played and made."""

GARDEN = one_of(
    "garden gardens tree trees hedge grass lawn flowers daffodils snowdrops tulips roses weeds pond mud puddle puddles "
    "leaves compost potatoes tomatoes carrots beans sunflower sunflowers seeds"
)
"""What grows."""

TRAVEL = one_of("taxi minibus coach lorry van tractor bike bikes scooter scooters ferry plane tram cows")
"""What one comes by, or is held up by."""

MONEY = one_of(
    "money budget grant invoice invoices funding pounds pennies cash purse wallet bill bills funds salary pension "
    "pupil-premium lottery"
)
"""What it costs."""

CHILDREN = one_of(
    "children child kids pupil pupils boys girls boy girl siblings infants juniors toddlers teenagers lads lasses "
    "learners students youngsters little ones cohort"
)
"""Those for whom it is all done; nothing here names one of them."""

SCHOOL_LIFE = one_of(
    "register council prefects monitors assembly assemblies homework spelling spellings phonics maths english science "
    "geography history curriculum handwriting reading writing art drama music pe pshe forest-school breakfast "
    "breaktime playtime whistle bell bells marking books exercise worksheets corridor noticeboard newsletter "
    "logo motto "
    "values houses housepoints stickers certificates detention detentions transition reception-class nursery-class "
    "nits headlice lice verruca sick snot chickenpox nosebleed plaster plasters bug"
)
"""What fills the day."""

HEALTH = one_of("sneeze cough sniffles voice tooth ankle elbow toe tonsils headcold back knee hip")
"""What aches a little."""

GESTURES = one_of("nod smile grin wave giggle chuckle wince shudder blush curtsey salute yawn applaud cheer clap")
"""What anyone may do on the side: "Just nod"."""

EVERYDAY = (
    FAMILY
    | ANIMALS
    | GADGETS
    | CLOTHES
    | HOUSEHOLD
    | PLAY
    | GARDEN
    | TRAVEL
    | MONEY
    | CHILDREN
    | SCHOOL_LIFE
    | HEALTH
    | GESTURES
) - one_of("back little ones dress washing writing reading team")
"""All of them: words by which a brief sentence is known to be about something else than the date."""

THINGS = EVERYDAY | ROOMS | PAPERS | (HOSPITALITY - one_of("water"))
"""What may be had, taken, made and done without any visit."""

"""The words of remarks (`mark_remarks.py`), each in its kinds: telling, knowing, who may know, where one reads it."""

from functools import cache, lru_cache

from briefcli.domain.composed import folded
from briefcli.domain.mark_phrases import CAPITAL, NOT, SAY, SIGN, TO, Kind
from briefcli.patterns import Pattern

_PERSONS = "u m mp min minister stas staatssecretaris bewindsperso* bwp sg psg dg* delegatieleider"
# The words of each kind, in lower case, without accents or full stops. `share*` may go on, `*gev` may be the end
WORDS = {
    # How far it may go
    "not": f"{NOT} neit nite neither nor cannot nobody",
    "nothing": "niets niks nothing",
    "none": "geen no",
    "without": "zonder without",
    "only": "alleen alleeen aleen slechts enkel uitsluitend exclusief strikt strict strictly persoonlijk only",
    "beside": "with",
    "later": "pas",
    "wait": "wachten wait",
    "if": "als indien mits mocht if when unless tenzij tbv mondeling telefonisch telefoon phone verbal* oral*",
    "asked": "vraag opkomt sprake opens brings begint opbrengt aansnijdt gevraagd vraagt vragen doorvragen navraag"
    " opgebracht aangesneden asked pressed raised prompted pushed",
    "first": "eerst first",
    # Towards whom or where
    "to": f"{TO} on per tegenover jegens",
    "toward": "naar aan",
    "inside": "bij binnen in onder tussen within between among inside",
    "for": "voor for",
    "from": "van uit via volgens from of",
    "beyond": "buiten outside beyond",
    "own": "eigen binnenlands persoonlijke own personal",
    "usage": "gebruik use purposes",
    "after": "na after",
    # What one does with what one knows: tell it, or be told
    "tell": f"releas* see seen aired {SAY} zien say show reveal repeat refer raise volunteer upload* leak*"
    " communicate communicated announc* comment* divulge hint allude respond onthul* zinspelen aanroeren antwoorden"
    " vastleggen archiveren opslaan comms opbrengen inbrengen aansnijden aankaarten ventileren loslaten verraden sms"
    " doorspelen doorbrieven uploaden aanhalen verwijzen reageren ontkennen erkennen voorlezen oplezen mededelen deny"
    " hoort hardop aloud dleen kopie kopieen commentaar",
    "talk": "praten spreken uitlatingen ruchtbaarheid deelbaar uitspraken cleared transmission minute minuted"
    " geinformeerd ingelicht communicatie deel doorvertellen talk speak",
    "command": "verklap zeg meld noem vertel spreek praat",
    "use": "opgeschreven plaatsen posten uitspraak gebruiken opnemen inzetten brengen sturen zenden meesturen"
    " meezenden meenemen zetten noteren bespreken gedeeld gemeld gecommuniceerd bekendgemaakt aangekondigd inzage"
    " proactief actief gevraagd overnemen hergebruiken mededeling* toelichten toegelicht herleiden uitspelen use used"
    " shown titel gewisseld voorbereiding preparation discuss",
    "told": "gezegd said told verteld",
    "named": "genoemd geciteerd herleidbaar herkenbaar naamsvermelding bronvermelding named quoted identified"
    " identifiable attributed attribution traced traceable",
    "known": "bekend known public",
    "become": "worden wordt raakt raken gemaakt maken doen doe be become becomes gets",
    "out": "uitlekken uitlekt lekken uitkomt uitkomen wereldkundig out",
    "may": "should mag mogen moet moeten may must",
    "know": "weten weet horen hoogte know knows kennen kent aware",
    # Where it comes from
    "heard": "sms appje vertelde fluisterde zei toegespeeld ingefluisterd counterpart gesprekspartner gehoord"
    " vernomen vernemen verneemt opgevangen *gefluisterd doorgekregen begrepen opgepikt toevertrouwd verteld getipt"
    " ore told hoorde hoorden heard overheard",
    "source": "bron bronnen zegsman tipgever informant herkomst afzender source sources origin",
    "sure": "officieel formeel officially hard",
    "protect": "bescherm beschermd beschermen protect protected afscherm*",
    "protection": "bescherming protection",
    "service": "aivd mivd sigint humint nctv cia mi6",
    "insider": "dienst diensten betrouwbare welingelichte ingewijden insider insiders reliable",
    "report": "rapport rapporten bericht berichten duiding briefing nota",
    "trust": "confidence vertrouwen",
    # Who may know it
    "we": "wij we ik men",
    "us": "ons onze onszelf our us ourselves mij me mijn mezelf mine my jou jouw je jij jullie jezelf uzelf you"
    " your yourself self selves zichzelf",
    "familiar": "je jij jou jouw jullie mij me you yourself",
    "person": "hij hem haar her his he him she they ze iemand someone somebody",
    "circle": f"{_PERSONS} bzk mbzk vws ocw szw lnv lvvn ienw jenv ezk kgg vro aenm jz delegation delegatie circle"
    " *groep woordvoer* ambtelijk* intern mondeling desgevraagd reactief gecleard* authori* bevoegd* personeel"
    " geadresseerde* lezer leiding ogen oren eyes ears team directie departement ministerie rijk huis deur hand bz"
    " def fin minfin az ez kring kernteam groepje clubje gezelschap ontvangers recipients group room building gebouw",
    "reader": _PERSONS,
    # Who may not know it, and where they would read it
    "house": "readout* press kamer kamervra* kamerleden kamerversie tk ek parlement pers media journalist* derden"
    " extern* buitenwereld woo wob publiciteit woordvoering citaat citaten buhne straat krant kranten twitter socials"
    " voorlichting griffie notulen minutes verslaglegging",
    "outside": "fractie* collega* press house publi* openba* anderen onbevoegden buitenstaanders others outsiders"
    " them partners allies bondgenoten anyone iedereen partijen parties",
    "place": "brief kamerbrief verslag* notulen stuk stukken spreektekst nota website internet net dossier papier"
    " papieren schrift citatie verspreiding record minutes quotation annotatie ga geannoteerde mail mailtje kalender"
    " ibabs cc zaaksysteem wit klok paper writing letter app chat whatsapp teams sharepoint *versie *lijst"
    " tas *dtas *ntas *rtas *map *bericht plenair* plenary zaal bijzijn front bilateraal bilateral bilaterally lines"
    " archief schijf parlis handelingen",
    "debate": "debat",
    "table": "tafel table",
    "agenda": "agenda",
    # How to keep it
    "keep": "hou houd houdt houden bewaar bewaren tegenhouden keep",
    "stay": "blijf blijft blijven stay stays remain",
    "still": "mond stil zwijg zwijgen pet quiet silent",
    "chest": "borst chest vest",
    "remove": "withhold wis vernietig weglaten weghouden verwijderen schrappen halen weghalen knippen eruit ontwijken"
    " vermijden avoid dodge wissen vernietigen uitgezonderd remove innemen burn leave delete destroy shred omit",
    "careful": "zorgvuldig voorzichtig terughoudend prudent omzichtig spaarzaam carefully care caution discreetly",
    # What is a secret by itself, in brackets at least
    "secret": "anoniem anonimiteit anonymity anonymous privately stilzwijgen opsec comsec officieus officieuze"
    " geheimhouding geheimhouden stilhouden achterhouden binnenhouden beslotenheid discreet discretie psst pssst besl"
    " *gev discretion",
    "hush": "afgeluisterd onderschept* intercept* bronbescherming brongevoelig* radiostilte mediastilte hush wraps"
    " genummerd gelekt gevoeligheid wandelgangen gerucht* hearsay rumour* codebericht* codeverkeer codetelegram*"
    " grendel schaduwlijn procespositie ontkennen deny nfp nvv nda weinigen handjevol unpublished ongepubliceerd*"
    " privezaak intel originator orcon verzwijgen verhullen maskeren conceal secure beveiligde landsadvocaat"
    " herleidbaar stil balk"
    " ogen oren eyes ears",
    "stance": "desgevraagd reactief reactieve defensief defensieve passief passieve",
    "intelligence": "inlichtingen",
    "reserve": "terugvalo* terugvalp* fallback wisselgeld onderhandelingsruimte",
    # What others wish, and how things are: mostly a position
    "wish": "wil willen zal zullen zou zouden om die door wel wants want will would",
    "fact": "is was zijn waren werd heeft hebben are were has have",
    "state": "bevestigd bevestigen besproken bespreken doorgegaan confirmed confirm discussed discuss",
    # The text itself
    "this": "here daar dit dat deze hier hierover hiervan hieraan hiernaar er ervan erover info informatie naam namen"
    " bedrag bedragen cijfer cijfers getal getallen tekst passage passages alinea zin blok punt lijn rode details"
    " this that it these figure figures information what",
    "version": "versie version exemplaar",
    # How one speaks to colleagues, and small words, which are not about a subject either
    "particle": "aub svp please pls liever",
    "polite": "graag gelieve verzoek verzocht let kindly",
    "handle": "gewenst geboden grote hang ernaar informeel informal informally laten geven behandelen omgaan gaan"
    " bestemd bedoeld achtergrond voorbehoud beloofd promised afgesproken handle basis",
    "small": "even gewoon but so other het de den der een te tot en maar doch dus moest heb kan kunnen hoeft get"
    " komen gaat komt staat dan than mee over uw about ivm nb opm mr vier the a an and yet do does can initiatief"
    " richting bilateraal voorkeur morgen al nog echt ook zelf steeds verder spontaan ongevraagd vooral vooralsnog"
    " voorlopig nu vandaag heel zeer erg politiek klein kleine beperkte ligt further onward just very",
}
# A pattern for how far we can go in a negotiation
LEEWAY = r"onderhandel(?:ings)?(?:ruimte|marge|tactiek)|biedboek|terugval\w*|fall-?back\w*"
BITS = {kind: 1 << place for place, kind in enumerate((*WORDS, "order", "mark"))}  # kinds are added with |
_NAMES = frozenset({"US", "U.S.", "Intel", "IT"})  # never the words `us`, `intel` and `it`
_SHORTEST = 6  # letters of the participle of a verb for telling
_TWICE = Pattern(r"(.)(?=\1)")
# What the sign of a mark means in a remark
_OF_SIGNS = {
    **dict.fromkeys((Kind.LABEL, Kind.STRONG, Kind.FRONT, Kind.ALONE), "mark"),
    Kind.WORD: "mark remove",
    Kind.ORDER: "order",
    Kind.CIRCLE: "circle",
    Kind.REMARK: "small",
}


def bits(kinds: str) -> int:
    return sum(BITS[kind] for kind in kinds.split())


MEANT = {sign[kind]: bits(_OF_SIGNS.get(kind, "")) for kind in Kind for sign in (SIGN, CAPITAL)}


@lru_cache(maxsize=20_000)
def kinds_of(word: str) -> int:
    """The kinds of a word; 0 if it is about a subject."""
    small = folded(word).replace(".", "")
    whole, parts, verbs = _listed()
    found = whole.get(small, 0) if word not in _NAMES else 0
    for begin, end, kind in (*parts.get(small[:1], ()), *parts.get("*" + small[-1:], ())):
        if small.startswith(begin) and small.endswith(end):
            found |= kind
    if found or word in MEANT or small.isdigit():
        return found or MEANT.get(word, BITS["small"])
    is_form = small[-1:] in "dtn" and len(small) >= _SHORTEST
    return BITS["told"] if is_form and not verbs.isdisjoint(_without_ending(small.replace("ge", "", 1))) else 0


def _without_ending(verb: str) -> list[str]:
    """A form of a verb, and the same without the ending that it may have; each letter once: `vertel` for `verteld`."""
    once = _TWICE.sub("", verb)
    return [once, once[:-1], once.removesuffix("en")]


@cache
def _listed() -> tuple[dict[str, int], dict[str, list[tuple[str, str, int]]], set[str]]:
    """The kinds of whole words; those of beginnings by first letter, of ends by `*` and the last; verbs for telling."""
    whole: dict[str, int] = {}
    parts: dict[str, list[tuple[str, str, int]]] = {}
    for kind, words in WORDS.items():
        for word in words.replace("/", " ").split():
            begin, star, end = word.partition("*")
            if star:
                parts.setdefault(begin[:1] or star + end[-1], []).append((begin, end, BITS[kind]))
            else:
                whole[word] = whole.get(word, 0) | BITS[kind]
    verbs = {_without_ending(word)[2] for word in whole if whole[word] & BITS["tell"] and word[-2:] == "en"}
    return whole, parts, verbs

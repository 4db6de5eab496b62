"""French words that name institutions, and those that tell an actor from a place. Folded: no accents, lower case."""

from __future__ import annotations

# head noun -> type of institution. Plural heads stand for themselves ("les forces armées", "les autorités").
HEADS: dict[str, str] = {
    # ministries
    "ministere": "ministry", "departement": "ministry", "secretariat": "ministry", "diplomatie": "ministry",
    # government
    "gouvernement": "government", "presidence": "government", "executif": "government", "regime": "government",
    "autorites": "government", "autorite": "government", "administration": "government", "chancellerie": "government",
    "junte": "government", "pouvoir": "government", "cabinet": "government", "vice-presidence": "government",
    "dictature": "government", "mairie": "government", "prefecture": "government", "gouvernorat": "government",
    "municipalite": "government", "commune": "government", "monarchie": "government",
    # armed forces
    "armee": "armed-force", "armees": "armed-force", "forces": "armed-force", "force": "armed-force",
    "marine": "armed-force", "aviation": "armed-force", "etat-major": "armed-force", "troupes": "armed-force",
    "garde": "armed-force", "gardiens": "armed-force", "gendarmerie": "armed-force", "commandement": "armed-force",
    "casques": "armed-force", "brigade": "armed-force", "bataillon": "armed-force", "regiment": "armed-force",
    # parliaments
    "parlement": "parliament", "senat": "parliament", "assemblee": "parliament", "congres": "parliament",
    "chambre": "parliament", "douma": "parliament", "diete": "parliament", "majlis": "parliament",
    # courts
    "cour": "court", "tribunal": "court", "parquet": "court", "justice": "court",
    # agencies
    "agence": "agency", "service": "agency", "services": "agency", "banque": "agency", "office": "agency",
    "bureau": "agency", "police": "agency", "direction": "agency", "haut-commissariat": "agency",
    "renseignement": "agency", "ambassade": "agency", "consulat": "agency", "programme": "agency", "fonds": "agency",
    # international organisations
    "organisation": "international-organisation", "union": "international-organisation",
    "communaute": "international-organisation", "conseil": "international-organisation",
    "comite": "international-organisation", "commission": "international-organisation",
    "ligue": "international-organisation", "forum": "international-organisation",
    "mission": "international-organisation",
    "alliance": "alliance", "coalition": "alliance", "pacte": "alliance", "bloc": "alliance",
    # parties
    "parti": "party", "partis": "party", "opposition": "party", "rassemblement": "party",
    # armed groups
    "mouvement": "armed-group", "mouvements": "armed-group", "front": "armed-group", "rebelles": "armed-group",
    "rebellion": "armed-group", "milice": "armed-group", "milices": "armed-group", "separatistes": "armed-group",
    "insurges": "armed-group", "guerilla": "armed-group", "brigades": "armed-group", "jihadistes": "armed-group",
    "djihadistes": "armed-group", "paramilitaires": "armed-group", "maquisards": "armed-group",
    # the press
    "quotidien": "media", "hebdomadaire": "media", "journal": "media", "chaine": "media", "television": "media",
    "radio": "media", "magazine": "media", "mensuel": "media", "site": "media",
    # companies
    "groupe": "other", "societe": "company", "entreprise": "company", "compagnie": "company", "conglomerat": "company",
    "consortium": "company", "constructeur": "company", "avionneur": "company",
    # the rest
    "ong": "ngo", "association": "ngo", "fondation": "ngo", "institut": "ngo", "centre": "ngo", "universite": "ngo",
    "observatoire": "ngo", "collectif": "ngo", "federation": "ngo", "syndicat": "ngo", "croissant-rouge": "ngo",
    "croix-rouge": "ngo", "delegation": "other", "eglise": "other", "patriarcat": "other", "instance": "other",
}  # fmt: skip

# heads that with a demonym or a state's name are institutions even in lower case ("l'armée serbe", "le parlement grec")
WITH_STATE = frozenset(
    """ministere departement secretariat diplomatie gouvernement presidence executif regime autorites administration
    chancellerie junte vice-presidence dictature armee armees forces marine aviation etat-major troupes garde
    gendarmerie parlement senat assemblee congres chambre diete justice parquet police opposition renseignement
    services commandement banque universite ambassade milices separatistes rebelles television agence cour
    delegation""".split()
)

# heads that alone, with a definite article, name the institution the article is about ("le gouvernement a démissionné")
ALONE = frozenset(
    """gouvernement armee ministere parlement presidence opposition junte regime autorites rebelles separatistes
    insurges rebellion senat paramilitaires jihadistes djihadistes""".split()
)

# heads that alone take up an institution named before ("le ministère a précisé"): types they can take up
ANAPHORS: dict[str, tuple[str, ...]] = {
    "organisation": ("alliance", "international-organisation", "ngo", "armed-group", "party"),
    "alliance": ("alliance",),
    "bloc": ("alliance", "international-organisation"),
    "ministere": ("ministry",),
    "departement": ("ministry",),
    "agence": ("agency", "international-organisation", "media"),
    "institution": ("international-organisation", "agency", "parliament", "court"),
    "gouvernement": ("government",),
    "armee": ("armed-force",),
    "etat-major": ("armed-force",),
    "parlement": ("parliament",),
    "parti": ("party",),
    "mouvement": ("armed-group", "party", "ngo"),
    "groupe": ("armed-group",),
    "journal": ("media",),
    "quotidien": ("media",),
    "hebdomadaire": ("media",),
    "chaine": ("media",),
    "magazine": ("media",),
    "ong": ("ngo",),
    "association": ("ngo",),
    "commission": ("international-organisation", "agency", "other"),
    "conseil": ("international-organisation", "agency", "government", "other"),
    "comite": ("international-organisation", "other", "agency"),
    "cour": ("court",),
    "tribunal": ("court",),
    "presidence": ("government",),
    "junte": ("government",),
    "autorites": ("government",),
    "regime": ("government",),
    "union": ("international-organisation",),
    "coalition": ("alliance", "armed-force"),
    "rebelles": ("armed-group",),
    "rebellion": ("armed-group",),
    "separatistes": ("armed-group",),
    "insurges": ("armed-group",),
    "opposition": ("party",),
    "senat": ("parliament",),
}

# adjectives that may follow such an anaphor without changing what it takes up
ANAPHORIC_ADJECTIVES = frozenset(
    "militaire transatlantique atlantique internationale regionale panafricaine onusienne islamiste chiite rebelle "
    "separatiste armee politico-militaire gouvernementale".split()
)

# portfolio nouns: "ministère de la Défense", "ministre des Affaires étrangères"
PORTFOLIOS = frozenset(
    """defense affaires interieur justice economie finances tresor armees sante education culture commerce transports
    energie agriculture environnement logement travail emploi information communication sports jeunesse industrie
    cooperation securite guerre budget exterieur relations etat europe plan immigration migrations recherche
    enseignement tourisme numerique transition ecologie peche mines petrole planification communications fonction
    integration decentralisation administration territoire solidarite famille femmes droits reconciliation asile
    developpement exterieures chancellerie marine outre-mer presidence strategie renseignement cohesion
    infrastructures infrastructure equipement eau urbanisme paix reformes climat armement refugies""".split()
)

# lower-case words that an organisation's name may hold between its capitals
LINKS = frozenset("de du des d' la le les l' et pour sur contre en a au aux sans".split())

# common nouns after which "de CAPITALE" or "de ÉTAT" still means the actor ("la décision de Riga")
ACTS = frozenset(
    """decision demande position appel accusation accusations ultimatum soutien reponse refus proposition propositions
    politique relations annonce promesse menace menaces aide engagement volonte souhait attitude exigence
    exigences interets interet intention intentions part demandes declarations reaction initiative initiatives
    pression pressions sanctions diplomatie ambassadeur ambassadrice allie allies partenaire partenaires
    adversaire ennemi rival influence role retrait adhesion participation intervention offre garanties strategie
    plan plans ambitions ambition invitation feu vert accord consentement mediation autorisation veto opposition
    victoire partie emissaire envoye representant representants delegation negociateurs conditions message
    avertissement condamnation critiques critique mise dementi ligne entree presence aveu inquietude inquietudes
    preoccupations colere silence visite aupres conseil contre-proposition contribution objectif objectifs
    concessions droit droits responsabilite interference ingerence ingerences agression attaque attaques
    offensive invasion annexion reconnaissance signature ratification sortie candidature engagement forces armee
    president ministre gouvernement siege amis voisin voisins geste appui choix projet projets rapport discours
    ton tutelle controle profit faveur gre nom encontre egard detriment cote cotes camp dirigeants dirigeant
    diplomates responsables autorites pouvoir regime egide patronage auspices houlette parrainage instigation
    insistance""".split()
)

# endings of nouns of acts: "la provocation de Riga"
ACT_ENDINGS = ("tion", "sion", "ment", "ance", "ence", "age", "tions", "sions", "ments")

# verbs whose "à X" is an addressee, by infinitive
GIVING = frozenset(
    """demander reprocher repondre adresser proposer offrir fournir livrer vendre permettre ordonner conseiller
    deconseiller interdire imposer promettre rappeler dire annoncer garantir accorder donner transmettre envoyer
    remettre ceder preter declarer notifier signifier refuser retirer rendre infliger attribuer appartenir
    s'opposer opposer lancer enjoindre recommander suggerer assurer couter resister profiter succeder faire
    apporter transferer confier parler s'adresser expliquer exiger preferer convenir plaire nuire""".split()
)

# those of them that take it also with a reflexive ("s'adresser à"), where the others tell a way ("se rendre à")
REFLEXIVE_GIVING = frozenset("adresser opposer".split())

# verbs whose object is a place, and those whose "à X" is one
GOING = frozenset("quitter regagner rejoindre gagner atteindre visiter traverser survoler sillonner fuir".split())
MOVING = frozenset("venir aller arriver partir retourner revenir rentrer rester sieger habiter vivre mourir".split())

# verbs whose "pour X" is where somebody goes
LEAVING = frozenset("partir decoller embarquer appareiller envoler repartir quitter".split())

# nouns whose "à X" is an addressee
APPEALS = frozenset(
    """appel message avertissement ultimatum reponse aide soutien menace livraison livraisons vente ventes garanties
    hommage opposition adresse demande invitation lettre assistance attache hostile favorable pret face grace
    propositions offre resistance allie oppose lie lies liee""".split()
)

# prepositions after which a state or a capital is an actor, and those after which it is a place
WITH = frozenset("avec contre entre par selon envers chez sans et ou ni versus".split())
AT = frozenset("a en au aux depuis vers dans sous hors jusqu'a chez autour pres via direction dans sur".split())

# nouns after which a name is a place: "la ville de Tozeur", "la capitale Bamako"
PLACE_NOUNS = frozenset(
    """ambassadeurs consul consuls ville capitale region province district commune quartier aeroport base port gare
    village oblast gouvernorat departement canton ile sommet conference accord accords traite protocole
    processus format nord sud est ouest centre frontiere frontieres territoire rues rue place metro banlieue
    habitants siege ambassade consulat universite negociations negociation discussions pourparlers consultations
    exposition manifestation manifestations bombardement bombardements destruction evacuation encerclement
    occupation arrondissement population universites station ecole mission reunions rendez-vous rencontre
    reunion bataille siege chute liberation prise route train vol ligne front cessez-le-feu tribunal procureur
    maire gouverneur eveque archeveque prison foire forum parc tour chemin visite declaration charte pacte
    memorandum institut congres""".split()
)


# adjectives that belong to a portfolio even with a capital
PORTFOLIO_ADJECTIVES = frozenset("etrangeres exterieures sociales publique publiques interieure".split())

# adjectives that may stand between the head of a state's organ and its demonym: "les forces armées serbes"
CLOSE_ADJECTIVES = frozenset(
    """armees armee militaire nationale national separatistes speciales federal federale populaire general interarmees
    aerienne terrestre publique rebelles rebelle regulieres reguliere generales central centrale supreme
    constitutionnelle gouvernementales militaires politique presidentielle presidentiel islamiste democrate
    republicaine""".split()
)

# adjectives and participles that end a name: they say something of the body, but are no part of what it is called
LOOSE_ADJECTIVES = frozenset(
    """cense censee charge chargee dirige dirigee base basee proche favorable oppose opposee soutenu soutenue reuni
    reunie forme formee destine destinee prive privee puissant puissante nouveau nouvelle actuel actuelle present
    presente prevu prevue interdit interdite membre membres dissous dissoute""".split()
)

DATES = frozenset(
    "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre lundi mardi mercredi jeudi "
    "vendredi samedi dimanche".split()
)

# heads that a leader's name may follow: "l'administration X", "le régime de X"; and what may stand before that name
LED = frozenset("administration gouvernement regime dictature cabinet junte clan executif".split())
LEADING = frozenset(
    "president presidente premier premiere ministre chancelier chanceliere general marechal colonel".split()
)

# heads that a name follows directly, even after a demonym: "le quotidien danois X", "le groupe armé Y"
BEFORE_NAMES = frozenset(
    """quotidien hebdomadaire journal chaine television radio magazine mensuel site agence groupe societe entreprise
    compagnie constructeur avionneur conglomerat consortium ong association fondation institut centre parti
    mouvement milice observatoire collectif syndicat organisation force""".split()
)
OF_WHAT = frozenset(
    "etat opposition presse television information recherche radio renseignement voyages armement defense".split()
)
# those of them that belong to the name: "le centre X", not "le quotidien | X"
NAMED_WITH = frozenset("institut centre fondation observatoire association collectif syndicat consortium".split())

# nouns whose "à X" is where they are
HERE = frozenset(
    """ambassadeur ambassadrice ambassadeurs representant representants envoye delegation troupes soldats visite
    sejour exil escale etape deplacement voyage retour arrivee poste residence""".split()
)

# after "bureau du", "cabinet de la" ...: a person's post, no part of an institution's name
PERSONS_OF_STATE = frozenset(
    "premier premiere president presidente roi reine ministre chancelier chanceliere pape gouverneur".split()
)

# heads that a town makes an institution: "le tribunal de Lomé"
OF_PLACE = frozenset("universite tribunal mairie prefecture parquet cour ecole".split())

"""The French words that do not count when two names or titles are compared. Data only."""


def _words(line: str) -> frozenset[str]:
    return frozenset(line.split())


RANKS = _words(
    "general amiral colonel commandant president premier ministre secretaire m mme le la les l de du des "
    "d monsieur madame vice chef ambassadeur pape roi reine prince cheikh lieutenant marechal capitaine"
)
"""Before or inside a person's name."""

ARTICLES = _words("le la les l de du des d")

GENERIC = _words(
    "traite traites accord accords convention conventions resolution resolutions charte pacte protocole "
    "protocoles entente treve cessez feu texte document memorandum paix nouveau nouvelle projet ministere "
    "gouvernement armee conseil comite union parlement etat etats pays republique forces autorites "
    "pouvoir delegation groupe parti"
)
"""They name a kind of thing, not one thing: alone they identify nothing."""

SMALL = ARTICLES | _words("a au aux en et")

ENVOYS = _words("ambassadeur ambassadrice consul emissaire envoye envoyee representant representante")
"""Posts whose sender and posting may be left out."""

DEPUTIES = _words("vice sous co adjoint adjointe suppleant delegue deleguee")
"""They make another post of a post."""

AGES = _words("nouveau nouvelle ancien ancienne ex actuel actuelle futur future precedent elu elue sortant sortante")
"""They say when a post is held, not which."""

LINKS = _words("de du d des a avec par et sur")
"""Before a name they make it another's: "le porte-parole de ..."."""

SEATS = frozenset(
    {
        "kremlin",
        "maison blanche",
        "elysee",
        "pentagone",
        "matignon",
        "downing street",
        "quai orsay",
        "departement etat",
    }
)
"""Seats of power that may stand for their state or for themselves."""

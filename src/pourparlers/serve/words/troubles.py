"""Words of the pages that say why there is no answer: by status, what it is called and what to do."""

from pourparlers.serve.words.texts import Texts

WORDS: Texts = {
    "trouble_400": {"fr": "La demande ne se comprend pas", "en": "The request cannot be understood"},
    "remedy_400": {
        "fr": "Revenez en arrière et corrigez ce que la phrase ci-dessus nomme.",
        "en": "Go back and correct what the sentence above names.",
    },
    "trouble_403": {"fr": "Cela n'est pas permis ici", "en": "This is not allowed here"},
    "remedy_403": {
        "fr": "Ce serveur ne fait que lire. Retirez de la requête ce que la phrase ci-dessus nomme.",
        "en": "This server only reads. Take out of the query what the sentence above names.",
    },
    "trouble_404": {"fr": "Il n'y a rien à cette adresse", "en": "There is nothing at this address"},
    "remedy_404": {
        "fr": "Cherchez par le nom : une reconstruction du graphe peut avoir changé les adresses des choses"
        " qu'aucune autorité ne connaît.",
        "en": "Search by name: a new build of the graph may have changed the addresses of things no authority knows.",
    },
    "trouble_503": {"fr": "Le serveur est occupé", "en": "The server is busy"},
    "remedy_503": {
        "fr": "Rechargez la page dans quelques secondes. Si la phrase ci-dessus dit que l'index manque, construisez"
        " d'abord le graphe : pourparlers build DOSSIER.",
        "en": "Reload the page in a few seconds. If the sentence above says that there is no index, build the graph"
        " first: pourparlers build FOLDER.",
    },
    "trouble_504": {"fr": "La requête a pris trop de temps", "en": "The query took too long"},
    "remedy_504": {
        "fr": "Demandez moins : une période plus courte, un acteur précis, un LIMIT. Ou relancez le serveur avec"
        " un --timeout plus grand.",
        "en": "Ask for less: a shorter period, one actor, a LIMIT. Or start the server again with a larger --timeout.",
    },
    "trouble_507": {"fr": "La réponse est trop grande", "en": "The answer is too large"},
    "remedy_507": {
        "fr": "Demandez moins : une période plus courte, un acteur précis, un LIMIT. Ou relancez le serveur avec"
        " un --memory ou un --answer plus grand.",
        "en": "Ask for less: a shorter period, one actor, a LIMIT. Or start the server again with a larger --memory"
        " or --answer.",
    },
    "trouble_other": {"fr": "Cela n'a pas marché", "en": "This did not work"},
    "remedy_other": {
        "fr": "Revenez en arrière, ou recommencez à la première page.",
        "en": "Go back, or begin again at the first page.",
    },
    "trouble_said": {"fr": "Le serveur dit :", "en": "The server says:"},
    "trouble_place": {"fr": "Ligne et colonne de la requête :", "en": "Line and column of the query:"},
}

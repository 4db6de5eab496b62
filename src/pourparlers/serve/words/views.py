"""Words of the pictures that stand with tables: chart, network, timeline, map."""

from pourparlers.serve.words.texts import Texts

WORDS: Texts = {
    "view_choice": {"fr": "Montrer aussi", "en": "Show also"},
    "view_table": {"fr": "Tableau seul", "en": "Table only"},
    "view_chart": {"fr": "Diagramme", "en": "Chart"},
    "view_network": {"fr": "Réseau", "en": "Network"},
    "view_timeline": {"fr": "Chronologie", "en": "Timeline"},
    "view_map": {"fr": "Carte", "en": "Map"},
    "view_role_label": {"fr": "Libellé", "en": "Label"},
    "view_role_value": {"fr": "Valeur", "en": "Value"},
    "view_role_from": {"fr": "De", "en": "From"},
    "view_role_to": {"fr": "À", "en": "To"},
    "view_role_weight": {"fr": "Poids", "en": "Weight"},
    "view_role_date": {"fr": "Date", "en": "Date"},
    "view_role_lane": {"fr": "Bandes", "en": "Lanes"},
    "view_role_place": {"fr": "Lieu", "en": "Place"},
    "view_told_chart": {
        "fr": "Diagramme en barres : {n} valeurs de « {value} » par « {label} ». Le tableau dit la même chose.",
        "en": "Bar chart: {n} values of “{value}” by “{label}”. The table says the same.",
    },
    "view_told_network": {
        "fr": "Réseau : {n} acteurs ou choses, {m} liens. Le tableau dit la même chose.",
        "en": "Network: {n} actors or things, {m} links. The table says the same.",
    },
    "view_told_timeline": {
        "fr": "Chronologie : {n} dates, de {first} à {last}. Le tableau dit la même chose.",
        "en": "Timeline: {n} dates, from {first} to {last}. The table says the same.",
    },
    "view_told_map": {
        "fr": "Carte du monde : {n} lieux. Le tableau dit la même chose.",
        "en": "Map of the world: {n} places. The table says the same.",
    },
    "view_about_chart": {
        "fr": "Cliquez sur une barre pour ouvrir la page de ce qu'elle compte.",
        "en": "Click on a bar to open the page of what it counts.",
    },
    "view_about_network": {
        "fr": "Plus un trait est épais, plus son poids est grand. Cliquez sur un nom pour ouvrir sa page.",
        "en": "The thicker a line, the greater its weight. Click on a name to open its page.",
    },
    "view_about_timeline": {
        "fr": "Une barre va du premier au dernier jour possible. Cliquez dessus pour ouvrir sa page ; réglez la période"
        " au curseur du bas.",
        "en": "A bar goes from the first to the last possible day. Click on it to open its page; the slider below sets"
        " the period.",
    },
    "view_about_map": {
        "fr": "Plus un point est grand, plus son poids l'est. Cliquez dessus pour ouvrir la page du lieu."
        " Contours : Natural Earth, domaine public.",
        "en": "The larger a dot, the greater its weight. Click on it to open the page of the place."
        " Outlines: Natural Earth, public domain.",
    },
    "view_left": {
        "fr": "L'image montre {parts} éléments ; {n} de plus ne sont que dans le tableau.",
        "en": "The picture shows {parts} items; {n} more are in the table only.",
    },
    "view_zoom_in": {"fr": "Agrandir", "en": "Zoom in"},
    "view_zoom_out": {"fr": "Réduire", "en": "Zoom out"},
    "view_links": {"fr": "(poids des liens)", "en": "(weight of links)"},
    "table_filter": {"fr": "Filtrer les lignes", "en": "Filter the rows"},
    "table_left": {"fr": "Lignes montrées : {n} sur {all}", "en": "Rows shown: {n} of {all}"},
    "table_copy": {"fr": "Copier le tableau", "en": "Copy the table"},
    "table_copied": {"fr": "Lignes copiées : {n}", "en": "Rows copied: {n}"},
    "table_not_copied": {
        "fr": "Le navigateur ne permet pas de copier ; téléchargez le fichier.",
        "en": "The browser does not allow copying; download the file.",
    },
    "table_sort": {"fr": "Trier par cette colonne", "en": "Sort by this column"},
}

"""Words of the overviews: timeline, network, map, coverage."""

from pourparlers.serve.words.texts import Texts

WORDS: Texts = {
    "overview_timeline": {"fr": "Chronologie", "en": "Timeline"},
    "overview_network": {"fr": "Qui rencontre qui", "en": "Who meets whom"},
    "overview_map": {"fr": "Où l'on se rencontre", "en": "Where meetings are held"},
    "overview_coverage": {"fr": "Les sources", "en": "The sources"},
    "overview_about_timeline": {
        "fr": "Les rencontres, les déclarations et les événements des traités qui ont une date, du premier au dernier.",
        "en": "The meetings, statements and events of treaties that have a date, from the first to the last.",
    },
    "overview_about_network": {
        "fr": "Les paires d'acteurs qui ont pris part aux mêmes rencontres tenues ; le poids est leur nombre.",
        "en": "The pairs of actors that took part in the same meetings held; the weight is the number of meetings.",
    },
    "overview_about_map": {
        "fr": "Les lieux des rencontres tenues, et combien y ont eu lieu.",
        "en": "The places of the meetings held, and how many took place there.",
    },
    "overview_about_coverage": {
        "fr": "Les articles lus, par organe et par mois, et ce qui a été trouvé dans chacun.",
        "en": "The articles read, by publisher and by month, and what was found in each.",
    },
    "overview_actor": {"fr": "Acteur (nom ou IRI)", "en": "Actor (name or IRI)"},
    "overview_kind_timeline": {"fr": "Genre d'événement", "en": "Kind of event"},
    "overview_kind_network": {"fr": "Genre d'acteurs", "en": "Kind of actors"},
    "overview_of_Meeting": {"fr": "Rencontres", "en": "Meetings"},
    "overview_of_Statement": {"fr": "Déclarations", "en": "Statements"},
    "overview_of_TreatyEvent": {"fr": "Événements de traités", "en": "Events of treaties"},
    "overview_of_Person": {"fr": "Personnes", "en": "Persons"},
    "overview_of_Institution": {"fr": "Institutions et États", "en": "Institutions and states"},
    "overview_all": {"fr": "Tous", "en": "All"},
    "overview_from": {"fr": "À partir du", "en": "From"},
    "overview_to": {"fr": "Jusqu'au", "en": "Until"},
    "overview_apply": {"fr": "Montrer", "en": "Show"},
    "overview_clear": {"fr": "Tout montrer", "en": "Show all"},
    "overview_nothing_here": {
        "fr": "Rien ne répond à ces critères. Élargissez la période ou enlevez un critère.",
        "en": "Nothing meets these criteria. Widen the period or take a criterion away.",
    },
    "overview_empty": {
        "fr": "Le graphe ne contient encore rien à montrer ici. Construisez-le avec des articles :"
        " pourparlers build DOSSIER, puis rechargez la page.",
        "en": "The graph holds nothing to show here yet. Build it from articles: pourparlers build FOLDER,"
        " then reload the page.",
    },
    "overview_more": {
        "fr": "Lignes de plus, non montrées : {n}. Les critères ou une requête les atteignent.",
        "en": "Rows not shown: {n}. The criteria or a query reach them.",
    },
    "overview_some_more": {
        "fr": "Ce sont les plus récentes ; les critères ou une requête atteignent les autres.",
        "en": "These are the latest; the criteria or a query reach the others.",
    },
    "overview_table_events": {"fr": "Événements", "en": "Events"},
    "overview_table_pairs": {"fr": "Paires d'acteurs", "en": "Pairs of actors"},
    "overview_table_places": {"fr": "Lieux", "en": "Places"},
    "overview_table_publishers": {"fr": "Organes", "en": "Publishers"},
    "overview_table_months": {"fr": "Mois", "en": "Months"},
    "overview_table_articles": {"fr": "Articles", "en": "Articles"},
    "overview_column_date": {"fr": "Date", "en": "Date"},
    "overview_column_what": {"fr": "Quoi", "en": "What"},
    "overview_column_kind": {"fr": "Genre", "en": "Kind"},
    "overview_column_event": {"fr": "Événement", "en": "Event"},
    "overview_column_actors": {"fr": "Acteurs", "en": "Actors"},
    "overview_column_actor": {"fr": "Acteur", "en": "Actor"},
    "overview_column_other": {"fr": "Autre acteur", "en": "Other actor"},
    "overview_column_meetings": {"fr": "Rencontres", "en": "Meetings"},
    "overview_column_first": {"fr": "Premier jour", "en": "First day"},
    "overview_column_last": {"fr": "Dernier jour", "en": "Last day"},
    "overview_column_place": {"fr": "Lieu", "en": "Place"},
    "overview_column_publisher": {"fr": "Organe", "en": "Publisher"},
    "overview_column_articles": {"fr": "Articles", "en": "Articles"},
    "overview_column_month": {"fr": "Mois", "en": "Month"},
    "overview_column_article": {"fr": "Article", "en": "Article"},
    "overview_column_issued": {"fr": "Paru le", "en": "Published"},
    "overview_column_Meeting": {"fr": "Rencontres", "en": "Meetings"},
    "overview_column_Statement": {"fr": "Déclarations", "en": "Statements"},
    "overview_column_Treaty": {"fr": "Traités", "en": "Treaties"},
    "overview_column_Tenure": {"fr": "Postes", "en": "Posts"},
    "overview_rows": {"fr": "Lignes : {n}", "en": "Rows: {n}"},
    "overview_number_undated_Meeting": {
        "fr": "Rencontres sans date, absentes de cette chronologie : {n}.",
        "en": "Meetings without a date, absent from this timeline: {n}.",
    },
    "overview_number_undated_Statement": {
        "fr": "Déclarations sans date, absentes de cette chronologie : {n}.",
        "en": "Statements without a date, absent from this timeline: {n}.",
    },
    "overview_number_undated_TreatyEvent": {
        "fr": "Événements de traités sans date, absents de cette chronologie : {n}.",
        "en": "Events of treaties without a date, absent from this timeline: {n}.",
    },
    "overview_number_nowhere": {
        "fr": "Rencontres tenues dont le lieu n'est pas connu : {n}.",
        "en": "Meetings held whose place is not known: {n}.",
    },
    "overview_number_unlocated": {
        "fr": "Lieux sans coordonnées, dans le tableau mais non sur la carte : {n}.",
        "en": "Places without coordinates, in the table but not on the map: {n}.",
    },
    "overview_number_articles": {"fr": "Articles lus : {n}.", "en": "Articles read: {n}."},
    "overview_number_without_publisher": {
        "fr": "Articles sans organe : {n}. Donnez-le dans metadata.csv.",
        "en": "Articles without a publisher: {n}. Give it in metadata.csv.",
    },
    "overview_number_without_date": {
        "fr": "Articles sans date, ni donnée ni déduite : {n}.",
        "en": "Articles without a date, neither given nor inferred: {n}.",
    },
    "overview_number_without_facts": {
        "fr": "Articles où rien n'a été trouvé : {n}.",
        "en": "Articles in which nothing was found: {n}.",
    },
    "overview_number_one_source": {
        "fr": "Rencontres qui n'ont qu'une source indépendante : {n}.",
        "en": "Meetings with one independent source only: {n}.",
    },
    "overview_number_several_sources": {
        "fr": "Rencontres qui ont plusieurs sources indépendantes : {n}.",
        "en": "Meetings with several independent sources: {n}.",
    },
    "overview_number_copies": {
        "fr": "Comptes rendus de rencontres qui reprennent le texte d'un autre article (dépêches d'agence) : {n}.",
        "en": "Reports of meetings that copy the text of another article (agency copy): {n}.",
    },
}

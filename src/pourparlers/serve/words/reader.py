"""Words of the reader."""

from pourparlers.serve.words.texts import Texts

WORDS: Texts = {
    "reader_text": {"fr": "Texte de l'article", "en": "Text of the article"},
    "reader_facts": {"fr": "Faits de cet article", "en": "Facts of this article"},
    "reader_help": {
        "fr": "Un fait mène à ses mots, des mots soulignés mènent à leurs faits. Échap revient.",
        "en": "A fact leads to its words, underlined words lead to their facts. Escape goes back.",
    },
    "reader_none": {
        "fr": "Aucun fait n'a été relevé dans cet article.",
        "en": "No fact was found in this article.",
    },
    "reader_found": {"fr": "Faits prouvés par ces mots :", "en": "Facts these words prove:"},
    "reader_all": {"fr": "Tous les faits", "en": "All facts"},
    "reader_page": {"fr": "Fiche", "en": "Page"},
    "reader_dating": {"fr": "Pourquoi cette date", "en": "Why this date"},
    "reader_inferred": {"fr": "date déduite du texte", "en": "date inferred from the text"},
    "reader_between": {"fr": "entre le {first} et le {last}", "en": "between {first} and {last}"},
    "reader_original": {"fr": "L'article d'origine", "en": "The original article"},
    "reader_translated": {"fr": "traduction automatique", "en": "machine translation"},
    "reader_remarks": {"fr": "Remarques sur le texte", "en": "Remarks on the text"},
    "reader_file": {"fr": "Fichier", "en": "File"},
    "reader_length": {"fr": "Longueur", "en": "Length"},
    "reader_characters": {"fr": "caractères", "en": "characters"},
    "reader_extraction": {"fr": "Lu par", "en": "Read by"},
    "reader_parts": {"fr": "Parties du texte", "en": "Parts of the text"},
    "reader_part": {"fr": "Partie", "en": "Part"},
    "reader_furniture": {
        "fr": "En gris : ce qui appartient à la page et n'a pas été lu.",
        "en": "In grey: what belongs to the page and was not read.",
    },
    "topic_person": {"fr": "Personnes", "en": "People"},
    "topic_tenure": {"fr": "Postes", "en": "Posts"},
    "topic_institution": {"fr": "Institutions", "en": "Institutions"},
    "topic_meeting": {"fr": "Rencontres", "en": "Meetings"},
    "topic_treaty": {"fr": "Traités", "en": "Treaties"},
    "topic_event": {"fr": "Événements de traités", "en": "Treaty events"},
    "topic_statement": {"fr": "Déclarations", "en": "Statements"},
    "topic_quotation": {"fr": "Citations sans auteur", "en": "Unattributed quotations"},
}

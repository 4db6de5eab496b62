"""A header that says what is not so is refused, with the words at fault."""

import pytest
from pyoxigraph import Store

from pourparlers import queries
from pourparlers.errors import InvalidSavedQuery

SOUND = """\
#+ title.fr = "Qui ?"
#+ title.en = "Who?"
#+ about.fr = "Les acteurs."
#+ about.en = "The actors."
#+ params.actor = { type = "actor", label = { fr = "acteur", en = "actor" } }
#+ returns = ["who"]

SELECT ?who WHERE { ?who ?said ?_actor }
"""


def test_a_sound_header_is_read():
    query = queries.read("actors/who", SOUND)

    assert query.title == {"fr": "Qui ?", "en": "Who?"}
    assert [(p.name, p.type, p.required) for p in query.params] == [("actor", "actor", True)]
    assert query.returns == ("who",)
    assert query.topic == "actors"


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("#+ title.fr", "#+ titre.fr", "unknown key in header: titre"),
        ('#+ about.en = "The actors."\n', "", "about needs one text in each of fr, en"),
        ('type = "actor"', 'type = "person"', "params.actor.type is 'person'"),
        ('type = "actor"', 'type = "enum"', "an enum needs either `values` or `scheme`"),
        ('type = "actor"', 'type = "string", values = ["a"]', "nothing else may have it"),
        ('type = "actor"', 'type = "string", default = 3', "params.actor.default must be a str, not 3"),
        ('type = "actor"', 'type = "actor", colour = "red"', "unknown key in params.actor: colour"),
        ('["who"]', '"who"', "returns must be a list of words"),
        ("?_actor", "?_person", "the query uses ['person']"),
        ('"Qui ?"', '"Qui ?', "the header is not TOML"),
    ],
)
def test_what_is_wrong_is_told(old, new, complaint):
    assert old in SOUND

    with pytest.raises(InvalidSavedQuery) as caught:
        queries.read("actors/who", SOUND.replace(old, new, 1))

    assert complaint in str(caught.value)


def test_other_columns_than_declared_are_refused():
    query = queries.read("x", SOUND.replace('["who"]', '["whom"]'))

    with pytest.raises(InvalidSavedQuery, match=r"the header returns \['whom'\], the query \['who'\]"):
        queries.run(Store(), query, {"actor": "https://example.org/x"})


def test_a_saved_query_is_a_select():
    query = queries.read("x", SOUND.replace("SELECT ?who WHERE", "ASK"))

    with pytest.raises(InvalidSavedQuery, match="a saved query is a SELECT"):
        queries.run(Store(), query, {"actor": "https://example.org/x"})


def test_a_query_is_found_without_its_topic_where_that_is_clear():
    assert queries.find("between") is queries.find("meetings/between")

    with pytest.raises(InvalidSavedQuery, match="more than one saved query is called 'accusations'"):
        queries.find("accusations")
    with pytest.raises(InvalidSavedQuery, match="no saved query 'nothing'"):
        queries.find("nothing")

"""Laws of times: whatever words of time follow one another, what is found is EDTF and its bounds are in order."""

from datetime import date

from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from pourparlers.language import times
from pourparlers.language import times_words as words
from pourparlers.language.document import TimeExpression
from pourparlers.resolve.clock import side_of
from pourparlers.resolve.points import of
from pourparlers.resolve.windows import agree, counted

VOCABULARY = sorted(
    {
        *words.WEEKDAYS, *words.MONTHS, *words.SEASONS, *words.UNITS, *words.ONES, *words.TENS, *words.PARTS,
        *words.LAST, *words.NEXT, *words.LAST_MANY, *words.NEXT_MANY, *words.MOMENTS,
        *["le", "la", "les", "l'", "ce", "cette", "ces", "en", "au", "à", "aux", "de", "du", "des", "d'", "dans", "depuis", "jusqu'", "avant", "après", "entre", "et", "vers", "sous", "ici", "an", "il", "y", "a"],
        *["12", "31", "29", "1er", "2014", "1998", "0", "32", "1999-2001", "29/02/2015", "14-Juillet", "veille", "lendemain", "même", "plus", "tard", "-", ",", "(", ")", "fin", "mi"],
        *["siècle", "XXe", "trimestre", "semestre", "week-end", "dizaine", "une", "quelques", "hier", "demain", "aujourd'hui", "suivant", "précédent", "0001"],
    }
)  # fmt: skip
WINDOWS = [
    (date(2018, 12, 14), date(2018, 12, 14)),
    (date(2018, 12, 1), date(2019, 2, 1)),
    (None, date(2020, 2, 29)),
    (None, None),
]


@settings(max_examples=1500, deadline=None, derandomize=True)
@given(
    st.lists(st.sampled_from(VOCABULARY), min_size=2, max_size=9),
    st.sampled_from(["perfect", "present", "future", "infinitive"]),
    st.sampled_from(WINDOWS),
)
def test_what_is_found_is_edtf_with_bounds_in_order(chosen, tense, window):
    for _, _, found in times.scan(" ".join(chosen).replace("' ", "'")):
        side = side_of(TimeExpression(0, 1, found.kind, found.value), tense)
        base, _, point = found.value.partition("@")
        if "ANCHOR" in base:
            anchor = agree(point, side, *window) if point not in ("", "?") else of("2015-03-09")
            value = anchor and counted(base, anchor, side)
        else:
            value = agree(found.value, side, *window)

        if value is not None:
            assert value.edtf == "" or parse_edtf(value.edtf)
            first, last = value.earliest_begin, value.latest_end
            assert first is None or last is None or first <= last

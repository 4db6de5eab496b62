"""Run a saved query and hold it to its header."""

from collections.abc import Mapping

from pyoxigraph import QuerySolutions, Store

from pourparlers.errors import InvalidQuery, InvalidSavedQuery
from pourparlers.queries.ask import ask, columns
from pourparlers.queries.header import SavedQuery
from pourparlers.queries.parameters import bind


def run(graph: Store, query: SavedQuery, values: Mapping[str, str] | None = None) -> QuerySolutions:
    """Return the answer of *graph* to *query*, its columns in the order the header declares.

    Raises:
        InvalidParameter: a value given does not fit.
        InvalidSavedQuery: the file is no SELECT, or returns other columns than its header says.
    """
    try:
        answer = ask(graph, bind(query, values or {}, graph))
    except InvalidQuery as error:
        raise InvalidSavedQuery(f"{query.name}: {error}") from error
    if not isinstance(answer, QuerySolutions):
        raise InvalidSavedQuery(f"{query.name}: a saved query is a SELECT, this one is not")
    if columns(answer) != query.returns:
        raise InvalidSavedQuery(
            f"{query.name}: the header returns {list(query.returns)}, the query {list(columns(answer))}"
        )
    return answer

"""Why a request is not answered: a status, a sentence, and where in the query the fault is."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from http import HTTPStatus

from pourparlers.errors import InvalidQuery, PourparlersError


@dataclass(frozen=True, slots=True)
class Problem:
    """What goes wrong, as the client is told."""

    status: int
    detail: str
    line: int | None = None
    column: int | None = None

    def members(self) -> dict[str, object]:
        """Return the members of a `application/problem+json` document (RFC 9457)."""
        title = HTTPStatus(self.status).phrase
        return {"title": title, **{name: value for name, value in asdict(self).items() if value is not None}}


class Refusal(PourparlersError):
    """The endpoint does not answer; `problem` says why."""

    def __init__(self, status: int, detail: str, line: int | None = None, column: int | None = None) -> None:
        """Say why a request is refused."""
        super().__init__(detail)
        self.problem = Problem(status, detail, line, column)

    @classmethod
    def of(cls, problem: Problem) -> Refusal:
        """Return the refusal for a problem told by somebody else."""
        return cls(problem.status, problem.detail, problem.line, problem.column)


def of_query(error: InvalidQuery) -> Problem:
    """Return the problem of a query: the client's where it does not parse, ours where it cannot be evaluated."""
    status = 400 if isinstance(error.__cause__, SyntaxError) else 500
    return Problem(status, str(error), error.line, error.column)

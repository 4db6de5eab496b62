"""Every error the library raises on purpose.

* PourparlersError
  · ResourceNotFound      a file of ontology/, shapes/, queries/, seeds/ or a lexicon is missing
  · InvalidAuthority      a line or node of the authority data or a lexicon cannot be read
  · InvalidSavedQuery     a .rq header or body does not parse
  · InvalidParameter      a value given to a saved query does not fit its type
  · InvalidQuery          an ad-hoc query does not parse
  · InvalidArticle        one article cannot be read: it is skipped, and counted
  · InvalidStore          a folder is no store, or its files are damaged
  · StoreLocked           another build is at work on the store
  · InvalidGraph          violations stop the build; `findings` says where
  · InvalidJudgement      a judgement names things the store does not hold, or contradicts another
  · InvalidGold           a gold file is not of the guideline's format
  · UnknownName           no person, institution, meeting or treaty bears the name asked for
  · Refusal               the endpoint does not answer a request; `problem` says why (serve/problems.py)
"""


class PourparlersError(Exception):
    """Base of every error raised on purpose; its text is fit for the user."""


class ResourceNotFound(PourparlersError):
    """A file that belongs to the distribution is missing."""


class InvalidAuthority(PourparlersError):
    """A line or node of the authority data or a lexicon cannot be read."""


class InvalidSavedQuery(PourparlersError):
    """A saved query's header or body does not parse."""


class InvalidParameter(PourparlersError):
    """A value given to a saved query does not fit its type."""


class InvalidQuery(PourparlersError):
    """An ad-hoc query does not parse; `line` and `column`, from 1, say where if that is known."""

    def __init__(self, message: str, line: int | None = None, column: int | None = None) -> None:
        """Say what is wrong, and where."""
        super().__init__(message)
        self.line, self.column = line, column


class InvalidArticle(PourparlersError):
    """One article cannot be read; it is skipped and counted."""


class InvalidStore(PourparlersError):
    """A folder is not a store, or its files are damaged."""


class StoreLocked(PourparlersError):
    """Another build is at work on the store."""


class InvalidGraph(PourparlersError):
    """A graph violates the shapes."""


class InvalidJudgement(PourparlersError):
    """A judgement names things the store does not hold, or contradicts another."""


class InvalidGold(PourparlersError):
    """A gold file is not of the guideline's format."""


class UnknownName(PourparlersError):
    """Nothing in the store bears the name asked for."""

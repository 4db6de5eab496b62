"""From bytes to text: which encoding a file is in, and what had to be repaired."""

from __future__ import annotations

import codecs
import re
import unicodedata

import ftfy

from pourparlers.errors import InvalidArticle

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# UTF-8 read as Windows-1252 somewhere upstream: "Ã©", "â€™"
_MOJIBAKE = re.compile("Ã[\x80-\xbf©¨ªª´§®»¯]|â€[\x99™œ\x9d“”]|Â[«»\xa0°]")
# characters that no reader sees; kept, they would cut words in two
_INVISIBLE = dict.fromkeys([0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0x200E, 0x200F])
_LINE_ENDS = re.compile("\r\n?|[\x85\u2028\u2029]")
# two spaces inside "Anna  Lind" would part her names; columns and indents are no matter of ours
_BLANKS = re.compile("(?<=[^\\s])([ \t\xa0\u202f\u2009])[ \t\xa0\u202f\u2009]+(?=[^\\s])")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f]")


_SAMPLE = 4096  # bytes looked at
_STRAY = 0.01  # share of zero bytes that is dirt, not another encoding
_BINARY = 0.05  # share of control characters above which bytes are no text


def decode(raw: bytes) -> tuple[str, tuple[str, ...]]:
    """Return the text of a file and remarks on what was repaired.

    Tried in this order: a byte order mark, UTF-16 without one, UTF-8, UTF-8 with broken bytes (each becomes U+FFFD),
    Windows-1252. The text is NFC, its lines end in "\\n", and invisible and control characters are gone,
    and so are further spaces after a first one inside a line.

    Raises:
        InvalidArticle: the bytes are not text.
    """
    text, remarks = _decoded(raw)
    if _MOJIBAKE.search(text):
        repaired = ftfy.fix_encoding(text)
        if repaired != text:
            text, remarks = repaired, (*remarks, "double-encoded")
    if len(_CONTROLS.findall(text[:_SAMPLE])) > _BINARY * min(len(text), _SAMPLE):
        raise InvalidArticle("not a text file: it is full of control characters")
    text = _CONTROLS.sub("", _LINE_ENDS.sub("\n", text).replace("\x0c", "\n")).translate(_INVISIBLE)
    text = _BLANKS.sub(r"\1", text)
    return unicodedata.normalize("NFC", text), remarks


def _decoded(raw: bytes) -> tuple[str, tuple[str, ...]]:
    for mark, codec in _BOMS:
        if raw.startswith(mark):
            return raw.decode(codec, errors="replace"), ()
    zeros = raw.count(0, 0, _SAMPLE)
    if zeros > _STRAY * min(len(raw), _SAMPLE):
        return _utf16(raw), ("utf-16-without-bom",)
    try:
        return raw.decode("utf-8"), ()
    except UnicodeDecodeError:
        pass
    broken = raw.decode("utf-8", errors="replace")
    # Windows-1252 read as UTF-8 breaks at nearly every accent; damaged UTF-8 keeps most of them
    accents = sum(1 for char in broken if "\x80" < char != "\ufffd")
    if accents > broken.count("\ufffd"):
        return broken, ("broken-bytes",)
    return raw.decode("cp1252", errors="replace"), ("windows-1252",)


def _utf16(raw: bytes) -> str:
    """Return text in UTF-16 without byte order mark, told by the zero bytes of its Latin letters."""
    even, odd = raw[0:_SAMPLE:2].count(0), raw[1:_SAMPLE:2].count(0)
    half = min(len(raw), _SAMPLE) // 2
    if max(even, odd) < 0.7 * half or min(even, odd) > 0.1 * half:
        raise InvalidArticle("not a text file: it holds zero bytes")
    return raw.decode("utf-16-be" if even > odd else "utf-16-le", errors="replace")

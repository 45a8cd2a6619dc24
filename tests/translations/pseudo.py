"""Make a language that nobody speaks: each text with accents, in brackets, 60 % longer. What it cuts off would be cut
off in some real language too; what it leaves in plain letters is not translatable.
"""

from __future__ import annotations

import re
from itertools import cycle, islice
from typing import Final

from PySide6.QtCore import QCoreApplication, QTranslator

_ACCENTS: Final = str.maketrans("aceinouyzACEINOUYZ", "áçéîñöûýžÅÇÉÎÑÖÛÝŽ")
# Parameters, plurals, patterns of file names and mnemonics stay as they are.
_KEPT: Final = re.compile(r"(\{\w+\}|%L?n|\*\.\w+|\*|&\w)")
_FILLING: Final = "one two three four five six seven eight nine ten "


def lengthened(text: str) -> str:
    """Return "[Šéñd öñé]" for "Send": 60 % longer, so that translations of short words have room too."""
    more = "".join(islice(cycle(_FILLING), max(round(len(text) * 0.6) - 3, 1))).strip()
    parts = _KEPT.split(f"{text} {more}" if more else text)
    return "[" + "".join(part if n % 2 else part.translate(_ACCENTS) for n, part in enumerate(parts)) + "]"


class PseudoTranslator(QTranslator):
    """Makes translations up at run time; nothing of it is shipped."""

    def isEmpty(self) -> bool:  # noqa: N802 - Qt calls it
        return False

    def translate(
        self,
        context: str,
        source: str,
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str:
        if context[:1] == "Q" and context[1:2].isupper():
            return source  # Qt's own texts
        if disambiguation and "date format" in disambiguation:
            return source
        return lengthened(source)


def speak_pseudo() -> PseudoTranslator:
    """Install the pseudo-language above the catalogue in use."""
    translator = PseudoTranslator(QCoreApplication.instance())
    assert QCoreApplication.installTranslator(translator)
    return translator

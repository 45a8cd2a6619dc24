"""Test that the catalogues are up to date, whole, and fit their sources (`python -m tests.translations.update`)."""

from __future__ import annotations

import re
import shutil
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator
from tests.translations.catalogues import (
    FOLDER,
    LANGUAGES,
    TRANSLATED,
    Message,
    compile_,
    problem_texts,
    read,
    update,
)

from ledgerdrop.content import formats
from ledgerdrop.model.problems import Code
from ledgerdrop.ui.text.language import NAMES

# Unicode CLDR, "Language Plural Rules", in the order of Qt's own forms: one and other; in Arabic zero, one, two, few,
# many and other, of which one and two are words that need no figure.
FORMS = {"en": 2, "hi": 2, "ar": 6}
WITHOUT_FIGURE = {"ar": (1, 2)}
PLACEHOLDER = re.compile(r"\{\w+\}|%L?n")
PATTERN = re.compile(r"\*\.\w+")
# What ends in words of its own language; anything else that is filled in may end in a Latin letter or a figure.
BAR_BEHIND_LATIN = re.compile(r"(?:[A-Za-z0-9…]|\{(?!what\b|headline\b)\w+\})।")


@cache
def kept(language: str) -> list[Message]:
    return read(FOLDER / f"{language}.ts")


def asks(text: str) -> bool:
    """Return whether a text's end says that something follows: a dialog, a result, an answer."""
    return text[-1] in "…?؟"


def faults(message: Message, language: str) -> list[str]:
    """Return what is wrong with a translation."""
    found = [] if message.finished and all(message.forms) else ["unfinished"]
    if message.counts and len(message.forms) != FORMS[language]:
        found.append("plural forms")
    wanted = sorted(PLACEHOLDER.findall(message.source))
    for number, form in enumerate(message.forms):
        needed = wanted
        if message.counts and number in WITHOUT_FIGURE.get(language, ()) and not re.search("%L?n", form):
            needed = [one for one in wanted if not one.startswith("%")]
        if sorted(PLACEHOLDER.findall(form)) != needed:
            found.append(f"placeholders of form {number}")
        if PATTERN.findall(form) != PATTERN.findall(message.source):
            found.append("patterns of file names")
        if ("&" in message.source.replace("& ", "")) != ("&" in form.replace("& ", "")):
            found.append("mnemonic")
        if form and asks(message.source) != asks(re.sub(r" \(&\w\)$", "", form)):
            found.append("end")
    return found


def test_every_language_that_can_be_chosen_has_a_catalogue() -> None:
    assert set(NAMES) == set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_catalogue_is_stale(language: str, tmp_path: Path) -> None:
    fresh = update(language, Path(shutil.copy(FOLDER / f"{language}.ts", tmp_path)).parent)
    assert {one.key for one in read(fresh)} == {one.key for one in kept(language)}


def test_no_full_stop_of_hindi_is_read_as_a_letter() -> None:
    """Behind Latin letters or figures the upright bar is an I or a 1: "GENERAL_LEDGER।", "3।"."""
    assert [form for one in kept("hi") for form in one.forms if BAR_BEHIND_LATIN.search(form)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_translation_is_finished_and_keeps_its_placeholders(language: str) -> None:
    found = {(one.context, one.source): faults(one, language) for one in kept(language)}
    assert {key: wrong for key, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compiled_catalogue_is_of_today(language: str, tmp_path: Path) -> None:
    fresh = tmp_path / f"{language}.qm"
    compile_(FOLDER / f"{language}.ts", fresh)
    assert fresh.read_bytes() == (FOLDER / f"{language}.qm").read_bytes()


def test_faults_of_a_translation_are_found() -> None:
    def wrong(source: str, *forms: str, counts: bool = False, language: str = "hi") -> list[str]:
        return faults(Message("", source, "", counts, True, forms), language)

    assert wrong("Send as {name}", "{name} भेजें") == []
    assert wrong("Send as {name}", "भेजें") == ["placeholders of form 0"]
    assert wrong("Send", "") == ["unfinished"]
    assert wrong("%Ln file(s)", "%Ln फ़ाइल", "फ़ाइलें", counts=True) == ["placeholders of form 1"]
    assert wrong("%Ln file(s)", *["%Ln", "x", "x", "%Ln", "%Ln", "%Ln"], counts=True, language="ar") == []
    assert wrong("%Ln file(s)", "%Ln", "%Ln", counts=True, language="ar") == ["plural forms"]
    assert wrong("&Send", "भेजें") == ["mnemonic"]
    assert wrong("Add…", "जोड़ें") == ["end"]


@pytest.mark.parametrize("language", TRANSLATED)
def test_all_that_is_said_of_files_and_accounts_is_translated(language: str) -> None:
    known = {one.source for one in kept(language) if one.context == "Problem"}
    said = {one.what for one in vars(formats).values() if isinstance(one, formats.Format)}
    said |= {
        formats.of_mime(mime).what for mime in (*formats.BY_MIME, "image/png", "audio/x", "video/x", "font/x", "x/y")
    }
    said |= {text for code in Code for text in (code.value.headline, code.value.advice)}
    assert said <= known
    assert said <= set(problem_texts())


@pytest.mark.parametrize(("language", "figures"), [("hi", (1, 2)), ("ar", (0, 1, 2, 3, 11, 100))])
def test_each_plural_form_is_used(language: str, figures: tuple[int, ...]) -> None:
    translator = QTranslator()
    assert translator.load(str(FOLDER / f"{language}.qm"))
    source = "%Ln file(s) added"
    (message,) = [one for one in kept(language) if one.source == source]
    assert tuple(translator.translate(message.context, source, None, figure) for figure in figures) == message.forms


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_has_the_same_parts_in_every_language(language: str) -> None:
    def outline(code: str) -> list[str]:
        page = (FOLDER.parent / "help" / f"{code}.md").read_text(encoding="utf-8")
        return re.findall(r"(?m)^#+ |\]\(\w+\)|(?:Ctrl|Shift)\+\w+", page)

    assert outline(language) == outline("en")

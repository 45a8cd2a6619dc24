"""Classify lines of text: rows of a table, prose, program code, or messages that portals send in a file's place.

This module judges single lines; `plain_text` weighs the lines of a file against each other.
"""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import Final

_LONGEST: Final = 300  # characters of a line that are looked at

# Where a program broke down.
_TRACE: Final = (
    r"Traceback \(most recent call last\)|Caused by: |Exception in thread |"
    r'\s+File ".{1,300}", line \d+|'
    r"\s+at\s+[\w.$<>`\[\]+]+\s?\(|\s*at\s+\S+:\d+:\d+\)?$|\s*at\s+\S.{0,200} in \S.{0,200}:line \d+|"
    r"#\d+\s+(?:\S+\(\d+\):|\{main\})|\s+\.\.\. \d+ (?:more|common frames)|"
    r"[\w$.]{0,200}(?:Exception|Error)(?:: .*)?$"
)
_CODE: Final = re.compile(
    # Words that begin a statement of some language, with what must follow them.
    r"\s*(?:from\s+[\w.]+\s+import\b|"
    r"""import\s+(?:\w+(?:,\s+\w+)+$|[\w.*{"'(]+[^,;|\t]*;?$)|"""
    r"(?:async\s+)?(?:def\s+\w+\s*|function\b[^,|\t]*)\(|"
    r"class\s+\w+(?:\s*\(|[^,|\t]*[:{(]\s*$)|"
    r"""return(?:(?:\s[^,;|\t]*)?;?$|\s*[\[({<"'])|"""
    r"raise\s+\w+|"
    r"(?:if|for|while|switch|catch)\s*\(|"
    r"(?:if\s+[^,;|\t]+|(?:while|with)\s.+):$|"
    r"elif\s|(?:\}\s*)?else\s*(?:[:{]|if\b)|"
    r"for(?:each)?\s+\$?\w+(?:,\s*\w+)*\s+in\s|"
    r"(?:do|try|finally)\s*[:{]|except\b.*:|case\s+\S+:|"
    r"(?:export|public|private|protected|static|abstract|final|virtual|inline|extern)\s+\w+[^,|\t]*[({;=]|"
    r"(?:var|let|const|my|our|local|val|mut)\s+[$@%\w({\[][^|\t]*=|(?:my|our)\s+[$@%(]|"
    r"(?:unsigned|struct|typedef|enum|union|volatile|register)\s+\w+[^|\t]*[;{(*]|"
    r"(?:void|int|char|bool|float|double|long|short|size_t|u?int\d+_t)\s+\**\w+\s*[(;=\[]|"
    r"(?:const\s+)?[A-Za-z]\w+\s?[*&]{1,2}\s?\w+\s*[;=(\[]|"
    r"use\s+(?:strict|warnings|[A-Z]\w*(?:::\w+)*)\b[^,|\t]*;|package\s+[\w:.]+;|sub\s+\w+\s*(?:\([^)]*\)\s*)?\{|"
    r"""namespace\s+[\w\\:.]+\s*[;{]|using\s+[\w.:\s=]+;|require(?:_once|_relative)?[\s(]+["']|"""
    r"(?:SELECT|INSERT\s+(?:OR\s+\w+\s+)?INTO|UPDATE|DELETE\s+FROM|CREATE\s+(?:\w+\s+){0,4}?(?:TABLE|INDEX|"
    r"VIEW|FUNCTION|PROCEDURE|TRIGGER|DATABASE|SEQUENCE|EXTENSION|AGGREGATE|OPERATOR|TYPE|CAST)|"
    r"DROP\s+(?:TABLE|INDEX|VIEW|FUNCTION|EXTENSION|TYPE)|ALTER\s+(?:TABLE|EXTENSION|FUNCTION|DATABASE|"
    r"""OPERATOR))\s+[\w"'`*(]|"""
    r"(?:BEGIN|COMMIT|ROLLBACK|END)\s*;|GRANT\s+\w+\s+ON\s|SET\s+\w+\s*(?:=|TO)\s|\\echo\s|"
    r"""echo\s+["'$-]|(?:fi|done|esac|then|do)$|set\s+-[a-z]|source\s+\S+$|\.\s+/\S+$|"""
    r"<\?php|<%|"
    r"(?:Public |Private )?(?:Sub|Function)\s+\w+\s*\(|End (?:Sub|Function|If|With)$|Dim\s+\w+\s+As\b|"
    r"\\[A-Za-z]+[\[{]|"
    r"@\w+(?:\.\w+)*(?:\(.*\))?;?\s*$|"
    # Comments, and the ends of blocks.
    r"//|/\*|\*/|\*(?:\s|$)|--\s+\S|\{-|;;\s|%%|"
    r"#\s*(?:include|define|undef|ifdef|ifndef|if|elif|else|endif|pragma)\b|"
    r"\"{3}|'{3}|=(?:head\d|cut|pod|over|item|back)\b|"
    r"\}[\s;,)]*$|\]\s*[,;)]*\s*$|\)\s*(?:\{|[;:]?\s*$)|end;?$|"
    # An assignment, calls, a rule of a style sheet and what stands in it.
    r"""\$?[A-Za-z_][\w.\->\[\]$:"']{0,80}(?:\s+(?:[-+*/|&.:%^]|<<|>>|\|\||\*\*)?=(?![=>,;|\t])\s*\S|"""
    r"(?:[-+*/|&.:%^])?=(?![=>,;|\t])[^,;|\t]*;$)|"
    r"[A-Za-z_$][\w.$]*(?:->\w+|::\w+)*\s?\([^\t|]*\)\s*[;{:]|"
    r"[A-Za-z_$@][\w$]*(?:\.|->|::)[\w.$]*\([^\t|]*|"
    r"[.#@:]?[a-z][^{}|\t]{0,100}\{[^}]*\}?\s*$|"
    r"[a-z-]+\s*:\s*[^,;|\t]+;\s*$)|"
    # Logs and differences.
    r"\[?\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(?:[.,]\d+)?[Z\]]?[\s:-]+\S{0,60}\s?\[?(?:INFO|WARN(?:ING)?|ERROR|"
    r"DEBUG|TRACE|FATAL|CRITICAL)\b|"
    rf"diff --git |@@ -\d+,|[-+]{{3}} [ab]/|{_TRACE}"
)
# A line that goes on: no row of a table ends like this.
_GOES_ON: Final = re.compile(r"(?:[{(\[\\]|=>|->|&&|\|\||\)\s*;|\}\s*;|\"\s*;|'\s*;|\w\s*=)\s*$|\)\s*:$")
_FIELD: Final = re.compile(
    r"\s*[\"']?[A-Za-z_][\w .\-/]{0,40}[\"']?\s*(?:[=:]\s|=\S|:$)|\s*\[\[?[\w.\-:\" ]+\]?\]\s*$|\s*-\s+\S"
)

_NUMBER_CELL: Final = re.compile(
    r"(?:^|[,;\t|])[ ]*+\"?[-+(]?[^\w\s,;|\"]{0,2}\d[\d./:\-]*+(?:[ ][\d./:\-]++){0,4}\)?\"?[ ]*+"
    r"(?:%|CR|DR|Cr|Dr)?\.?[ ]*+(?=[,;\t|]|$)"
)
# Delimiters as rows have them, not as sentences.
_STUCK: Final = re.compile(r"[^\s\d,;][,;][^\s,;\"'\u201d\u2019)\]]|[,;]{2}|[\t|]")
_WORD: Final = re.compile(
    r"(?<![^\s\"'\u201c\u2018(*_])[^\W\d_](?:[^\W\d_]|['\u2019-](?=\w))*(?=[\s.,;:!?…।。؟)\"'\u201d\u2019*_]|$)"
)
_SENTENCE_END: Final = re.compile(r"[.!?…।。؟]+[\"'\u201d\u2019)*_]*\s*$")
_LETTER: Final = re.compile(
    r"(?i)(?:Dear|Respected|Hello|Hi|Thanks|Thank you|(?:Kind |Best |Warm )?Regards|"
    r"Yours (?:faithfully|sincerely|truly)|Sincerely)\b[^,;|\t]{0,30},?\s*$"
)
_WIDE_STOP: Final = re.compile("[\u3002\uff0c\u3001\uff1b\uff01\uff1f]")
_ABBREVIATION: Final = re.compile(
    r"\b(?:No|Nos|Amt|Rs|Qty|Ltd|Pvt|Inc|Co|Dr|Cr|Mr|Mrs|Ms|St|Rd|etc|Vol|Dept|Ref|Acc|A/c|Sr|Jr|[A-Z])\.$"
)

# What portals and programs say when they have no file to give.
_MESSAGE: Final = re.compile(
    r"(?i)\b(?:session|token|link|password|licen[cs]e|request|certificate|otp)\b[^,;|\t\r\n]{0,40}\b(?:expired|"
    r"invalid|timed? ?-?out|denied|failed|terminated|ended)|"
    r"(?:expired|invalid|missing)\s+(?:session|token|request|credentials|otp)|"
    r"access (?:is |was )?denied|(?:not |un)authori[sz]ed|\bforbidden\b|you (?:do not|don't) have|"
    r"\b(?:no|0|zero) (?:\w+ ){0,3}(?:records?|data|results?|rows?|entries|transactions?|invoices?|"
    r"documents?|files?)\b[^,;|\t\r\n]{0,20}(?:found|available|exists?|to (?:display|show|export|download)|"
    r"match|returned|selected|for)|"
    r"^\s*no (?:records?|data|results?)\W*$|"
    r"(?:records?|data|results?|file|page|attachment|document|report)s? (?:was |were |is |are |"
    r"could )?not (?:be )?(?:found|available)|"
    r"(?:log|sign) ?-?(?:in|on|out) (?:again|to continue|required)|"
    r"\bplease (?:try|contact|log|sign|wait|refresh|retry|select|login|enter|check|re-?login)|try again|"
    r"internal (?:server )?error|bad (?:gateway|request)|gateway time-?out|"
    r"(?:service (?:is )?|temporarily )unavailable|under maintenance|too many requests|something went wrong|"
    r"stack ?trace|traceback \(|unhandled exception|exception in thread|"
    r"\b(?:an?|unexpected|unknown|system|server|database|fatal|runtime|application|network|connection|"
    r"parse) (?:\w+ )?(?:error|exception)\b|"
    r"error (?:has )?occurred|\berror ?(?:code|no|id|message)?\s?(?:[:=#]|\d)|"
    r"(?:unable to|could not(?: be)?|failed to) (?:process|connect|load|generate|download|complete|fetch|open)|"
    r"(?:connection|query|request|execution|operation|response)[^,;|\t\r\n]{0,20}(?:timed out|time-?out|"
    r"expired|lost|closed|reset|refused|aborted)|"
    r"maximum (?:number of )?(?:rows|records|attempts)|out of memory|memory (?:size|exhausted|limit)|"
    r"\b[45]\d\d (?:not found|forbidden|unauthori[sz]ed|error|bad|service|internal|gateway)"
)


# What is left behind rows when a program breaks down. Notes under a statement must not match: "Errors and omissions
# excepted", "Please contact your branch".
_BREAKDOWN: Final = re.compile(
    r"(?i)^\W*(?:(?:php|fatal|parse|catchable|runtime|sql|server|internal|unexpected|unhandled|unknown|system|database|"
    r"network|application|connection|timeout|execution|script) ){0,3}(?:error|exception)(?: \w+)?\s*[:\[(#\d]|"
    r"\b(?:session|token|login|license)\b.{0,20}\b(?:expired|timed out|terminated)\b|"
    r"\b(?:timed out|time-?out (?:expired|period)|out of memory|memory (?:size|exhausted)|internal server error|"
    r"bad gateway|gateway time-?out|service unavailable|unexpected end of|broken pipe|maximum execution time)\b|"
    r"\b(?:connection|query|request|export|download|process|transaction|report|server|script|job)\b.{0,20}\b"
    r"(?:lost|reset|refused|closed|aborted|interrupted|killed|failed|cancell?ed|deadlocked)\b|"
    r"\b(?:an?|unexpected|unknown|system|server|database|fatal) (?:\w+ )?(?:error|exception)\b|"
    r"\b(?:error|exception) (?:has |was )?(?:occurred|thrown|raised)\b|\b(?:please try again|try again later)\b|"
    r"\bplease (?:log|sign) ?-?in again\b|\binternal error\b|^\W*(?:access|permission) denied\b|^\W*aborted\b|"
    r"^\W*ORA-\d{4,5}\b|^Msg \d+, Level \d+|\bSQLSTATE\b|^ERROR \d{4} \(|^\W*[45]\d\d [A-Z][a-z]+ "
)
_TRACED: Final = re.compile(_TRACE)


class LineKind(Enum):
    """Lists how a single line reads."""

    ROW = auto()  # it may be a row: nothing speaks against it
    SENTENCE = auto()
    CODE = auto()
    FIELD = auto()  # a name and its value: a setting, or a line of a letterhead


def kind_of(line: str) -> LineKind:
    """Classify a line by itself; quoted text in it should have been replaced by a word before."""
    line = line[:_LONGEST]
    if _CODE.match(line) or _GOES_ON.search(line):
        return LineKind.CODE
    if is_sentence(line) or _LETTER.match(line):
        return LineKind.SENTENCE
    field = _FIELD.match(line)
    return LineKind.FIELD if field and not _STUCK.search(line, field.end()) else LineKind.ROW


def is_sentence(line: str) -> bool:
    """Return whether punctuation and small words make the line prose. A cell that is a number makes it a row."""
    if len(_WIDE_STOP.findall(line)) * 25 > len(line) and not _NUMBER_CELL.search(line):
        return True  # Chinese and Japanese, which put no spaces between words
    if len(line) < 15 or _STUCK.search(line) or _NUMBER_CELL.search(line):
        return False
    words = _WORD.findall(line)
    cells = line.count(",") + line.count(";") + 1
    if len(words) < 4 or len(words) < 2.5 * cells:
        return False
    small = sum(not word[0].isupper() for word in words)
    return small * 2 >= len(words)


def ends_as_sentence(line: str) -> bool:
    """Return whether a line of several words ends with a full stop or the like, not with an abbreviation."""
    line = line.rstrip()[-_LONGEST:]
    return bool(_SENTENCE_END.search(line)) and len(line.split()) >= 3 and not _ABBREVIATION.search(line)


def is_message(line: str) -> bool:
    """Return whether the line says what portals and programs say when they have no file to give."""
    return bool(_MESSAGE.search(line[:_LONGEST]))


def is_breakdown(line: str) -> bool:
    """Return whether the line says that a program broke down, as one behind the last row of an export may."""
    line = line[:_LONGEST]
    return bool(_BREAKDOWN.search(line) or _TRACED.match(line))


def has_numbers(line: str) -> bool:
    """Return whether a cell of the line is a number, an amount or a date."""
    return bool(_NUMBER_CELL.search(line))

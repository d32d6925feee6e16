"""Marks inside a line of Markdown -> the text that a reader would see."""

import html
import re

from extractors.wording import one_line

_PICTURE = re.compile(r"!\[([^\]]*)\]\([^)]*\)")
_LINK = re.compile(r"(?<!!)\[((?:[^\[\]\\]|\\.)*)\]\((?:[^()\s]|\([^()]*\))*(?:\s+\"[^\"]*\")?\)")
_STRUCK = re.compile(r"~~(.+?)~~")
_BREAK_TAG = re.compile(r"<br\s*/?>", re.IGNORECASE)
_RAISED_TAG = re.compile(r"<sup>(.*?)</sup>", re.IGNORECASE)
_TAG = re.compile(r"</?(?:b|i|u|em|strong|span|sub|p|center|small|font)(?:\s[^<>]*)?>", re.IGNORECASE)
# A star after a figure or letter ('3*') is a note mark, never the beginning of stress.
_STRESS = (
    re.compile(r"(?<![\w*])(\*{1,3})(?=\S)(.+?)(?<=\S)\1(?![\w*])"),
    re.compile(r"(?<![\w_])(_{1,3})(?=\S)(.+?)(?<=\S)\1(?![\w_])"),
)
_CODE = re.compile(r"`([^`]+)`")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|~<>$&])")
_HARD_BREAK = re.compile(r"\\\s*$")


def plain(text: str) -> str:
    """The line without marks of stress, links and pictures; struck text is left out (see `struck`)."""
    text = _BREAK_TAG.sub(" ", _HARD_BREAK.sub("", text))
    text = _STRUCK.sub("", _PICTURE.sub(r"\1", text))
    text = _TAG.sub("", _RAISED_TAG.sub(r"\1", _LINK.sub(r"\1", text)))
    for stress in _STRESS:
        text = stress.sub(r"\2", text)
    return one_line(html.unescape(_ESCAPED.sub(r"\1", _CODE.sub(r"\1", text))))


def struck(text: str) -> str:
    """What is struck through in a line, '' where nothing is."""
    return one_line(" ".join(_STRUCK.findall(text)))

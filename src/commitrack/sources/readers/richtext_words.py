"""The control words of rich text: which groups hold no words of the document, what stands for what.

After Microsoft's Rich Text Format Specification, version 1.9.1.
"""

from __future__ import annotations

LEFT_OUT = frozenset(
    b"fonttbl colortbl stylesheet info pict object header headerl headerr headerf footer footerl"
    b" footerr footerf fldinst themedata colorschememapping listtable listoverridetable revtbl"
    b" rsidtbl generator datastore latentstyles template xmlnstbl annotation atnid atnauthor"
    b" atrfstart atrfend atndate atnref bkmkstart bkmkend datafield filetbl nonshppict pgptbl"
    b" private mmathPr userprops xmlopen wgrffmtfilter tc xe formfield ftnsep ftnsepc ftncn aftnsep"
    b" aftnsepc aftncn pntxta pntxtb pnseclvl sp sn sv shpinst background defchp defpap".split()
)
KEPT_STARRED = frozenset(b"shppict ud pn footnote ftnalt".split())
"""Destinations that a reader may skip, but whose words are the document's."""
CHARACTERS = {
    b"emdash": "—",
    b"endash": "–",
    b"lquote": "‘",
    b"rquote": "’",
    b"ldblquote": "“",
    b"rdblquote": "”",
    b"bullet": "•",
    b"tab": " ",
    b"line": "\n",
    b"lbr": "\n",
    b"softline": "\n",
    b"emspace": " ",
    b"enspace": " ",
    b"qmspace": " ",
    b"nestcell": " ",
}
SYMBOLS = {
    b"~": "\xa0",
    b"_": "\N{NON-BREAKING HYPHEN}",
    b"-": "",
    b"\\": "\\",
    b"{": "{",
    b"}": "}",
}
CHARSETS = {
    0: "cp1252",
    2: "cp1252",
    77: "mac-roman",
    128: "cp932",
    129: "cp949",
    134: "gb18030",
    136: "big5",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
    255: "cp437",
}
"""The code page of a font's character set."""

ON_OFF = {b"v": "hidden", b"deleted": "deleted"}
"""Words that switch on what takes characters out of the text; with a 0 behind, off."""

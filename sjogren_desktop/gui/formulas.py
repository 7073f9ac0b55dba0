r"""Formulas of the method pages, written in TeX, as text that Qt's Markdown shows.

Only what the pages use is known: Greek letters, operators, accents, scripts,
fractions, roots, small matrices. An unknown command stops a test, never a
reader, who sees its name.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_SYMBOLS = {
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "varepsilon": "ε", "epsilon": "ε",
    "zeta": "ζ", "eta": "η", "theta": "θ", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν",
    "xi": "ξ", "pi": "π", "rho": "ρ", "sigma": "σ", "tau": "τ", "phi": "φ", "varphi": "φ",
    "chi": "χ", "psi": "ψ", "omega": "ω", "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ",
    "Lambda": "Λ", "Pi": "Π", "Sigma": "Σ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω", "ell": "ℓ",
    "sum": "∑", "prod": "∏", "int": "∫", "partial": "∂", "infty": "∞", "pm": "±", "mp": "∓",
    "times": "×", "cdot": "·", "circ": "∘", "otimes": "⊗", "le": "≤", "leq": "≤", "ge": "≥",
    "geq": "≥", "ne": "≠", "neq": "≠", "approx": "≈", "sim": "~", "propto": "∝", "in": "∈",
    "notin": "∉", "subset": "⊂", "cup": "∪", "cap": "∩", "mid": "∣", "langle": "⟨",
    "rangle": "⟩", "lfloor": "⌊", "rfloor": "⌋", "lceil": "⌈", "rceil": "⌉", "to": "→",
    "rightarrow": "→", "leftarrow": "←", "dots": "…", "ldots": "…", "cdots": "⋯", "prime": "′",
    "forall": "∀", "exists": "∃", "emptyset": "∅", "setminus": "∖", "equiv": "≡", "ll": "≪",
    "gg": "≫", "top": "⊤", "lVert": "‖", "rVert": "‖", "quad": "\u2003", "qquad": "\u2003\u2003",
    ",": "\u2009", ";": "\u2005", ":": "\u2005", "!": "", " ": " ", "{": "{", "}": "}",
    "|": "‖", "#": "#", "%": "%", "&": "&", "_": "_", "\\": " ",
}  # fmt: skip
_WORDS = ("log", "exp", "min", "max", "sup", "inf", "Pr", "det", "dim", "lim", "arg", "ln", "gcd")
_IGNORED = ("left", "right", "big", "Big", "bigl", "bigr", "Bigl", "Bigr", "displaystyle", "limits")
_ACCENTS = {
    "hat": "\u0302", "widehat": "\u0302", "tilde": "\u0303", "widetilde": "\u0303",
    "bar": "\u0304", "overline": "\u0304", "dot": "\u0307",
}  # fmt: skip
_UPRIGHT = ("mathrm", "text", "operatorname", "textrm", "mathbf", "mathit", "boldsymbol", "mathcal")
_TOKEN = re.compile(r"\\(?:[A-Za-z]+|.)|[{}^_&]|\s+|.", re.DOTALL)
_SPECIAL = str.maketrans(
    {c: f"&#{ord(c)};" for c in "&<>*_|`[]\\~#!"} | {"-": "−", "'": "′"},
)
_FORMULA = re.compile(r"\\\((.+?)\\\)|\\\[(.+?)\\\]", re.DOTALL)
_CODE = re.compile(r"(```.*?```|`[^`\n]*`)", re.DOTALL)


def show_formulas(page: str) -> str:
    r"""Return a Markdown page with each formula ``\(...\)`` or ``\[...\]`` made readable."""
    parts = _CODE.split(page)
    return "".join(p if n % 2 else _FORMULA.sub(_replace, p) for n, p in enumerate(parts))


def _replace(found: re.Match[str]) -> str:
    inline, displayed = found.groups()
    return formula(inline) if inline is not None else f"\n\n{formula(displayed)}\n\n"


def formula(tex: str) -> str:
    """Return a formula as text with HTML for italics and scripts."""
    return _Reader(tex).read()


class _Reader:
    """Reads the words of one formula from left to right."""

    def __init__(self, tex: str, *, depth: int = 0) -> None:
        self._words: list[str] = _TOKEN.findall(tex)
        self._next = 0
        self._depth = depth

    def read(self) -> str:
        """Return the text of all that is left."""
        out: list[str] = []
        while self._next < len(self._words):
            out.append(self._one(self._take()))
        return "".join(out)

    def _take(self) -> str:
        word = self._words[self._next]
        self._next += 1
        return word

    def _one(self, word: str) -> str:
        if word.startswith("\\"):
            return self._command(word[1:])
        if word == "{":
            self._next -= 1
            return self._inner(self._argument())
        if word in "^_":
            return self._script(word, self._argument())
        if word.isspace():
            return " "
        if word in "&}":
            return ""
        text = word.translate(_SPECIAL)
        return f"<i>{text}</i>" if word.isalpha() and word.isascii() else text

    def _argument(self) -> str:
        """Return the TeX of the next group, command or character."""
        while self._next < len(self._words) and self._words[self._next].isspace():
            self._next += 1
        if self._next >= len(self._words):
            return ""
        word = self._take()
        if word in (r"\mathrm", r"\text", *(f"\\{a}" for a in _ACCENTS)):
            return f"{word}{{{self._argument()}}}"
        if word != "{":
            return word
        start, level = self._next, 1
        while self._next < len(self._words):
            word = self._take()
            level += (word == "{") - (word == "}")
            if level == 0:
                return "".join(self._words[start : self._next - 1])
        return "".join(self._words[start:])

    def _inner(self, tex: str, *, deeper: bool = False) -> str:
        return _Reader(tex, depth=self._depth + deeper).read()

    def _script(self, mark: str, tex: str) -> str:
        inside = self._inner(tex, deeper=True)
        if self._depth:
            # Qt shows one level only; deeper ones are written out.
            sign = "&#95;" if mark == "_" else "^"
            return f"{sign}{_in_brackets(inside)}"
        tag = "sub" if mark == "_" else "sup"
        return f"<{tag}>{inside}</{tag}>"

    def _command(self, name: str) -> str:
        if name in _SYMBOLS:
            return _SYMBOLS[name].translate(_SPECIAL) if len(name) == 1 else _SYMBOLS[name]
        if name in _WORDS:
            return (
                f"{name}\u2009"
                if self._words[self._next : self._next + 1] not in (["("],)
                else name
            )
        if name in _IGNORED:
            return self._delimiter(name)
        if name in _ACCENTS:
            return _accented(self._inner(self._argument()), _ACCENTS[name])
        if name in _UPRIGHT:
            return self._argument().translate(_SPECIAL)
        return self._structure(name)

    def _delimiter(self, name: str) -> str:
        """Return the bracket after ``left`` or ``right``; a full stop stands for none."""
        if name in ("left", "right") and self._words[self._next : self._next + 1] == ["."]:
            self._next += 1
        return ""

    def _structure(self, name: str) -> str:
        made: dict[str, Callable[[], str]] = {
            "frac": self._fraction,
            "dfrac": self._fraction,
            "tfrac": self._fraction,
            "sqrt": lambda: f"√{_in_brackets(self._inner(self._argument()))}",
            "binom": lambda: f"C({self._inner(self._argument())}, {self._inner(self._argument())})",
            "begin": self._matrix,
        }
        return made[name]() if name in made else f"&#92;{name}"

    def _fraction(self) -> str:
        above, below = (self._inner(self._argument()) for _ in range(2))
        return f"{_in_brackets(above)}/{_in_brackets(below)}"

    def _matrix(self) -> str:
        kind = self._argument()
        rest = "".join(self._words[self._next :])
        end = rest.find(rf"\end{{{kind}}}")
        body = rest if end < 0 else rest[:end]
        after = "" if end < 0 else rest[end + len(rf"\end{{{kind}}}") :]
        self._words, self._next = _TOKEN.findall(after), 0
        rows = [[self._inner(c).strip() for c in row.split("&")] for row in body.split(r"\\")]
        return "(" + "; ".join(", ".join(row) for row in rows) + ")"


def _accented(text: str, accent: str) -> str:
    """Set an accent on the first letter of a text that may begin with a tag."""
    return re.sub(r"^((?:<[^>]+>)*)(&#\d+;|.)", rf"\1\2{accent}", text, count=1, flags=re.DOTALL)


def _in_brackets(text: str) -> str:
    """Put what is more than one number, letter or bracketed whole into brackets."""
    bare = re.sub(r"<[^>]+>[^<]*</su[bp]>|<[^>]+>|&#\d+;|[\u0302-\u0307]", "", text).strip()
    if re.fullmatch(r"\w+|[∂√]?\w", bare):
        return text
    return f"({text})"

"""The language of the window: every fixed text of it goes through :func:`tr`.

Texts are written in English where they are shown. ``installer/translations.py``
collects them into ``resources/translations/*.ts``, which Qt Linguist opens, and
compiles those to the ``.qm`` files loaded here. A text without a translation
stays English.

Results, figures, exported files and the audit trail are the trial's record and
stay in English whatever the window speaks, and so do findings about the data
and the wording of instruments, for which only validated translations count.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from sjogren_desktop.gui.local import Local
from sjogren_desktop.paths import resource_path
from sjogren_desktop.results import Doing

_FILL = Local()

CONTEXT = "window"
"""The one context of all texts in the translation files."""

SYSTEM = "system"
TRANSLATED = ("de", "fr")
"""Languages with texts, as yet drafts that nobody reviewed: chosen, never imposed."""

CHOICES = (SYSTEM, "en", *TRANSLATED)
"""What can be chosen; see :func:`install`."""


def tr(text: str, /, **values: object) -> str:
    """Return a text in the language of the window.

    Parameters
    ----------
    text : str
        English, a literal or one that was :func:`marked`. Blanks at its ends,
        which leave room for a sort arrow or join sentences, are kept.
    **values
        What replaces the names in braces, with format specs if need be.
    """
    core = text.strip()
    said = QCoreApplication.translate(CONTEXT, core) if core else core
    if core != text:
        start = text.index(core)
        said = text[:start] + said + text[start + len(core) :]
    return _FILL.vformat(said, (), values) if values else said


def said(message: str) -> str:
    """Return what work says it does, a text or a ``Doing``, in the language of the window."""
    if not isinstance(message, Doing):
        return tr(message)
    values = {k: said(v) if isinstance(v, Doing) else v for k, v in message.values.items()}
    return tr(message.text, **values)


def marked(text: str, /) -> str:
    """Return a text as it is, to be collected now and translated where it is shown."""
    return text


def install(application: QCoreApplication, chosen: str) -> str:
    """Load the texts of a language before the first widget is made; return its code.

    Parameters
    ----------
    application : QCoreApplication
    chosen : str
        One of :data:`CHOICES`; "system" is the first of the user's languages
        there are texts for, else English.
    """
    code = _of_system() if chosen == SYSTEM else chosen
    if code not in TRANSLATED:
        return "en"
    own = resource_path("translations", f"{code}.qm")
    # The words of Qt itself: standard buttons, menus of text fields, file dialogs.
    qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)) / f"qtbase_{code}.qm"
    for path in (qt, own):
        translator = QTranslator(application)
        if translator.load(str(path)):
            application.installTranslator(translator)
    return code


def _of_system() -> str:
    wanted = (name.replace("_", "-").split("-")[0] for name in QLocale.system().uiLanguages())
    return next((code for code in wanted if code in CHOICES), "en")

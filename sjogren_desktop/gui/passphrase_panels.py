"""Where a passphrase is given: to open or unlock a study file, or to make one.

The panels only ask. What was given goes out as one signal; whoever shows the
panel answers with ``refuse`` or takes it away.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from sjogren_desktop.gui import theme
from sjogren_desktop.gui.banner import Banner, FaintLabel, text_label
from sjogren_desktop.gui.button_box import ButtonBox
from sjogren_desktop.gui.language import marked, tr
from sjogren_desktop.gui.on_screen import keep_width
from sjogren_desktop.gui.strength import LEVELS, SHORTEST, strength_of
from sjogren_desktop.gui.tick_box import TickBox

_NO_WAY_BACK = marked(
    "The file is encrypted with the passphrase. Nobody can open it without: there is no way to "
    "recover a forgotten passphrase, so keep it where your team keeps such things."
)
_PLAIN = marked("Do &not encrypt: whoever has the file can read it")


@dataclass(frozen=True)
class Given:
    """What was given; the passphrase is None for a file that is not to be encrypted."""

    passphrase: str | None = field(repr=False)
    who: str
    remember: bool = False


class UnlockPanel(QWidget):
    """Asks for the passphrase of a study file."""

    given = Signal(object)

    def __init__(self, who: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("unlock_panel")
        self.title = text_label("", "title", bold=True)
        self.message = Banner("unlock_message")
        self.passphrase = _secret_field("unlock_passphrase", tr("Passphrase of the study file"))
        self.who = _who_field("unlock_who", who)
        self.show_box = _show_box("unlock_show")
        self.show_box.toggled.connect(self._show_text)
        self.remember = _remember_box("unlock_remember")
        self.button = QPushButton(tr("&Unlock"))
        self.button.setObjectName("unlock_button")
        self.button.setToolTip(tr("Open the study file with this passphrase (Enter)"))
        self.button.setAutoDefault(False)  # Enter in the field gives the passphrase, once
        self.button.clicked.connect(self._give)
        self.passphrase.returnPressed.connect(self._give)
        form = QFormLayout()
        form.setSpacing(theme.SPACE)
        form.addRow(tr("&Passphrase"), self.passphrase)
        form.addRow("", self.show_box)
        form.addRow(tr("Your &name"), self.who)
        form.addRow("", self.remember)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * theme.SPACE)
        layout.addWidget(self.title)
        layout.addWidget(self.message)
        layout.addLayout(form)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(theme.SPACE)
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.button)
        layout.addLayout(self.buttons)

    def ask(self, name: str) -> None:
        """Ask anew, for the file of this name."""
        self.title.setText(name)
        self.message.clear()
        self.passphrase.clear()
        self.show_box.setChecked(False)
        self.set_busy(False)

    def refuse(self, sentence: str) -> None:
        """Say why the file was not opened, and let it be tried again."""
        self.message.say("error", sentence)
        self.set_busy(False)
        self.passphrase.selectAll()
        self.passphrase.setFocus()

    def set_busy(self, busy: bool) -> None:
        """Show that the passphrase is being tried."""
        for widget in (self.passphrase, self.who, self.show_box, self.remember, self.button):
            widget.setEnabled(not busy)
        self.button.setText(tr("Unlocking\u2026") if busy else tr("&Unlock"))

    @Slot(bool)
    def _show_text(self, shown: bool) -> None:
        self.passphrase.setEchoMode(_echo(shown))

    @Slot()
    def _give(self) -> None:
        if not self.button.isEnabled():
            return
        if not self.passphrase.text():
            self.refuse(tr("Give the passphrase."))
            return
        if not self.who.text().strip():
            self.refuse(tr("Give your name: it stands in the audit trail with what you change."))
            self.who.setFocus()
            return
        self.set_busy(True)
        made = Given(self.passphrase.text(), self.who.text().strip(), self.remember.isChecked())
        self.given.emit(made)


class UnlockDialog(QDialog):
    """The unlock panel as a dialog, for a file that is being opened."""

    def __init__(self, name: str, who: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("unlock_dialog")
        self.setWindowTitle(tr("Open a study file"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.panel = UnlockPanel(who)
        self.panel.ask(name)
        buttons = ButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        theme.lay_dialog(layout)
        self.panel.buttons.addWidget(buttons)
        layout.addWidget(self.panel)
        least = 60 * self.fontMetrics().averageCharWidth()
        keep_width(self, least)


class NewPassphraseDialog(QDialog):
    """Asks for a new passphrase, twice, and says how strong it is."""

    given = Signal(object)

    def __init__(
        self, name: str, who: str, parent: QWidget, *, action: str, may_be_plain: bool
    ) -> None:
        super().__init__(parent)
        self.setObjectName("new_passphrase_dialog")
        self.setWindowTitle(tr("Passphrase of {name}", name=name))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.message = Banner("new_message")
        self.passphrase = _secret_field("new_passphrase", tr("New passphrase"))
        self.again = _secret_field("new_again", tr("The same passphrase again"))
        self.show_box = _show_box("new_show")
        self.meter = QProgressBar()
        self.meter.setObjectName("new_strength")
        self.meter.setAccessibleName(tr("Strength of the passphrase"))
        self.meter.setToolTip(tr("How hard the passphrase is to guess"))
        self.meter.setRange(0, len(LEVELS))
        self.meter.setTextVisible(False)
        self.meter.setFixedHeight(theme.SPACE)  # not to be taken for a field
        self.words = FaintLabel()
        self.words.setObjectName("new_strength_words")
        self.who = _who_field("new_who", who)
        self.remember = _remember_box("new_remember")
        self.plain = TickBox(tr(_PLAIN))
        self.plain.setObjectName("new_plain")
        self.plain.setToolTip(tr("For synthetic data only, or a disk that is encrypted itself"))
        self.plain.setVisible(may_be_plain)
        self.buttons = ButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.button = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.button.setText(action)
        self.button.setObjectName("new_button")
        self.button.setToolTip(tr("Take this passphrase (Enter)"))
        self._place()
        self._connect()
        self._show_strength()

    def refuse(self, sentence: str) -> None:
        """Say what was not done and why, and let it be tried again."""
        self.message.say("error", sentence)
        self._set_busy(False)

    def _place(self) -> None:
        form = QFormLayout()
        form.setSpacing(theme.SPACE)
        form.addRow(tr("&Passphrase"), self.passphrase)
        form.addRow("", self.meter)
        form.addRow("", self.words)
        form.addRow(tr("&Again"), self.again)
        form.addRow("", self.show_box)
        form.addRow(tr("Your &name"), self.who)
        form.addRow("", self.remember)
        form.addRow("", self.plain)
        layout = QVBoxLayout(self)
        theme.lay_dialog(layout)
        layout.setSpacing(2 * theme.SPACE)
        layout.addWidget(text_label(tr(_NO_WAY_BACK)))
        layout.addWidget(self.message)
        layout.addLayout(form)
        layout.addWidget(self.buttons)
        least = 76 * self.fontMetrics().averageCharWidth()
        keep_width(self, least)

    def _connect(self) -> None:
        self.passphrase.textChanged.connect(self._show_strength)
        self.show_box.toggled.connect(self._show_text)
        self.plain.toggled.connect(self._choose_plain)
        self.buttons.accepted.connect(self._give)
        self.buttons.rejected.connect(self.reject)

    @Slot()
    def _show_strength(self) -> None:
        text = self.passphrase.text()
        found = strength_of(text)
        self.meter.setValue(found.level + 1 if text else 0)
        self.words.setText(found.sentence)
        self.meter.setAccessibleDescription(found.sentence)

    @Slot(bool)
    def _show_text(self, shown: bool) -> None:
        for entry in (self.passphrase, self.again):
            entry.setEchoMode(_echo(shown))

    @Slot(bool)
    def _choose_plain(self, plain: bool) -> None:
        for widget in (self.passphrase, self.again, self.show_box, self.remember, self.meter):
            widget.setEnabled(not plain)
        self.words.setVisible(not plain)

    @Slot()
    def _give(self) -> None:
        why = self._refusal()
        if why:
            self.message.say("error", why)
            return
        self.message.clear()
        self._set_busy(True)
        plain = self.plain.isChecked()
        passphrase = None if plain else self.passphrase.text()
        remember = self.remember.isChecked() and not plain
        self.given.emit(Given(passphrase, self.who.text().strip(), remember))

    def _refusal(self) -> str:
        text = self.passphrase.text()
        if not self.who.text().strip():
            return tr("Give your name: it stands in the audit trail with what you change.")
        if self.plain.isChecked():
            return ""
        if len(text) < SHORTEST:
            return tr("The passphrase needs at least {least} characters.", least=SHORTEST)
        if text != self.again.text():
            return tr("The two passphrases are not the same. Type it again.")
        return ""

    def _set_busy(self, busy: bool) -> None:
        self.button.setEnabled(not busy)
        for widget in (self.passphrase, self.again, self.who, self.plain):
            widget.setEnabled(not busy)


def _secret_field(name: str, meaning: str) -> QLineEdit:
    made = QLineEdit()
    made.setObjectName(name)
    made.setAccessibleName(meaning)
    made.setToolTip(meaning)
    made.setEchoMode(QLineEdit.EchoMode.Password)
    made.setInputMethodHints(
        Qt.InputMethodHint.ImhHiddenText
        | Qt.InputMethodHint.ImhNoPredictiveText
        | Qt.InputMethodHint.ImhNoAutoUppercase
    )
    return made


def _who_field(name: str, who: str) -> QLineEdit:
    made = QLineEdit(who)
    made.setObjectName(name)
    made.setAccessibleName(tr("Your name, entered in the audit trail"))
    made.setToolTip(tr("Entered in the audit trail with everything you change"))
    return made


def _show_box(name: str) -> TickBox:
    made = TickBox(tr("&Show what is typed"))
    made.setObjectName(name)
    made.setToolTip(tr("Show the characters of the passphrase while nobody looks on"))
    return made


def _remember_box(name: str) -> TickBox:
    made = TickBox(tr("&Remember it in the keychain of this computer"))
    made.setObjectName(name)
    made.setToolTip(
        tr(
            "Whoever is signed in to this computer as you can then open the file without the "
            "passphrase"
        )
    )
    return made


def _echo(shown: bool) -> QLineEdit.EchoMode:
    return QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password

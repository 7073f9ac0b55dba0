"""The buttons under a figure: copy the picture or its numbers, or write it to a file.

The picture copied or written is the printed one, with its caption, whatever the
colours of the screen; it is drawn in the background.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QAction, QGuiApplication, QImage, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSpinBox, QVBoxLayout, QWidget

from sjogren_desktop.figures import Figure
from sjogren_desktop.gui import errors, escape, files, theme
from sjogren_desktop.gui.banner import push_button, text_label
from sjogren_desktop.gui.exported import Export, blinding_of
from sjogren_desktop.gui.flow_row import FlowRow
from sjogren_desktop.gui.language import tr
from sjogren_desktop.gui.tasks import Task
from sjogren_desktop.results import Progress, Result


@dataclass(frozen=True)
class PictureSize:
    """Size in millimetres (height 0: as the figure needs) and dots per inch."""

    width_mm: int = 170
    height_mm: int = 0
    dpi: int = 300


def _dated(result: Result, cut_off: str) -> Result:
    """Return the result with the date of the data cut, as everything exported has it."""
    from sjogren_desktop.export.caption import cut_off_card

    return replace(result, method=(*result.method, *cut_off_card(cut_off)))


def _png(figure: Figure, result: Result, progress: Progress) -> bytes:
    from sjogren_desktop.export.figures import draw, render

    progress(0.0, tr("Drawing the picture"))
    return render(draw(figure, result=result), ".png", title=figure.title)


def _write(path: Path, figure: Figure, result: Result, size: PictureSize) -> None:
    from sjogren_desktop.export.figures import write_figure

    height = float(size.height_mm) or None
    width = float(size.width_mm)
    write_figure(path, figure, result, width_mm=width, height_mm=height, dpi=size.dpi)


class FigureBar(QWidget):
    """Acts on the figure shown; says in a line what was done."""

    exported = Signal(object)
    """A picture that was written, an :class:`.exported.Export`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figure: Figure | None = None
        self._result: Result | None = None
        self._cut_off = ""
        self._task: Task | None = None
        self._sizes: SizePanel | None = None
        self.said = text_label("", "body")
        self.said.setObjectName("figure_said")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE)
        line = QHBoxLayout()
        layout.addLayout(line)
        row = FlowRow()
        line.addLayout(row)
        self._buttons = []
        self.offered: list[QAction] = []
        """The same by the right button on the figure."""
        for name, text, tip, slot in (
            (
                "copy_picture",
                tr("Copy picture"),
                tr("Copy the printed figure as a picture"),
                self.picture,
            ),
            (
                "copy_data",
                tr("Copy data"),
                tr("Copy the numbers of the figure, in full"),
                self.data,
            ),
            (
                "save_picture",
                tr("Save picture\u2026"),
                tr("Write the figure to PNG, SVG or PDF at an exact size"),
                self.ask_size,
            ),
        ):
            button = QPushButton(text)
            button.setObjectName(name)
            button.setToolTip(tip)
            button.setAccessibleName(tr("{text} of the figure shown", text=text.rstrip(chr(8230))))
            button.clicked.connect(slot)
            row.addWidget(button)
            self._buttons.append(button)
            action = QAction(text, self)
            action.setToolTip(tip)
            action.triggered.connect(slot)
            self.offered.append(action)
        line.addWidget(self.said, 1)

    def set_figure(self, figure: Figure, result: Result) -> None:
        """Act on this figure from now on."""
        self._figure, self._result = figure, result
        self.said.setText("")

    @Slot(object)
    def follow(self, plan: object) -> None:
        """Tell the data cut-off of this plan in pictures; None: of none."""
        self._cut_off = str(getattr(plan, "data_cut_off", ""))

    @property
    def is_running(self) -> bool:
        """Say whether a picture is being drawn."""
        return self._task is not None

    @Slot()
    def picture(self) -> None:
        """Put the printed figure on the clipboard."""
        figure, result = self._figure, self._result
        if figure is None or result is None or self._task is not None:
            return
        dated = _dated(result, self._cut_off)

        def work(progress: Progress) -> object:
            return _png(figure, dated, progress)

        self._start(work, tr("Drawing the picture\u2026"))

    @Slot()
    def data(self) -> None:
        """Put the numbers of the figure on the clipboard."""
        from sjogren_desktop.export.figure_data import figure_lines, tab_separated

        if self._figure is not None:
            lines = figure_lines(self._figure)
            QGuiApplication.clipboard().setText(tab_separated(lines))
            self._end(tr("{number} lines of numbers were copied.", number=len(lines) - 1))

    @Slot()
    def ask_size(self) -> None:
        """Ask for the size of the picture below the buttons, then for its name."""
        if self._figure is None or self._task is not None:
            return
        if self._sizes is None:
            self._sizes = SizePanel(self)
            self._sizes.chosen.connect(self._ask_name)
            self._sizes.put_away.connect(self._buttons[-1].setFocus)
            layout = self.layout()
            assert layout is not None
            layout.addWidget(self._sizes)
        self._sizes.show()
        self._sizes.setFocus()

    @Slot(object)
    def _ask_name(self, size: object) -> None:
        assert isinstance(size, PictureSize)
        assert self._figure is not None
        files.choose_picture(self, f"{self._figure.key}.png", partial(self._save, size))

    def _save(self, size: PictureSize, chosen: str) -> None:
        figure, result, path = self._figure, self._result, Path(chosen)
        if figure is None or result is None:
            return
        dated = _dated(result, self._cut_off)

        def work(progress: Progress) -> object:
            _write(path, figure, dated, size)
            return Export("Picture of a figure", path, blinding_of([result]))

        self._start(work, tr("Writing the picture\u2026"))

    def _start(self, work: object, says: str) -> None:
        task = Task(work, self)  # type: ignore[arg-type]
        task.done.connect(self._take)
        task.failed.connect(self._fail)
        self._task = task
        self.said.setText(says)
        for button in self._buttons:
            button.setEnabled(False)
        task.start()

    @Slot(object)
    def _take(self, made: object) -> None:
        if isinstance(made, bytes):
            QGuiApplication.clipboard().setImage(QImage.fromData(made))
            self._end(tr("The picture was copied."))
        else:
            assert isinstance(made, Export)
            self._end(tr("The picture was written: {path}", path=made.path))
            self.exported.emit(made)

    @Slot(object)
    def _fail(self, error: object) -> None:
        fault = tr("The picture could not be drawn because of a fault in the program.")
        self._end(errors.sentence_of(error, fault, self.window()))

    def _end(self, says: str) -> None:
        self._task = None
        for button in self._buttons:
            button.setEnabled(True)
        self.said.setText(says)


class SizePanel(QWidget):
    """Asks for the exact size of a picture, beside the figure it is of."""

    chosen = Signal(object)
    """The :class:`PictureSize`; the panel has put itself away."""
    put_away = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("picture_size")
        self.setAccessibleName(tr("Size of the picture"))
        usual = PictureSize()
        self._fields = {
            "width_mm": self._field(usual.width_mm, 80, 400, " mm"),
            "height_mm": self._field(usual.height_mm, 0, 400, " mm"),
            "dpi": self._field(usual.dpi, 72, 1200, " dpi"),
        }
        self._fields["height_mm"].setSpecialValueText(tr("as needed"))
        row = FlowRow()
        for (name, field), (label, tip) in zip(
            self._fields.items(),
            (
                (
                    tr("Width"),
                    tr("Width with the caption: 85 mm is one journal column, 170 mm two"),
                ),
                (
                    tr("Height"),
                    tr("Height with the caption; 0 leaves it to what the figure needs"),
                ),
                (
                    tr("Resolution"),
                    tr("Dots per inch of a PNG; SVG and PDF are vectors without dots"),
                ),
            ),
            strict=True,
        ):
            field.setObjectName(name)
            field.setToolTip(tip)
            field.setAccessibleName(label)
            row.add_named(label, field)
        go_on = tr("Choose where to write the picture, and as what (Enter)")
        row.addWidget(push_button("picture_name", tr("Save as\u2026"), go_on, self._tell))
        back = tr("Write no picture (Esc)")
        row.addWidget(push_button("picture_cancel", tr("Cancel"), back, self._put_away))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(row)
        self.setFocusProxy(self._fields["width_mm"])

    def event(self, event: QEvent) -> bool:
        return escape.claimed(event) or bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._put_away()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._tell()
        else:
            super().keyPressEvent(event)

    def _field(self, value: int, least: int, most: int, unit: str) -> QSpinBox:
        field = QSpinBox()
        field.setRange(least, most)
        field.setSuffix(unit)
        field.setValue(value)
        return field

    @Slot()
    def _put_away(self) -> None:
        self.hide()
        self.put_away.emit()

    @Slot()
    def _tell(self) -> None:
        size = PictureSize(**{n: f.value() for n, f in self._fields.items()})
        self._put_away()
        self.chosen.emit(size)

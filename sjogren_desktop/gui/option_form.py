"""The form of an analysis, built from its option specs.

The form keeps apart what the user has set and what follows from it. What was
never touched takes the default of its spec, so that choosing another parameter
brings that parameter's visits; what was touched stays as long as it fits.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from sjogren_desktop.analyses.spec import (
    COMPOSED,
    Analysis,
    Flag,
    Option,
    Scenarios,
    offered,
    resolve,
)
from sjogren_desktop.gui import theme
from sjogren_desktop.gui.banner import Banner, FaintLabel
from sjogren_desktop.gui.graph_edit import GraphEdit
from sjogren_desktop.gui.language import tr
from sjogren_desktop.gui.option_edits import ChoiceEdit, Edit, edit_for
from sjogren_desktop.gui.scenario_edit import ScenarioEdit
from sjogren_desktop.gui.tab_order import put_first
from sjogren_desktop.results import AnalysisError
from sjogren_desktop.study.data import StudyData


class OptionForm(QWidget):
    """The options of one analysis for one study.

    ``elsewhere`` names options that the panel shows outside the form where an analysis has
    all of them; they have no control here.
    """

    changed = Signal()
    composed = Signal()
    """An option that is kept with the study was edited (see :data:`.spec.COMPOSED`)."""
    page_wanted = Signal(str)
    """The method page of an option was asked for, by its file name."""

    def __init__(self, parent: QWidget | None = None, *, elsewhere: Collection[str] = ()) -> None:
        super().__init__(parent)
        self._elsewhere = frozenset(elsewhere)
        self._analysis: Analysis | None = None
        self._study: StudyData | None = None
        self._given: dict[str, object] = {}
        self._values: dict[str, object] | None = None
        self._edits: dict[str, Edit] = {}
        self._body: QWidget | None = None
        self._problem = Banner("form_problem")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme.SPACE)
        self._layout.addWidget(self._problem)
        self._layout.addStretch(1)

    # -- what the panel calls

    def set_analysis(
        self, analysis: Analysis, study: StudyData, given: Mapping[str, object]
    ) -> None:
        """Show the options of an analysis, with what the user had set before."""
        self._clear()
        self._analysis, self._study, self._given = analysis, study, dict(given)
        self._resolve()
        if self._values is not None:
            self._build(analysis.options)
            self._show()

    def clear(self) -> None:
        """Show nothing."""
        self._clear()
        self._analysis = self._study = self._values = None
        self._given = {}
        self._problem.clear()

    @property
    def given(self) -> dict[str, object]:
        """What the user has set."""
        return dict(self._given)

    @property
    def values(self) -> dict[str, object] | None:
        """All values; None while the choices do not go together."""
        return None if self._values is None else dict(self._values)

    @property
    def has_controls(self) -> bool:
        """Say whether there is something to choose by, be it what solves a problem."""
        return self._body is not None

    @property
    def problem(self) -> str:
        """Why the choices do not go together, "" when they do."""
        return self._problem.text

    @property
    def page(self) -> str:
        """Method page of the option that has the focus, else of the analysis; "" for none."""
        if self._analysis is None:
            return ""
        focused = QApplication.focusWidget()
        for option in self._analysis.options:
            edit = self._edits.get(option.key)
            if focused is not None and edit is not None and edit.isAncestorOf(focused):
                return option.page or self._analysis.method_page
        return self._analysis.method_page

    # -- inside

    def _resolve(self) -> None:
        assert self._analysis is not None
        assert self._study is not None
        options = self._analysis.options
        try:
            missing = [k for k in self._analysis.requires if not self._study.of_kind(k)]
            if missing:
                raise AnalysisError(
                    tr(
                        "This analysis needs a data set of kind {kinds}, and the study has none. "
                        "Import it, or choose another analysis.",
                        kinds=", ".join(missing),
                    )
                )
            self._values = resolve(options, self._study, self._given, lenient=True)
        except AnalysisError as error:
            self._values = None
            self._problem.say("error", str(error))
            return
        self._problem.clear()
        # What no longer fits was replaced by the default; it is not the user's choice any more.
        self._given = {k: v for k, v in self._given.items() if self._values.get(k) == v}

    def _clear(self) -> None:
        # A field that still has the focus says that it was edited when it is hidden; by then
        # it belongs to no analysis any more.
        self._edits = {}
        if self._body is not None:
            self._layout.removeWidget(self._body)
            self._body.hide()
            self._body.setParent(None)
            self._body = None

    def _build(self, options: tuple[Option, ...]) -> None:
        if self._elsewhere <= {option.key for option in options}:
            options = tuple(o for o in options if o.key not in self._elsewhere)
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE + theme.SPACE // 2)
        for option in options:
            if not option.advanced:
                layout.addWidget(self._entry(option))
        advanced = [option for option in options if option.advanced]
        if advanced:
            layout.addWidget(
                _Collapsible(tr("Further options"), [self._entry(o) for o in advanced])
            )
        self._body = body
        self._layout.insertWidget(1, body)
        put_first(self, body)

    def _entry(self, option: Option) -> QWidget:
        """Return label, control and help of one option."""
        edit = edit_for(option)
        edit.setObjectName(f"option_{option.key}")
        edit.setAccessibleName(tr(option.label))
        edit.setAccessibleDescription(tr(option.help))
        edit.edited.connect(self._take)
        if isinstance(edit, ScenarioEdit):
            edit.keep_wanted.connect(self._keep_scenario)
            edit.take_wanted.connect(self._take_scenario)
        if isinstance(edit, GraphEdit):
            edit.reset_wanted.connect(self._reset)
        self._edits[option.key] = edit
        # Tab comes to the parts of an edit; one with a proxy would be come to again, elsewhere.
        part = edit.focusProxy() or edit
        edit.setFocusProxy(None)  # type: ignore[arg-type]
        head = QHBoxLayout()
        head.setSpacing(theme.SPACE)
        panel = QWidget()
        layout = QVBoxLayout(panel)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE // 2)
        layout.addLayout(head)
        if isinstance(option, Flag):
            head.addWidget(edit, 1)
        else:
            label = QLabel(tr(option.label))
            label.setWordWrap(True)
            label.setBuddy(part)
            label.setToolTip(tr(option.help))
            head.addWidget(label, 1)
            layout.addWidget(edit)
        if not isinstance(edit, ChoiceEdit):
            edit.setToolTip(tr(option.help))
        assert self._analysis is not None
        more = _More(option.page or self._analysis.method_page, tr(option.label))
        more.page_wanted.connect(self.page_wanted)
        head.addWidget(more, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(FaintLabel(tr(option.help)))
        return panel

    @Slot(str)
    def _take(self, key: str) -> None:
        if key not in self._edits:
            return
        self._given[key] = self._edits[key].value()
        self._resolve()
        if self._values is not None:
            self._show()
        self.changed.emit()
        self._tell_composed(key)

    @Slot(str)
    def _reset(self, key: str) -> None:
        """Let an option take its default again."""
        self._given.pop(key, None)
        self._resolve()
        if self._values is not None:
            self._show()
        self.changed.emit()
        self._tell_composed(key)

    def _tell_composed(self, key: str) -> None:
        assert self._analysis is not None
        if any(o.key == key and isinstance(o, COMPOSED) for o in self._analysis.options):
            self.composed.emit()

    @Slot(str)
    def _keep_scenario(self, name: str) -> None:
        """Keep what the user has set, but for the scenarios themselves."""
        edit = self.sender()
        assert isinstance(edit, ScenarioEdit)
        own = {k: v for k, v in self._given.items() if k not in self._scenario_keys}
        edit.add({"name": name, **own})

    @Slot(object)
    def _take_scenario(self, scenario: object) -> None:
        """Bring the options of a scenario back into the form; the scenarios stay."""
        assert isinstance(scenario, Mapping)
        kept = {k: v for k, v in self._given.items() if k in self._scenario_keys}
        self._given = {**{k: v for k, v in scenario.items() if k != "name"}, **kept}
        self._resolve()
        if self._values is not None:
            self._show()
        self.changed.emit()

    @property
    def _scenario_keys(self) -> set[str]:
        assert self._analysis is not None
        return {o.key for o in self._analysis.options if isinstance(o, Scenarios)}

    def _show(self) -> None:
        assert self._analysis is not None
        assert self._study is not None
        assert self._values is not None
        items = offered(self._analysis.options, self._study, self._values)
        for key, edit in self._edits.items():
            edit.show_value(items.get(key, ()), self._values[key])


class FormArea(QScrollArea):
    """Scrolls a form up and down; never narrower than the texts of the form need."""

    def __init__(self, form: QWidget, name: str, title: str) -> None:
        super().__init__()
        self._form = form
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it follows the focus of the controls
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        form.setContentsMargins(0, 0, theme.SPACE, 0)
        self.setWidget(form)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest and watched is self._form:
            bar = self.verticalScrollBar().sizeHint().width()
            self.setMinimumWidth(self._form.minimumSizeHint().width() + bar)
        return bool(super().eventFilter(watched, event))


class _More(QToolButton):
    """The way from an option to its method page; the keyboard has F1 for it."""

    page_wanted = Signal(str)

    def __init__(self, page: str, label: str) -> None:
        super().__init__()
        self._page = page
        self.setObjectName("option_page")
        self.setText("?")
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # else every option would take two Tabs
        self.setMinimumSize(3 * theme.SPACE, 3 * theme.SPACE)
        self.setToolTip(tr("Open the method page that explains this (F1)"))
        self.setAccessibleName(tr("Method page: {label}", label=label))
        self.clicked.connect(self._tell)

    @Slot()
    def _tell(self) -> None:
        self.page_wanted.emit(self._page)


class _Collapsible(QWidget):
    """Options that most users leave alone, folded away behind a heading."""

    def __init__(self, title: str, entries: list[QWidget]) -> None:
        super().__init__()
        self._button = QToolButton()
        self._button.setObjectName("advanced_options")
        self._button.setText(title)
        self._button.setCheckable(True)
        self._button.setAutoRaise(True)
        self._button.setToolTip(tr("Show or hide the options that are rarely changed"))
        self._button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._button.setArrowType(Qt.ArrowType.RightArrow)
        self._button.toggled.connect(self._fold)
        self._body = QWidget()
        inner = QVBoxLayout(self._body)
        inner.setContentsMargins(theme.SPACE, 0, 0, 0)
        inner.setSpacing(theme.SPACE + theme.SPACE // 2)
        for entry in entries:
            inner.addWidget(entry)
        self._body.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE)
        layout.addWidget(self._button)
        layout.addWidget(self._body)

    @Slot(bool)
    def _fold(self, is_open: bool) -> None:
        self._button.setArrowType(Qt.ArrowType.DownArrow if is_open else Qt.ArrowType.RightArrow)
        self._body.setVisible(is_open)

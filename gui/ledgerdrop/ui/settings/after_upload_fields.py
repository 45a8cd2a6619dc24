"""Offer what follows the upload, nothing or an import by Clear; as fields, and as a question."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ledgerdrop.model.ingestion import TEMPLATES, IngestionOptions, ingestion_options
from ledgerdrop.ui.text.language import fill
from ledgerdrop.ui.theme.theme import Role, Space, Type
from ledgerdrop.ui.widgets.buttons import CheckBox, ComboBox
from ledgerdrop.ui.widgets.labels import Label, title_of
from ledgerdrop.ui.widgets.layout import arranged, indented


class AfterUploadFields(QWidget):
    """Shows the choice as fields. Emits `edited` when something was changed; `valid` says whether it can be used."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wanted = CheckBox(self.tr("Import into Clear after upload"), self)
        self.template = ComboBox(self.tr("Template"), self)
        line = QLineEdit(self.template)
        line.setAccessibleName(self.tr("Template"))
        self.template.setEditable(True)
        self.template.setLineEdit(line)
        self.template.addItems(TEMPLATES)
        self.file_type = QLineEdit(self)
        self.file_type.setAccessibleName(self.tr("File type"))
        self.together = CheckBox(self.tr("Import files sent together as one batch"), self)
        warning = self.tr("One bad file can then cause the whole batch to be rejected.")
        self.together.setAccessibleDescription(warning)
        self._parts = QWidget(self)
        both = self.tr("Clear gives you these two values. Standard templates: {names}.")
        both = fill(both, {"names": ", ".join(TEMPLATES)})
        fields = [title_of(self.template, strong=False), self.template]
        fields += [title_of(self.file_type, strong=False), self.file_type]
        explained, warned = (Label(text, Type.CAPTION, role=Role.MUTED, wrap=True) for text in (both, warning))
        parts = arranged(QVBoxLayout(), *fields, explained, self.together, warned, gap=Space.XS)
        self._parts.setLayout(indented(parts))
        arranged(QVBoxLayout(self), self.wanted, self._parts, gap=Space.S)
        self._parts.hide()
        self.wanted.toggled.connect(self._parts.setVisible)
        for changed in (self.wanted.toggled, self.together.toggled):
            changed.connect(self.edited)
        self.template.editTextChanged.connect(self.edited)
        self.file_type.textEdited.connect(self.edited)

    @property
    def valid(self) -> bool:
        """Return whether the choice is complete."""
        return not self.wanted.isChecked() or self.how is not None

    @property
    def how(self) -> IngestionOptions | None:
        """Return the options of the import; None for no import, and while something is missing."""
        if not self.wanted.isChecked():
            return None
        return ingestion_options(self.template.currentText(), self.file_type.text())

    def show_choice(self, how: IngestionOptions | None, *, together: bool) -> None:
        """Show the choice as it is saved."""
        self.wanted.setChecked(how is not None)
        self.together.setChecked(together)
        self.template.setEditText(how.template if how else TEMPLATES[0])
        self.file_type.setText(how.file_type if how else "")

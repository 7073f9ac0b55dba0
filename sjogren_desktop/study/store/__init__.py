"""The study file (``.sjd``): one encrypted file that holds everything of a study.

:func:`create`, :func:`open_file`, :func:`save_as`, :func:`change_passphrase` and
:func:`recover` lead to a :class:`StudyFile`; what it cannot do it says as an
``AnalysisError``, of which :class:`WrongPassphraseError` and
:class:`DamagedError` are the kinds a caller answers in its own way.
"""

from sjogren_desktop.study.store.audit import Entry, Event
from sjogren_desktop.study.store.connection import DamagedError, WrongPassphraseError
from sjogren_desktop.study.store.copies import change_passphrase, save_as
from sjogren_desktop.study.store.data_cuts import Source, files_among, fingerprint
from sjogren_desktop.study.store.header import Cost
from sjogren_desktop.study.store.opening import create, needs_passphrase, open_file
from sjogren_desktop.study.store.recover import Recovery, recover
from sjogren_desktop.study.store.study_file import SUFFIX, StudyFile

__all__ = [
    "SUFFIX",
    "Cost",
    "DamagedError",
    "Entry",
    "Event",
    "Recovery",
    "Source",
    "StudyFile",
    "WrongPassphraseError",
    "change_passphrase",
    "create",
    "files_among",
    "fingerprint",
    "needs_passphrase",
    "open_file",
    "recover",
    "save_as",
]

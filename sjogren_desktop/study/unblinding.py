"""Who may see treatments, and the record of everybody who did.

A study with treatments is guarded: what is shown is its blinded copy until
somebody unblinds it with a name and a reason, and the second passphrase where
one was set. Every unblinding, of the study or of one patient, and every attempt
that was refused is recorded; records are only ever added.

:class:`UnblindingLog` keeps them in memory. A study file takes its place by
offering the same two members, ``records`` and ``record``.
"""

from __future__ import annotations

import dataclasses
import hashlib
import hmac
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol

from sjogren_desktop.results import BLINDED, POOLED_AGAIN, UNBLINDED, AnalysisError
from sjogren_desktop.study.data import StudyData

STUDY_UNBLINDED, PATIENT_UNBLINDED, REFUSED = "study", "patient", "refused"
PASSPHRASE = "passphrase"
WHAT = {
    STUDY_UNBLINDED: "The treatment arms of the study were shown",
    PATIENT_UNBLINDED: "The treatment of one patient was shown",
    REFUSED: "Refused: the second passphrase was wrong",
    PASSPHRASE: "The second passphrase was set, changed or removed",
}
"""What a record may be about, with the words shown for it."""

_LEAST_CHARACTERS = 8
_COST = {"n": 2**14, "r": 8, "p": 1}
"""Parameters of scrypt (RFC 7914), of the size recommended for interactive use."""


@dataclass(frozen=True)
class Unblinding:
    """One record: what was shown of which study to whom, when and why.

    Parameters
    ----------
    what : str
        One of :data:`WHAT`.
    study : str
        Identifiers of the studies opened together.
    subject : str
        Key of the patient, "" where the whole study is concerned.
    who, reason : str
        Needed.
    when : datetime
        With its time zone.
    """

    what: str
    study: str
    who: str
    reason: str
    when: datetime
    subject: str = ""

    def __post_init__(self) -> None:
        if self.what not in WHAT:
            raise ValueError(f"unknown kind of record {self.what!r}")
        if not self.who.strip():
            raise AnalysisError("Treatments are shown to a person with a name. Give your name.")
        if not self.reason.strip():
            raise AnalysisError("Treatments are shown for a reason, which is recorded. Give it.")
        if self.when.tzinfo is None:
            raise ValueError("the time of a record needs its time zone")


class Unblindings(Protocol):
    """Where the records are kept: in memory, or in a study file.

    ``passphrase`` is the second passphrase, None where none is set.
    """

    passphrase: Passphrase | None

    @property
    def records(self) -> tuple[Unblinding, ...]:
        """All records, in the order in which they were made."""

    def record(self, unblinding: Unblinding) -> None:
        """Add a record, for ever; raises AnalysisError if it cannot be kept."""


class UnblindingLog:
    """Keeps the records in memory."""

    def __init__(self, records: Iterable[Unblinding] = ()) -> None:
        self.passphrase: Passphrase | None = None
        self._records = tuple(records)

    @property
    def records(self) -> tuple[Unblinding, ...]:
        """All records, in the order in which they were made."""
        return self._records

    def record(self, unblinding: Unblinding) -> None:
        """Add a record."""
        self._records += (unblinding,)


@dataclass(frozen=True)
class Passphrase:
    """A second passphrase, of which only salt and scrypt digest are kept."""

    salt: bytes
    digest: bytes

    @classmethod
    def of(cls, text: str) -> Passphrase:
        """Return the passphrase of this text.

        Raises
        ------
        AnalysisError
            If it is too short.
        """
        if len(text) < _LEAST_CHARACTERS:
            raise AnalysisError(
                f"The second passphrase needs at least {_LEAST_CHARACTERS} characters."
            )
        salt = secrets.token_bytes(16)
        return cls(salt, _digest(text, salt))

    def matches(self, text: str) -> bool:
        """Say whether this is the passphrase, in a time that does not tell how nearly."""
        return hmac.compare_digest(self.digest, _digest(text, self.salt))


def _digest(text: str, salt: bytes) -> bytes:
    return hashlib.scrypt(text.encode("utf-8"), salt=salt, n=_COST["n"], r=_COST["r"], p=_COST["p"])


@dataclass(frozen=True)
class Request:
    """Who asks for treatments and why, with the second passphrase where one is set."""

    who: str
    reason: str
    passphrase: str = ""


@dataclass(frozen=True, eq=False)
class GuardedStudy:
    """A study with the copy that may be shown while it is blinded.

    Parameters
    ----------
    full : StudyData
        With its treatments; handed out by :meth:`unblind` only.
    blinded : StudyData, optional
        The copy without treatments; None where there are none to withhold, or
        no blind to protect.
    withheld : tuple of str
        What the copy leaves out, in sentences.
    """

    full: StudyData
    blinded: StudyData | None = None
    withheld: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """Identifiers of the studies, as records name them."""
        return ", ".join(self.full.study_ids) or self.full.source

    def shown(self, log: Unblindings) -> StudyData:
        """Return what may be shown without asking, marked by what the records say."""
        if self.blinded is None:
            return self.full
        mark = POOLED_AGAIN if was_unblinded(log, self.name) else BLINDED
        if self.blinded.blinding == mark:
            return self.blinded  # with what was found out about it already
        return dataclasses.replace(self.blinded, blinding=mark)

    def unblind(
        self, request: Request, log: Unblindings, passphrase: Passphrase | None = None
    ) -> StudyData:
        """Return the study with its treatments, once that is recorded.

        Raises
        ------
        AnalysisError
            If name or reason are missing, the passphrase is wrong (which is
            recorded too), or the record cannot be kept.
        """
        self._record(STUDY_UNBLINDED, request, log, passphrase)
        return dataclasses.replace(self.full, blinding=UNBLINDED)

    def unblind_patient(
        self,
        subject: str,
        request: Request,
        log: Unblindings,
        passphrase: Passphrase | None = None,
    ) -> tuple[tuple[str, str], ...]:
        """Return what one patient was given, once that is recorded.

        Returns
        -------
        tuple of (str, str)
            Variable and value (see :func:`.blinding.treatment_of`).

        Raises
        ------
        AnalysisError
            As :meth:`unblind`, and if the study does not know the patient,
            which is not recorded.
        """
        from sjogren_desktop.study.blinding import treatment_of

        told = treatment_of(self.full, subject)
        if not told:
            raise AnalysisError(
                f"The study has no treatment of a patient {subject}. Check the number as it "
                "stands in the list of patients."
            )
        self._record(PATIENT_UNBLINDED, request, log, passphrase, subject)
        return told

    def _record(
        self,
        what: str,
        request: Request,
        log: Unblindings,
        passphrase: Passphrase | None,
        subject: str = "",
    ) -> None:
        entry = Unblinding(
            what, self.name, request.who.strip(), request.reason.strip(), datetime.now(UTC), subject
        )
        if passphrase is not None and not passphrase.matches(request.passphrase):
            log.record(dataclasses.replace(entry, what=REFUSED))
            raise AnalysisError(
                "The second passphrase is wrong, so nothing is shown. The attempt was recorded."
            )
        log.record(entry)


def change_passphrase(
    old: Passphrase | None, request: Request, new: str, *, study: str, log: Unblindings
) -> Passphrase | None:
    """Return the second passphrase from now on, None for none, once that is recorded.

    Parameters
    ----------
    old : Passphrase, optional
        The one set, which ``request`` must hold.
    request : Request
    new : str
        "" removes it.

    Raises
    ------
    AnalysisError
        If name or reason are missing, the old passphrase is wrong, or the new
        one is too short.
    """
    made = Passphrase.of(new) if new else None
    now = datetime.now(UTC)
    entry = Unblinding(PASSPHRASE, study, request.who.strip(), request.reason.strip(), now)
    if old is not None and not old.matches(request.passphrase):
        log.record(dataclasses.replace(entry, what=REFUSED))
        raise AnalysisError(
            "The second passphrase set before is another one, so it stays. The attempt was "
            "recorded."
        )
    log.record(entry)
    return made


def was_unblinded(log: Unblindings, study: str) -> bool:
    """Say whether the treatment arms of a study were ever shown."""
    return any(r.what == STUDY_UNBLINDED and r.study == study for r in log.records)

"""Write the file of today's format that the tests of later formats open.

``python -m tests.study.store.make_kept_file`` is run once, when a format is new.
"""

from __future__ import annotations

from pathlib import Path

from sjogren_desktop.study import store
from sjogren_desktop.study.store import Source, schema
from tests.samples import sample_mmrm_result
from tests.studies import small_study
from tests.study.store.making import CHEAP, PASSPHRASE, edit, event_edit, note, unblinding


def main() -> None:
    """Write ``data/version-N.sjd`` unless there is one."""
    path = Path(__file__).parent / "data" / f"version-{schema.VERSION}.sjd"
    if path.exists():
        raise SystemExit(f"{path.name} is there already; files of a released format stay")
    content = b"USUBJID\n"
    source = Source("adsl.csv", len(content), "2026-01-02T03:04:05+00:00", SHA256, content)
    with store.create(path, passphrase=PASSPHRASE, who="Anna", cost=CHEAP) as file:
        file.save_study(small_study(), sources=[source])
        file.scores.record([edit()])
        file.scores.record([edit(old=2.0, new=3.0)])
        file.events.record_events([event_edit()])
        file.notes.record(note())
        file.unblindings.record(unblinding())
        file.save_document("mapping", "site", {"Visite": "AVISIT"})
        file.save_document("options", "mmrm_change", {"visit": "Week 12"})
        file.save_result(sample_mmrm_result())


SHA256 = "791d6f866b9dae3c81c06d793326baa4e83a81a626c3d0884de58068d8abf065"

if __name__ == "__main__":
    main()

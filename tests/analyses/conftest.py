"""The CDISC pilot study, opened once for the tests that compare with its report."""

import pytest

from sjogren_desktop.study.load import open_study


@pytest.fixture(scope="session")
def pilot(shared):
    """Return the pilot study's ADaM data sets."""
    return open_study([shared / "data" / "cdiscpilot" / "adam"])

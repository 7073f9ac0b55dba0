"""The demonstration study, opened once for all tests that run an analysis on it."""

from functools import cache

from sjogren_desktop.study.data import StudyData
from sjogren_desktop.study.demo import demo_files
from sjogren_desktop.study.load import open_study


@cache
def demo_study() -> StudyData:
    """Return the study; not to be changed."""
    return open_study([demo_files()])

"""Sjögren Desktop: the program a Sjögren's disease trial is read with."""

__version__ = "0.1.0"

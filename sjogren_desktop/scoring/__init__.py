"""Outcome instruments: items in, scores out, published rules in the docstrings."""

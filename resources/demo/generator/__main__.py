"""Write the shipped archive: ``python -m resources.demo.generator`` in the source tree."""

from __future__ import annotations

from pathlib import Path

from .build import archive

if __name__ == "__main__":
    target = Path(__file__).parents[1] / "neptunus_like.zip"
    target.write_bytes(archive())
    print(f"{target.name}: {target.stat().st_size / 1e6:.1f} MB")

"""The sixteen bytes outside the encrypted pages, and the key they make of a passphrase.

SQLCipher keeps the first 16 bytes of a file in clear, as salt. A study file
uses them for what must be known before it can be decrypted:

======  =============================================================
bytes   content
======  =============================================================
0-2     ``SJD``
3       format of this header, 1
4       memory of Argon2id, as the binary logarithm of its KiB
5       passes of Argon2id (high half) and lanes (low half)
6-14    random
15      check over bytes 3 to 14 (CRC-8, polynomial 2F hexadecimal)
======  =============================================================

All sixteen are the salt of Argon2id (RFC 9106), whose 32 bytes are the raw
key of SQLCipher, so a changed cost gives another key. The check has Hamming
distance 4 at this length (Koopman and Chakravarty 2004): one flipped bit is
found and put right, since a lost salt would lose the whole file.
"""

from __future__ import annotations

import secrets
import unicodedata
from contextlib import suppress
from dataclasses import dataclass

from sjogren_desktop import crew
from sjogren_desktop.results import Doing, Progress
from sjogren_desktop.workers import may_start

SIZE = 16
PLAIN = b"SQLite format 3\x00"
"""What a file begins with that is not encrypted."""

_MAGIC = b"SJD"
_FORMAT = 1
_POLYNOMIAL = 0x2F
_MEMORY = range(13, 23)  # 8 MiB to 4 GiB
_KEY_BYTES = 32


@dataclass(frozen=True)
class Cost:
    """What trying one passphrase costs: 2**memory KiB, so many passes and lanes.

    The default, 128 MiB and 3 passes, lies above the second recommended
    choice of RFC 9106 and takes some tenths of a second.
    """

    memory: int = 17
    passes: int = 3
    lanes: int = 4

    def __post_init__(self) -> None:
        if self.memory not in _MEMORY or not 1 <= self.passes < 16 or not 1 <= self.lanes < 16:
            raise ValueError(f"no cost a study file can have: {self}")


@dataclass(frozen=True)
class Header:
    """The salt of an encrypted file, with the cost written in it.

    ``repaired`` says that one bit of it was wrong in the file and put right.
    """

    salt: bytes
    cost: Cost
    repaired: bool = False


def new_header(cost: Cost) -> Header:
    """Return a header with a new random salt."""
    body = bytes([_FORMAT, cost.memory, cost.passes << 4 | cost.lanes])
    body += secrets.token_bytes(SIZE - len(_MAGIC) - len(body) - 1)
    return Header(_MAGIC + body + bytes([_check(body)]), cost)


def read_header(first: bytes) -> Header | None:
    """Return the header in the first bytes of a file, None if there is none."""
    if len(first) < SIZE:
        return None
    first = first[:SIZE]
    found = _whole(first)
    if found is not None:
        return Header(first, found)
    for bit in range(8 * SIZE):
        put_right = bytearray(first)
        put_right[bit // 8] ^= 1 << bit % 8
        found = _whole(bytes(put_right))
        if found is not None:
            return Header(bytes(put_right), found, repaired=True)
    return None


def derive_key(passphrase: str, header: Header, progress: Progress | None = None) -> bytes:
    """Return the 32 bytes of the key (Argon2id, version 1.3).

    The passphrase is normalised (NFC), since keyboards of different systems
    write the same accented letter differently.

    What ``progress`` raises ends this at once. As Argon2 cannot be stopped in a thread, it
    is then done in a process.
    """
    from argon2.low_level import Type, hash_secret_raw

    arguments = (
        unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass"),
        header.salt,
        header.cost.passes,
        1 << header.cost.memory,
        header.cost.lanes,
        _KEY_BYTES,
        Type.ID,
    )
    if progress is not None and may_start():
        with crew.Crew(1) as team, suppress(crew.NotStarted):
            work = team.submit(hash_secret_raw, *arguments)
            return bytes(crew.follow(work, progress, Doing("Making the key from the passphrase")))
    return hash_secret_raw(*arguments)


def _whole(first: bytes) -> Cost | None:
    """Return the cost if these bytes are a header without fault."""
    body = first[len(_MAGIC) : -1]
    if first[: len(_MAGIC)] != _MAGIC or body[0] != _FORMAT or _check(body) != first[-1]:
        return None
    try:
        return Cost(body[1], body[2] >> 4, body[2] & 15)
    except ValueError:
        return None


def _check(body: bytes) -> int:
    rest = 0xFF
    for byte in body:
        rest ^= byte
        for _ in range(8):
            rest = (rest << 1) ^ (_POLYNOMIAL if rest & 0x80 else 0)
            rest &= 0xFF
    return rest

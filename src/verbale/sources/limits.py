"""How much is read of one input, and packed data unpacked no further than that."""

import io
import zlib
from typing import BinaryIO

from verbale.errors import SourceError

LARGEST = 50_000_000
"""Bytes of one document, one line or one record: far more than any article has."""
_CHUNK = 65_536


def read_within(stream: BinaryIO | io.BufferedIOBase, limit: int = LARGEST) -> bytes:
    """All of the stream. Raises `SourceError` where it is larger than the limit (in bytes)."""
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise SourceError(f"it is larger than {limit // 1_000_000} MB", remedy="split it")
    return data


def unzipped(data: bytes, limit: int = LARGEST, *, partly: bool = False) -> bytes:
    """The bytes that gzip or deflate packed. Raises `SourceError` where they are too many, or damaged.

    With `partly` what is whole of damaged data will do.
    """
    if not data.startswith(GZIP):
        return _inflated(data, limit)
    stream = Unzipped(io.BytesIO(data))
    found = read_within(io.BufferedReader(stream), limit)
    if stream.fault and not partly:
        raise SourceError(stream.fault, remedy="fetch it again")
    return found


def _inflated(data: bytes, limit: int) -> bytes:
    """Deflate with its header, as HTTP has it, or without, as some servers send it."""
    for window in (zlib.MAX_WBITS, -zlib.MAX_WBITS):
        try:
            found = zlib.decompressobj(window).decompress(data, limit + 1)
        except zlib.error:
            continue
        if len(found) <= limit:
            return found
        raise SourceError(f"it is larger than {limit // 1_000_000} MB unpacked", remedy="split it")
    raise SourceError("its compression is damaged", remedy="fetch it again")


GZIP = b"\x1f\x8b"
"""How every gzip file and every member in one begins."""


class Unzipped(io.RawIOBase):
    """A gzip file of one or many members, unpacked as it is read, a chunk at a time.

    Where it breaks off or is damaged, what is whole comes out, and `fault` says what is wrong.
    """

    def __init__(self, packed: BinaryIO) -> None:
        self.fault = ""
        self._packed = packed
        self._waiting = b""
        self._member = zlib.decompressobj(31)
        self._begun = False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview, /) -> int:  # type: ignore[override]
        """Fills the buffer; 0 at the end."""
        while not self.fault:
            piece = self._unpacked(len(buffer))
            if piece:
                buffer[: len(piece)] = piece
                return len(piece)
            if not self._waiting and not self._fill():
                break
        return 0

    def _fill(self) -> bool:
        """More packed bytes; false at the end of the file, which must not lie within a member."""
        self._waiting = self._packed.read(_CHUNK)
        if not self._waiting and self._begun and not self._member.eof:
            self.fault = "its compression breaks off: the file is incomplete"
        return bool(self._waiting)

    def _unpacked(self, most: int) -> bytes:
        if self._member.eof and self._waiting:
            self._waiting = self._waiting.lstrip(b"\0")
            if not self._waiting or not self._waiting.startswith(GZIP[: len(self._waiting)]):
                self._waiting = b""  # what follows the last member is padding, or no gzip
                return b""
            self._member = zlib.decompressobj(31)
        return self._next_piece(most)

    def _next_piece(self, most: int) -> bytes:
        if not self._waiting:
            return b""
        try:
            piece = self._member.decompress(self._waiting, most)
        except zlib.error:
            self.fault = "its compression is damaged"
            return b""
        self._begun = True
        self._waiting = self._member.unused_data if self._member.eof else self._member.unconsumed_tail
        return piece

import gzip
import io
import zlib

import pytest

from verbale.errors import SourceError
from verbale.sources.limits import Unzipped, read_within, unzipped

TEXT = b"The envoy left the talks. " * 10_000


def test_no_more_than_the_limit_is_read() -> None:
    assert read_within(io.BytesIO(TEXT), len(TEXT)) == TEXT
    with pytest.raises(SourceError, match="larger than 0 MB"):
        read_within(io.BytesIO(TEXT), len(TEXT) - 1)


@pytest.mark.parametrize(
    "packed",
    [
        gzip.compress(TEXT),
        gzip.compress(TEXT[:1000]) + gzip.compress(TEXT[1000:]),
        gzip.compress(TEXT) + b"\0" * 100,
        gzip.compress(TEXT) + b"no gzip",
        zlib.compress(TEXT),
        zlib.compress(TEXT)[2:-4],
    ],
)
def test_gzip_of_one_or_many_members_and_deflate_are_unpacked(packed: bytes) -> None:
    assert unzipped(packed) == TEXT


def test_a_bomb_is_unpacked_no_further_than_the_limit() -> None:
    bomb = gzip.compress(b"\0" * 50_000_000)

    with pytest.raises(SourceError, match="larger"):
        unzipped(bomb, 1_000_000)
    with pytest.raises(SourceError, match="larger"):
        unzipped(zlib.compress(b"\0" * 50_000_000), 1_000_000)


def test_a_file_that_breaks_off_gives_what_is_whole_and_says_so() -> None:
    stream = Unzipped(io.BytesIO(gzip.compress(TEXT)[:-100]))
    found = io.BufferedReader(stream).read()

    assert TEXT.startswith(found)
    assert len(found) > 100_000
    assert "breaks off" in stream.fault


def test_a_damaged_file_gives_what_is_whole_and_says_so() -> None:
    packed = bytearray(gzip.compress(TEXT[:1000]) + gzip.compress(TEXT))
    packed[-6] ^= 0xFF  # in the check sum
    stream = Unzipped(io.BytesIO(bytes(packed)))

    assert io.BufferedReader(stream).read().startswith(TEXT[:1000])
    assert "damaged" in stream.fault


@pytest.mark.parametrize("packed", [gzip.compress(TEXT)[:-20], b"\x1f\x8b\x08\x00", b"no zlib"])
def test_damaged_data_is_an_error_that_says_what_to_do(packed: bytes) -> None:
    with pytest.raises(SourceError, match="fetch it again"):
        unzipped(packed)

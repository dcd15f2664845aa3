"""A PostgreSQL server for tests, from Debian's package, in a folder of its own."""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

FOLDERS = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
"""Where Debian's package has its programs, the newest first; none where it isn't installed."""

USER = "postgres"
"""Whom the package makes: the server refuses to run as root."""


@contextmanager
def server() -> Iterator[str]:
    """The address of a server that runs while the block does."""
    programs, folder = FOLDERS[0], Path(tempfile.mkdtemp(prefix="verbale-"))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    try:
        if os.geteuid() == 0:
            shutil.chown(folder, USER)
        data = folder / "data"
        run([programs / "initdb", "-D", data, "-U", USER, "--auth=trust", "-E", "UTF8", "--no-sync"])
        options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c fsync=off"
        run([programs / "pg_ctl", "-D", data, "-o", options, "-l", folder / "log", "-w", "start"])
        try:
            yield f"postgresql://{USER}@127.0.0.1:{port}"
        finally:
            run([programs / "pg_ctl", "-D", data, "-m", "immediate", "stop"])
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def run(command: Sequence[str | Path]) -> None:
    """Runs a program of the server, as somebody who isn't root."""
    ours = ["runuser", "-u", USER, "--", *command] if os.geteuid() == 0 else [*command]
    subprocess.run(ours, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL)


def with_driver(address: str) -> str:
    """The address as SQLAlchemy is to be given it."""
    return address.replace("postgresql:", "postgresql+pg8000:")

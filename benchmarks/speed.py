"""The section on speed: how fast, how soon ready and in how much memory, Verbale beside textacy.

The bound is what the two networks alone take on the same texts in the same moment: spaCy's own pipes, and the
encoder on just the windows that the reading asked it about. Each article is read and then given to the
networks, so that whatever else the machine does slows both. One process has two threads, two processes have
one each: always two cores.
"""

import resource
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from threading import Barrier
from time import perf_counter
from typing import Any

from numpy import float32
from numpy.typing import NDArray
from spacy.pipeline import Pipe

from benchmarks.corpus import CHECKOUT, STATEMENTS, corpus, digest, read_labelled, words
from benchmarks.gate import Figures
from benchmarks.section import Measured
from benchmarks.table import Column, Row, Table
from benchmarks.textacy_peer import load_textacy
from verbale.article import Article
from verbale.encoding.network import Session
from verbale.reading.pipeline import read
from verbale.reading.tools import Tools

NAME = "speed"
CORES = 2
"""What the goals are set for, and what the smallest machine has."""
PATIENCE = 300
"""Seconds that a process waits for the other to have loaded; loading takes a few."""
EPSILON = 10
"""Points of the share of the networks' pace: on a busy machine runs of the same code lie that far apart."""
MEGABYTE = 1024 * 1024

# From the first import to the first article, in a process that has loaded nothing before.
READY = {
    "Verbale": "from verbale.reading.tools import Tools; Tools.load()",
    "textacy": "from benchmarks.textacy_peer import load_textacy; load_textacy()",
}

COLUMNS = (
    Column("end to end", 0, brief=True),
    Column("two networks", 0),
    Column("spaCy", 0),
    Column("encoder", 0),
    Column("share, %", 0, brief=True),
    Column("ready, s", 1, brief=True),
    Column("peak, MB", 0, brief=True),
)
GOALS = (
    "Goals: 2,500 in one process, 3,800 in two, ready within 2 s, below 700 MB a process. "
    "The share is end to end of the two networks alone; ready counts from the first import, and where torch is "
    "installed (the extra train) from torch's as well, since spaCy loads it then."
)


@dataclass(frozen=True, slots=True)
class Pace:
    """What a process measured of itself, in words, seconds and bytes."""

    words: int
    seconds: float
    memory: int
    """The most that it held."""
    parsing: float = 0
    """spaCy alone."""
    encoding: float = 0
    """The encoder alone."""


class Listening:
    """A session that keeps what it was asked, to ask it again."""

    def __init__(self, session: Session, threads: int = 1) -> None:
        self.session = session
        self.threads = threads
        self.asked: list[tuple[Sequence[str], dict[str, NDArray[Any]]]] = []

    def run(self, outputs: Sequence[str], inputs: dict[str, NDArray[Any]]) -> list[NDArray[float32]]:
        """The session's answer."""
        self.asked.append((outputs, inputs))
        return self.session.run(outputs, inputs)

    def again(self) -> None:
        """Asks all of it once more, on as many threads as before."""
        with ThreadPoolExecutor(self.threads) as pool:
            list(pool.map(lambda asked: self.session.run(*asked), self.asked))
        self.asked.clear()


Work = Callable[[Sequence[Article], int, Barrier], Pace]
"""What a process does with its articles and threads; it begins to measure when all processes have loaded."""


def measure(tools: Tools) -> Measured:  # noqa: ARG001 loads its own, in processes of their own
    """The table and, for the gate, the share of the networks' pace."""
    path = corpus(STATEMENTS)
    articles = [one.article for one in read_labelled(path)]
    one, two, peer = (
        in_processes(work, articles, number)
        for work, number in ((pace_of_verbale, 1), (pace_of_verbale, 2), (pace_of_textacy, 1))
    )
    reached = {"one process": 100 * share(one), "two processes": 100 * share(two)}
    return Measured(
        (table(one, two, peer, {tool: ready_after(code) for tool, code in READY.items()}),),
        {NAME: Figures(corpus=digest([path]), epsilon=EPSILON, floors=reached)},
    )


def in_processes(work: Work, articles: Sequence[Article], number: int) -> list[Pace]:
    """What so many fresh processes measured, all at the same time, the articles dealt out among them."""
    context = get_context("spawn")
    threads = max(1, CORES // number)
    with context.Manager() as manager, ProcessPoolExecutor(number, mp_context=context) as pool:
        ready = manager.Barrier(number)
        running = [pool.submit(work, articles[at::number], threads, ready) for at in range(number)]
        return [one.result() for one in running]


def pace_of_verbale(articles: Sequence[Article], threads: int, ready: Barrier) -> Pace:
    """Reads each article, then gives it to the networks alone. The first is read once before, unmeasured."""
    tools = Tools.load(threads=threads)
    heard = Listening(tools.encoder.session, threads)
    listening = replace(tools, encoder=replace(tools.encoder, session=heard))
    read(articles[0], listening)
    ready.wait(PATIENCE)
    laps = [_lap(article, listening, heard) for article in articles]
    reading, parsing, encoding = (sum(column) for column in zip(*laps, strict=True))
    return Pace(words(articles), reading, peak_memory(), parsing, encoding)


def pace_of_textacy(articles: Sequence[Article], threads: int, ready: Barrier) -> Pace:  # noqa: ARG001 as Work says
    """Finds the quotations of each article. The first is read once before, unmeasured."""
    find = load_textacy()
    find(articles[0])
    ready.wait(PATIENCE)
    seconds = sum(_seconds(partial(find, article)) for article in articles)
    return Pace(words(articles), seconds, peak_memory())


def rate(paces: Iterable[Pace], seconds: Callable[[Pace], float]) -> float:
    """Words a second of all processes together, by what each took."""
    return sum(one.words / seconds(one) for one in paces)


def share(paces: Sequence[Pace]) -> float:
    """Of the networks' pace, 0-1, what is left end to end."""
    return rate(paces, _reading) / rate(paces, _networks)


def peak_memory() -> int:
    """The most bytes that this process held.

    Linux keeps it in /proc; getrusage, which serves elsewhere, would count the process that started it too.
    """
    status = Path("/proc/self/status")
    if status.exists():
        rows = dict(line.split(":", 1) for line in status.read_text("utf-8").splitlines())
        return int(rows["VmHWM"].split()[0]) * 1024
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit


def ready_after(code: str) -> float:
    """Seconds that the code takes in a fresh process, without the interpreter's own start."""
    timed = f"from time import perf_counter as now; start = now(); {code}; print(now() - start)"
    done = subprocess.run([sys.executable, "-c", timed], check=True, capture_output=True, text=True, cwd=CHECKOUT)
    return float(done.stdout)


def table(one: Sequence[Pace], two: Sequence[Pace], peer: Sequence[Pace], ready: Mapping[str, float]) -> Table:
    """One process, two processes, and textacy; `ready`: after how many seconds each reads its first article."""
    none = (None,) * 4
    rows = (
        Row("Verbale, one process", (*_rates(one), ready["Verbale"], _megabytes(one))),
        Row("Verbale, two processes", (*_rates(two), ready["Verbale"], _megabytes(two))),
        Row("textacy, one process", (rate(peer, _reading), *none, ready["textacy"], _megabytes(peer))),
    )
    return Table(f"Words a second, over {one[0].words:,} words", COLUMNS, rows, (GOALS,))


def _rates(paces: Sequence[Pace]) -> tuple[float, ...]:
    measured = (_reading, _networks, lambda pace: pace.parsing, lambda pace: pace.encoding)
    return (*(rate(paces, seconds) for seconds in measured), 100 * share(paces))


def _lap(article: Article, tools: Tools, heard: Listening) -> tuple[float, float, float]:
    heard.asked.clear()
    steps = (lambda: read(article, tools), lambda: _parse(article.text, tools.syntax), heard.again)
    reading, parsing, encoding = map(_seconds, steps)
    return reading, parsing, encoding


def _parse(text: str, syntax: Any) -> object:
    """What spaCy's own pipes make of a text, its paragraphs side by side; a function among the pipes is ours."""
    ours = [name for name, pipe in syntax.pipeline if not isinstance(pipe, Pipe)]
    paragraphs = text.splitlines()
    return list(syntax.pipe(paragraphs, batch_size=4 * len(paragraphs), disable=ours))


def _seconds(step: Callable[[], object]) -> float:
    start = perf_counter()
    step()
    return perf_counter() - start


def _reading(pace: Pace) -> float:
    return pace.seconds


def _networks(pace: Pace) -> float:
    return pace.parsing + pace.encoding


def _megabytes(paces: Iterable[Pace]) -> float:
    return max(one.memory for one in paces) / MEGABYTE

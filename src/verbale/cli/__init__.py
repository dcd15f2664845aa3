"""The `verbale` command: a file a command; here, what they share."""

import sys
from importlib.metadata import version
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from verbale.cli.add import add_command
from verbale.cli.articles import articles_command
from verbale.cli.changes import changes_command
from verbale.cli.conflicts import conflicts_command
from verbale.cli.export import export_command
from verbale.cli.find import find_command
from verbale.cli.minutes import minutes_command
from verbale.cli.picture import picture_command
from verbale.cli.positions import positions_command
from verbale.cli.read import read_command
from verbale.cli.serve import serve_command
from verbale.cli.timeline import timeline_command
from verbale.errors import OptionError, VerbaleError
from verbale.views.terminal import visible

app = typer.Typer(
    name="verbale",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,  # help in plain words: it is also the manual's text
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("read")(read_command)
app.command("add")(add_command)
app.command("minutes")(minutes_command)
app.command("timeline")(timeline_command)
app.command("positions")(positions_command)
app.command("conflicts")(conflicts_command)
app.command("changes")(changes_command)
app.command("find")(find_command)
app.command("articles")(articles_command)
app.command("picture")(picture_command)
app.command("export")(export_command)
app.command("serve")(serve_command)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"verbale {version('verbale')}")
        raise typer.Exit()


@app.callback()
def _verbale(
    _version: Annotated[
        bool,
        typer.Option("--version", help="Show the version and exit.", callback=_show_version, is_eager=True),
    ] = False,
) -> None:
    """Reads the news about a negotiation and keeps the minutes: who said what,
    each statement with the sentence that proves it."""  # noqa: D209, D205 shown as it stands, in two lines


def main() -> None:
    """Run the command. Whatever goes wrong is a line on standard error and an exit status, never a traceback.

    Exit status: 0, all was read; 1, something could not be read or written; 2, it was asked for wrongly;
    130, it was interrupted.
    """
    try:
        app(prog_name="verbale")
    except OptionError as error:
        _leave(str(error), status=2)
    except VerbaleError as error:
        _leave(str(error), status=1)
    except OSError as error:
        where = error.filename or "the output could not be written"
        _leave(f"{where}: {error.strerror or error}", status=1)
    except Exception as error:  # noqa: BLE001 the last door: nothing may pass it but a line
        _leave(f"verbale: a fault of its own, please report it: {type(error).__name__}: {error}", status=1)


def _leave(line: str, *, status: int) -> None:
    text = Text(visible(" ".join(line.split())))
    Console(stderr=True, highlight=False, emoji=False).print(text, soft_wrap=True)
    sys.exit(status)

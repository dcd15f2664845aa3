"""A person's own file of names: what it may hold, and what is said where it doesn't."""

from pathlib import Path

import pytest

from verbale.errors import OptionError
from verbale.registry import load_registry
from verbale.registry.own import read_own

YAML = """
- name: Kestria
  kind: state
  also: [Republic of Kestria]
  demonyms: [Kestrian]
  seats: [Odrana]
- {id: RUS, name: the Bear, kind: state}
"""
CSV = "name,kind,also,demonyms,seats,country\nKestria,state,Republic of Kestria; RK,Kestrian,Odrana,\n"


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def test_rows_of_yaml_are_read(tmp_path: Path) -> None:
    kestria, bear = read_own(written(tmp_path, "names.yaml", YAML))

    assert (kestria.id, kestria.kind, kestria.aliases) == ("own:kestria", "state", ("Republic of Kestria",))
    assert (kestria.seats, kestria.source) == (("Odrana",), ("names.yaml",))
    assert bear.id == "RUS"


def test_rows_of_csv_are_read_and_words_parted_by_semicolons(tmp_path: Path) -> None:
    (kestria,) = read_own(written(tmp_path, "names.csv", CSV))

    assert kestria.aliases == ("Republic of Kestria", "RK")
    assert (kestria.demonyms, kestria.country) == (("Kestrian",), None)


def test_the_registry_knows_the_names_that_a_person_adds(tmp_path: Path) -> None:
    registry = load_registry(written(tmp_path, "names.yaml", YAML))

    assert [match.known.id for name in ("Odrana", "the Bear", "Moscow") for match in registry.look_up(name)] == [
        "own:kestria",
        "RUS",
        "RUS",
    ]


@pytest.mark.parametrize(
    ("name", "text", "complaint"),
    [
        ("names.yaml", "- {name: Kestria, kind: planet}", "row 1: kind: Input should be 'state'"),
        ("names.yaml", "- {kind: state}\n- {name: '', kind: state}", "row 1: name: Field required; row 2: name:"),
        ("names.yaml", "- {name: K, kind: state, capital: O}", "row 1: capital: Extra inputs are not permitted"),
        ("names.yaml", "- {name: K, kind: state, country: KE}", "row 1: country: String should match"),
        ("names.yaml", "- {name: K, kind: state, also: ['']}", "one of the words is empty"),
        ("names.yaml", "- Kestria", "row 1:"),
        ("names.yaml", "name: Kestria", "it is not a list of rows"),
        ("names.yaml", "- {", "it is not YAML"),
        ("names.yaml", "[]", "there is no row in it"),
        ("names.csv", "name,capital\nKestria,Odrana\n", "no such column: capital"),
        ("names.csv", "name,kind\nKestria,planet\n", "line 2: kind:"),
        ("names.txt", "Kestria", ".txt is neither .yaml nor .csv"),
        ("names.yaml", "- {kind: state}\n" * 8, "and 3 more"),
    ],
)
def test_whatever_is_wrong_is_told_with_its_row_and_the_file(
    tmp_path: Path, name: str, text: str, complaint: str
) -> None:
    path = written(tmp_path, name, text)

    with pytest.raises(OptionError) as told:
        read_own(path)

    assert str(path) in str(told.value)
    assert complaint in str(told.value)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(OptionError, match="it can't be read"):
        read_own(tmp_path / "none.yaml")

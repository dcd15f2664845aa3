"""The registry on rows written by hand, and a few facts of the shipped one."""

import gc
import resource
from time import perf_counter

import pytest

from verbale.registry import City, Known, Registry, load_registry, make_registry
from verbale.registry.shelf import Rows, shelf_of

KESTRIA = Known(
    id="KES",
    kind="state",
    name="Kestria",
    aliases=("Republic of Kestria",),
    demonyms=("Kestrian", "Kestrians"),
    seats=("Odrana",),
    country="KES",
    source=("by hand",),
)
PACT = Known(id="PACT", kind="organisation", name="Odrana Pact", seats=("Odrana",), members=("KES",))
SMALL, LARGE = (City(f"c:{n}", "Odrana", country, "", n, 1.0, 2.0) for n, country in ((100, "KES"), (900, "NOR")))


@pytest.fixture(scope="module")
def registry() -> Registry:
    return make_registry([PACT, KESTRIA], cities=[SMALL, LARGE])


@pytest.fixture(scope="module")
def shipped() -> Registry:
    return load_registry()


def uses(registry: Registry, name: str) -> list[tuple[str, str]]:
    return [(match.known.id, match.use) for match in registry.look_up(name)]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Kestria", [("KES", "name")]),
        ("Republic of Kestria", [("KES", "name")]),
        ("KESTRIA", [("KES", "name")]),
        ("kestria", []),
        ("Kestrians", [("KES", "demonym")]),
        ("Odrana", [("KES", "seat"), ("PACT", "seat")]),
        ("Odrana Pact", [("PACT", "name")]),
        ("Norland", []),
    ],
)
def test_a_name_is_looked_up_in_its_own_case_or_in_capitals(
    registry: Registry, name: str, expected: list[tuple[str, str]]
) -> None:
    assert uses(registry, name) == expected


def test_a_row_comes_back_as_it_was_given(registry: Registry) -> None:
    assert (registry["KES"], registry["PACT"]) == (KESTRIA, PACT)
    assert registry.get("NOR") is None
    with pytest.raises(KeyError):
        registry["NOR"]


def test_the_longest_name_that_begins_with_a_word_is_known(registry: Registry) -> None:
    assert [registry.longest(word) for word in ("Odrana", "ODRANA", "Republic", "of")] == [11, 11, 19, 0]


def test_towns_of_one_name_come_with_the_largest_first(registry: Registry) -> None:
    assert registry.cities("Odrana") == (LARGE, SMALL)


def test_what_a_person_says_of_a_name_goes_before_what_is_shipped(registry: Registry) -> None:
    own = Known(id="own:odrana", kind="place", name="Odrana")
    both = Registry((shelf_of(Rows(known=(own,))), *registry.shelves))

    assert uses(both, "Odrana") == [("own:odrana", "name")]
    assert uses(both, "Kestria") == [("KES", "name")]


def test_a_person_may_add_names_to_a_row_that_is_shipped(registry: Registry) -> None:
    own = Known(id="KES", kind="state", name="the Falcon", seats=("High House",), source=("mine.yaml",))
    both = Registry((shelf_of(Rows(known=(own,))), *registry.shelves))

    assert uses(both, "the Falcon") == [("KES", "name")]
    assert uses(both, "Odrana")[0] == ("KES", "seat")
    assert (both["KES"].name, both["KES"].seats) == ("Kestria", ("Odrana", "High House"))
    assert both["KES"].source == ("by hand", "mine.yaml")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Moscow", [("RUS", "seat")]),
        ("Kremlin", [("RUS", "seat")]),
        ("Brussels", [("BEL", "seat"), ("EU", "seat"), ("NATO", "seat")]),
        ("Georgia", [("GEO", "name"), ("US-GA", "name")]),
        ("Washington", [("US-WA", "name"), ("USA", "seat")]),
        ("Zhongnanhai", [("CHN", "seat")]),
        ("Elysée", [("FRA", "seat")]),
        ("North Atlantic Alliance", [("NATO", "name")]),
        ("Polisario Front", [("POLISARIO", "name")]),
    ],
)
def test_the_shipped_registry_knows_the_names_of_the_press(
    shipped: Registry, name: str, expected: list[tuple[str, str]]
) -> None:
    assert uses(shipped, name) == expected


def test_members_and_codes_are_known(shipped: Registry) -> None:
    assert {"FRA", "POL", "TUR"} <= set(shipped["NATO"].members)
    assert shipped["DEU"].codes == ("DE",)


def test_every_row_names_its_source(shipped: Registry) -> None:
    for name in ("Russia", "Odesa", "NATO", "Islamic Movement of Uzbekistan", "African Development Bank"):
        assert all(match.known.source for match in shipped.look_up(name))
    assert all(term.sources for term in shipped.held_by("Angela Merkel"))


def test_what_rests_on_share_alike_sources_lies_in_a_file_of_its_own(shipped: Registry) -> None:
    free, shared = shipped.shelves
    query = "SELECT sources, person FROM term"
    words = dict(shared._connection.execute("SELECT id, words FROM origin"))

    assert shared.about["licence"] == "CC BY-SA 4.0"
    assert "BY-SA" not in free.about["licence"]
    for sources, person in shared._connection.execute(query):
        licences = [words[int(id_)] for id_ in sources.strip("[]").split(",")]
        assert not any("CC0" in one or "public domain" in one for one in licences), person


def test_loading_takes_less_than_a_tenth_of_a_second_and_no_memory_to_speak_of() -> None:
    gc.collect()
    before, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, perf_counter()
    registry = load_registry()
    took = perf_counter() - start
    for name in ("Moscow", "Geneva", "the", "Sergei Lavrov"):
        registry.look_up(name)
        registry.cities(name)
        registry.held_by(name)

    assert took < 0.1
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100 * 1024

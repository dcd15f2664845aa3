import pytest

from tests.dossier.matching.reports import entity
from verbale.dossier.answers import Report
from verbale.dossier.matching import keys_of, same_entity
from verbale.record import Entity

ADA = entity(1, "Ada Holm", titles=("deputy minister",), represents="Norland", country="NOR")
ARDEN = entity(1, "William Arden")


@pytest.mark.parametrize(
    ("known", "new"),
    [
        pytest.param(entity(1, "Norland", "state", registry_id="NOR"), entity(2, "the Kingdom of Norland", "state",
                     registry_id="NOR"), id="the registry's number"),
        pytest.param(ADA, entity(2, "Ada Holm"), id="the same name"),
        pytest.param(ADA, entity(2, "Dr. Ada Holm"), id="a title before it"),
        pytest.param(ARDEN, entity(2, "Bill Arden"), id="what friends call him"),
        pytest.param(entity(1, "Sergei Volkonov"), entity(2, "Sergey Volkonov"), id="another spelling"),
        pytest.param(entity(1, "Volodymyr Hrytsenskiy"), entity(2, "Volodymyr Hrytsensky"), id="another ending"),
        pytest.param(ADA, entity(2, "Holm", titles=("minister",)), id="the last name and an office"),
        pytest.param(ADA, entity(2, "Holm"), id="the last name alone, of one person"),
        pytest.param(entity(1, "Nera Club", "organisation"), entity(2, "the Nera Club", "outlet"), id="a body"),
        pytest.param(entity(1, "European Water Agency", "organisation", aliases=("EWA",)),
                     entity(2, "EWA", "organisation"), id="its letters"),
        pytest.param(entity(1, "Norland Rail AG", "organisation"), entity(2, "Norland Rail", "organisation"),
                     id="a firm"),
        pytest.param(entity(1, "Odrana River Pilots", "organisation", aliases=("River Pilots",)),
                     entity(2, "River Pilots", "organisation"), id="a part of its name"),
        pytest.param(entity(1, "Norlandic Foreign Ministry", "organisation", country="NOR"),
                     entity(2, "the foreign ministry", "organisation", form="nominal", country="NOR"),
                     id="a ministry of one state"),
        pytest.param(entity(1, "Norland and Sudria", "group", members=("Norland", "Sudria")),
                     entity(2, "Sudria and Norland", "group", members=("Sudria", "Norland")), id="the same members"),
    ],
)  # fmt: skip
def test_names_of_one_are_one(known: Report[Entity], new: Report[Entity]) -> None:
    assert keys_of(known.entry) & keys_of(new.entry)
    judged = same_entity(new, [known])
    assert judged is not None
    assert (judged.left, judged.right) == (known.ref, new.ref)
    assert judged.reason


@pytest.mark.parametrize(
    ("known", "new"),
    [
        pytest.param(entity(1, "Norland", "state", registry_id="NOR"), entity(2, "Norland", "place",
                     registry_id="NOR-TOWN"), id="two in the registry"),
        pytest.param(entity(1, "Ada Holm"), entity(2, "Karl Holm"), id="a sister and a brother"),
        pytest.param(ADA, entity(2, "Ada Holm", country="SUD", titles=("analyst",)), id="of another country"),
        pytest.param(entity(1, "Ada Maria Holm"), entity(2, "Ada Sofia Holm"), id="another middle name"),
        pytest.param(entity(1, "Supreme Court", "organisation"), entity(2, "the Supreme Court", "organisation"),
                     id="a court that any state has"),
        pytest.param(ADA, entity(2, "Holm", published="2023-06-01"), id="a last name, a year later"),
        pytest.param(ADA, entity(2, "Holm", "organisation"), id="a body of her name"),
        pytest.param(entity(1, "the minister", form="nominal"), entity(2, "the minister", form="nominal"), id="a role"),
        pytest.param(entity(1, "Officials", "group"), entity(2, "Officials", "group"), id="anybody, with a capital"),
        pytest.param(entity(1, "Norland and Sudria", "group", members=("Norland", "Sudria")),
                     entity(2, "Norland and Estria", "group", members=("Norland", "Estria")), id="other members"),
        pytest.param(entity(1, "the foreign ministry", "organisation", form="nominal", country="NOR"),
                     entity(2, "the foreign ministry", "organisation", form="nominal", country="SUD"),
                     id="another state's ministry"),
        pytest.param(entity(1, "Victoria", "place", country="CAN"), entity(2, "Victoria", "place", country="AUS"),
                     id="a town of that name elsewhere"),
    ],
)  # fmt: skip
def test_others_are_not(known: Report[Entity], new: Report[Entity]) -> None:
    assert same_entity(new, [known]) is None


def test_of_two_persons_with_one_last_name_the_office_decides() -> None:
    known = [ADA, entity(2, "Karl Holm", titles=("analyst",))]
    assert same_entity(entity(3, "Holm"), known) is None
    judged = same_entity(entity(3, "Holm", titles=("analyst",)), known)
    assert judged is not None
    assert judged.left == known[1].ref


def test_what_has_no_name_has_no_key() -> None:
    assert keys_of(entity(1, "reporters", "group", form="nominal").entry) == frozenset()

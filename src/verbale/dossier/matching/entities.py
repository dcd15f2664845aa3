"""Which entities of different articles are one."""

from collections.abc import Sequence

from verbale.dossier.answers import Judgement, Report
from verbale.record import Entity


def keys_of(entity: Entity) -> frozenset[str]:
    """Entities that share one of these are worth comparing."""
    if entity.registry_id:
        return frozenset({f"reg:{entity.registry_id}"})
    return frozenset({f"name:{entity.name.lower()}"})


def same_entity(new: Report[Entity], known: Sequence[Report[Entity]]) -> Judgement | None:
    """Which of the known ones the new one is."""
    for one in known:
        if new.entry.registry_id and new.entry.registry_id == one.entry.registry_id:
            return Judgement(kind="entity", left=one.ref, right=new.ref, score=1.0, reason="one in the registry")
    return None

"""The network that the package ships, as data: no code. `docs/model-card.md` tells how it was made."""

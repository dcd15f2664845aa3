"""How the encoder is trained: prepare, train, export. Needs the extra `train`; no part of the package."""

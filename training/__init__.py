"""How the encoder is trained: prepare, train, export. Needs the extra `train`; never imported by the package."""

"""The dossier on pages, served to a browser: `verbale serve`. Needs the extra `web`."""

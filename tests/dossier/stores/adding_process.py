"""A process that adds articles to a dossier: `… DOSSIER FIRST LAST`."""

import sys

from tests.dossier.stores.articles import other
from verbale.dossier.dossier import Dossier

if __name__ == "__main__":
    with Dossier.open(sys.argv[1]) as dossier:
        for number in range(int(sys.argv[2]), int(sys.argv[3]) + 1):
            dossier.add(other(number))

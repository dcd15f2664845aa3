"""Pictures of a dossier, as SVG and PNG: made from page values, the same bytes for the same dossier.

Needs the extra `pictures`. A picture brings its own light ground, so that it reads on a dark page and in print too.
"""

from verbale.views.pictures.canvas import Picture, to_png, to_svg
from verbale.views.pictures.choosing import PictureKind, Pictures

__all__ = ["Picture", "PictureKind", "Pictures", "to_png", "to_svg"]

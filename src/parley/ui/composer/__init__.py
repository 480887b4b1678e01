"""Where the person writes: the card at the foot of the page."""

from parley.ui.composer.composer import Composer

__all__ = ["Composer"]

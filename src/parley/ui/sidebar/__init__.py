"""The list of conversations at the left of the window."""

from parley.ui.sidebar.sidebar import Sidebar

__all__ = ["Sidebar"]

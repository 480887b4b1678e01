"""Sees what a program has put on a virtual screen, by asking the X server itself: no other process takes part."""

from __future__ import annotations

import ctypes
import ctypes.util
from ctypes import POINTER, byref, c_char, c_char_p, c_int, c_long, c_uint, c_ulong, c_void_p
from typing import Any, Self

_VIEWABLE = 2
_Z_PIXMAP = 2
_ALL_PLANES = 0xFFFFFFFF
_EVERY = 11  # one pixel in so many is enough to see letters, and quick to look through


class _Attributes(ctypes.Structure):
    """XWindowAttributes of Xlib.h; the fields between those that matter are here for their size."""

    _fields_ = (
        *[(name, c_int) for name in ("x", "y", "width", "height", "border_width", "depth")],
        ("visual", c_void_p),
        ("root", c_ulong),
        *[(name, c_int) for name in ("window_class", "bit_gravity", "win_gravity", "backing_store")],
        *[(name, c_ulong) for name in ("backing_planes", "backing_pixel")],
        ("save_under", c_int),
        ("colormap", c_ulong),
        *[(name, c_int) for name in ("map_installed", "map_state")],
        *[(name, c_long) for name in ("all_event_masks", "your_event_mask", "do_not_propagate_mask")],
        ("override_redirect", c_int),
        ("screen", c_void_p),
    )


class _Image(ctypes.Structure):
    """The first fields of XImage."""

    _fields_ = (
        *[(name, c_int) for name in ("width", "height", "xoffset", "format")],
        ("data", POINTER(c_char)),
        *[(name, c_int) for name in ("byte_order", "unit", "bit_order", "pad", "depth", "bytes_per_line")],
    )


class ScreenWatch:
    """A connection to the X server `display`."""

    def __init__(self, display: str) -> None:
        self._x = _library()
        self._display = self._x.XOpenDisplay(display.encode())
        if not self._display:
            raise OSError(f"no X server answers at {display}")
        self._root = self._x.XDefaultRootWindow(self._display)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._x.XCloseDisplay(self._display)

    def shows_window(self, at_least: int = 400) -> bool:
        """Whether a top-level window at least so many pixels wide is on the screen."""
        return self.count_windows(at_least) > 0

    def count_windows(self, at_least: int = 1) -> int:
        """How many top-level windows at least so many pixels wide are on the screen, menus included."""
        root, parent, count = c_ulong(), c_ulong(), c_uint()
        children = POINTER(c_ulong)()
        self._x.XQueryTree(self._display, self._root, byref(root), byref(parent), byref(children), byref(count))
        found = sum(self._is_shown(children[index], at_least) for index in range(count.value))
        if children:
            self._x.XFree(children)
        return found

    def _is_shown(self, window: int, at_least: int) -> bool:
        attributes = _Attributes()
        if not self._x.XGetWindowAttributes(self._display, window, byref(attributes)):
            return False
        return bool(attributes.map_state == _VIEWABLE and attributes.width >= at_least)

    def pixels(self) -> bytes:
        """The blue of every eleventh pixel of the screen."""
        attributes = _Attributes()
        self._x.XGetWindowAttributes(self._display, self._root, byref(attributes))
        size = (attributes.width, attributes.height)
        image = self._x.XGetImage(self._display, self._root, 0, 0, *size, _ALL_PLANES, _Z_PIXMAP)
        if not image:
            return b""
        content = image.contents
        data = ctypes.string_at(content.data, content.bytes_per_line * content.height)
        self._x.XDestroyImage(image)
        return data[:: 4 * _EVERY]


def is_painted(pixels: bytes) -> bool:
    """Whether there is something to read: the edges of letters have many shades, an empty window has few."""
    return len(set(pixels)) > 8


def alike(first: bytes, second: bytes) -> float:
    """The share of pixels, 0 to 1, that are the same in both pictures."""
    same = sum(one == other for one, other in zip(first, second, strict=True))
    return same / len(first)


_IGNORE = ctypes.CFUNCTYPE(c_int, c_void_p, c_void_p)(lambda _display, _event: 0)


def _library() -> Any:
    name = ctypes.util.find_library("X11") or "libX11.so.6"
    x = ctypes.CDLL(name)
    x.XOpenDisplay.argtypes, x.XOpenDisplay.restype = [c_char_p], c_void_p
    x.XDefaultRootWindow.argtypes, x.XDefaultRootWindow.restype = [c_void_p], c_ulong
    x.XCloseDisplay.argtypes = [c_void_p]
    x.XQueryTree.argtypes = [c_void_p, c_ulong, c_void_p, c_void_p, c_void_p, c_void_p]
    x.XGetWindowAttributes.argtypes = [c_void_p, c_ulong, c_void_p]
    x.XGetImage.argtypes = [c_void_p, c_ulong, c_int, c_int, c_uint, c_uint, c_ulong, c_int]
    x.XGetImage.restype = POINTER(_Image)
    x.XDestroyImage.argtypes = [c_void_p]
    x.XFree.argtypes = [c_void_p]
    # A window may be gone between being listed and being asked about: that is no error here.
    x.XSetErrorHandler(_IGNORE)
    return x

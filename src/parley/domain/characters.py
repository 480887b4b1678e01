"""Text that came from outside may hold halves of characters (lone surrogates), which neither UTF-8 nor SQLite takes."""


def whole_characters(text: str) -> str:
    """`text` with split surrogate pairs joined and lone ones replaced."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text

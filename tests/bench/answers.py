"""Answers to measure with: every construct, in the mix a long technical answer has."""

from __future__ import annotations

_SECTION = """## {n}. How the parts work together

The program keeps **one** owner for each truth and passes plain values, as in `Message(id={n})`. That makes it easy to
test, and *cheap* to change. See [the documentation](https://example.org/{n}) for more, or write to the authors. When a
value changes, whoever shows it is told once, and nothing else in the window moves. The cost is $O(n \\log n)$ at worst.

1. Read the settings, and say so when they are damaged.
2. Open the database:
   - migrate it when it is older,
   - set it aside when it is damaged.
3. Show the window, then load what is slow.

```python
def turn(store: Store, request: Request) -> Answer:
    \"\"\"Run one turn and return what arrived.\"\"\"
    answer = store.begin(request)  # on disk before it is sent
    for delta in stream(request):
        answer.text += delta.text
        if answer.stopped:
            break
    return store.settle(answer, number={n})
```

| Part | Time (ms) | Memory | Note |
|:-----|----------:|-------:|------|
| parse | {n}.1 | 2 MB | once for each block |
| lay out | 4.0 | **3 MB** | only what can be seen |
| paint | 1.5 | 0 | `QPainter` |

> Measure before you believe it, and measure again when it has changed.

$$
\\sum_{{i=1}}^{{{n}}} i = \\frac{{{n}({n}+1)}}{{2}}
$$

"""


def long_answer(size: int) -> str:
    """About `size` characters of Markdown."""
    text = ""
    number = 1
    while len(text) < size:
        text += _SECTION.format(n=number)
        number += 1
    return text[:size]


def tokens_of(text: str) -> list[str]:
    """`text` in pieces of four characters, which is about what a token of English is."""
    return [text[at : at + 4] for at in range(0, len(text), 4)]

"""Paints a page with every construct into a picture; run by test_pictures in a process of its own for each scale.

python picture_page.py light|dark ltr|rtl out.png
"""

from __future__ import annotations

import sys
import time

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from parley import paths
from parley.domain.attachment import Attachment, AttachmentKind
from parley.domain.errors import Cause, Failure
from parley.domain.message import Message, Role, Status
from parley.ui import theme as look
from parley.ui.kit.style import stylesheet
from parley.ui.transcript.view import TranscriptView

ANSWER = """# Everything an answer can hold

A paragraph with **bold**, *italic*, ~~struck~~ and `inline code`, [a link](https://example.org/a), a footnote[^1] and
a formula $e^{i\\pi} + 1 = 0$ within the line. `List<String>`, x < y, &lt; and a lone \\ stay as they are.

## Lists

1. First, with a list below it:
   - a point,
   - another one
     > with a quotation in it.
2. Second.

- [x] A box that is ticked
- [ ] and one that is not

### Code

```python
def greet(name: str) -> str:
    \"\"\"Say hello.\"\"\"
    return f"Hello, {name}!"  # a comment that is so long that it has to be reached by scrolling sideways in its box
```

| Part | Time (ms) | Note |
|:-----|----------:|:----:|
| parse | 0.1 | **once** |
| lay out | 4.0 | `visible` |

> A quotation
> over two lines.

$$
\\sum_{i=1}^{n} i = \\frac{n(n+1)}{2}
$$

![A picture somewhere else](https://example.org/picture.png)

---

<b>HTML is text.</b>

[^1]: What the footnote says.
"""

RIGHT_TO_LEFT = """# כל מה שתשובה יכולה להכיל

פסקה עם **מודגש** ו-`code` וקישור: [קישור](https://example.org).

1. ראשון
2. שני
   - נקודה

> ציטוט

| חלק | זמן |
|---|---|
| ניתוח | 0.1 |

An English paragraph stays on its own side.
"""


def picture() -> bytes:
    image = QImage(160, 90, QImage.Format.Format_RGB32)
    image.fill(QColor("#3b7a57"))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs say bytes, and it takes only str
    return bytes(buffer.data().data())


def messages(answer: str) -> list[Message]:
    shown = Attachment(AttachmentKind.IMAGE, "garden.png", "image/png", picture(), "")
    broken = Failure(Cause.BROKEN_STREAM, {"service": "OpenAI"})
    return [
        Message(1, 1, None, Role.USER, "What can you show?\nAnd how?", 0, attachments=(shown,)),
        Message(2, 1, 1, Role.ASSISTANT, answer, 0, model="gpt-4o"),
        Message(3, 1, 2, Role.USER, "As JSON, please.", 0),
        Message(4, 1, 3, Role.ASSISTANT, '{"answer": [1, true, null], "why": "it was asked"}', 0, model="gpt-4o"),
        Message(5, 1, 4, Role.USER, "More.", 0),
        Message(6, 1, 5, Role.ASSISTANT, "It began well, but", 0, Status.INCOMPLETE, "gpt-4o", failure=broken),
    ]


def main() -> None:
    tone, direction, out = sys.argv[1:]
    application = QApplication(sys.argv[:1])
    application.setStyle("Fusion")
    theme = look.DARK if tone == "dark" else look.LIGHT
    look.load_fonts(paths.resources() / "fonts")
    application.setPalette(look.palette(theme))
    application.setStyleSheet(stylesheet(theme))
    application.setFont(look.body_font(theme))
    if direction == "rtl":
        application.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    view = TranscriptView()
    view.set_theme(theme)
    view.resize(900, 2_000 if direction == "ltr" else 1_400)
    view.show()
    view.show_messages(messages(RIGHT_TO_LEFT if direction == "rtl" else ANSWER))
    end = time.monotonic() + 1.5  # formulas are set when there is time
    while time.monotonic() < end:
        application.processEvents()
        time.sleep(0.01)
    view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32).save(out)


main()

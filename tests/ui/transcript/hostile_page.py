"""Shows a hostile answer; run by test_opens_nothing under strace."""

from __future__ import annotations

import sys
import time

from PySide6.QtWidgets import QApplication

from parley.domain.message import Message, Role
from parley.ui.theme import LIGHT
from parley.ui.transcript.view import TranscriptView

MARK = "/tmp/parley-must-not-be-opened"

TEXT = f"""![a]({MARK}-1.png) ![b](file://{MARK}-2.png) ![c](//192.0.2.1/share/x.png) ![d](http://192.0.2.1/x.png)

<img src="{MARK}-3.png"><link rel="stylesheet" href="{MARK}-4.css"><iframe src="http://192.0.2.1/"></iframe>
<object data="file://{MARK}-5"></object><style>@import url({MARK}-6);</style>

[x](file://{MARK}-7) [y]({MARK}-8) \\\\192.0.2.1\\share [ref]

[ref]: file://{MARK}-9

```{MARK}-10
<img src="{MARK}-11">
```

| <img src="{MARK}-12"> | ![t]({MARK}-13) |
|---|---|
| [u](qrc:{MARK}-14) | data:image/png;base64,AAAA |

$$
\\includegraphics{{{MARK}-15}} \\input{{{MARK}-16}}
$$
"""

app = QApplication(sys.argv)
view = TranscriptView()
view.set_theme(LIGHT)
view.resize(800, 1200)
view.show()
view.show_messages([Message(1, 1, None, Role.USER, TEXT, 0), Message(2, 1, 1, Role.ASSISTANT, TEXT, 0)])
end = time.monotonic() + 3
while time.monotonic() < end:
    app.processEvents()
    time.sleep(0.02)
view.select_all()
view.copy_selection()
view.grab()
app.clipboard().setText("")
print("shown")

"""The look of an exported page: on a screen, light or dark as the reader's system is, and on paper."""

from __future__ import annotations

# The colours are those of the window's two themes (ui.theme), which this package may not know.
STYLE = """
:root {
  color-scheme: light dark;
  --page: #ffffff; --text: #1d1d1b; --quiet: #65655f; --border: #e4e4e0; --tint: #e7f2ee; --code: #f5f5f2;
  --accent: #0b6b58; --keyword: #8a2a7d; --string: #1f6b36; --number: #0b5cad; --function: #1f4fa3;
  --type: #8a4a00; --operator: #4a4a45;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #1b1c1b; --text: #ececea; --quiet: #a6a8a4; --border: #343635; --tint: #22372f; --code: #232524;
    --accent: #5cc4a8; --keyword: #e09bd8; --string: #93d3a2; --number: #8fc1f5; --function: #9dbdf7;
    --type: #eebd83; --operator: #c6c8c4;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--page); color: var(--text);
  font: 16px/1.55 Inter, system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
}
main { max-width: 760px; margin: 0 auto; padding: 32px 24px 64px; }
h1 { font-size: 1.6em; line-height: 1.25; margin: 0 0 4px; }
h2 { font-size: .9em; margin: 0 0 8px; }
h2 .quiet { font-weight: 400; }
.markdown h1 { font-size: 1.35em; } .markdown h2 { font-size: 1.2em; } .markdown h3 { font-size: 1.08em; }
.markdown h1, .markdown h2, .markdown h3, .markdown h4 { margin: 1.2em 0 .4em; }
article { margin: 28px 0; overflow-wrap: anywhere; }
article.user { background: var(--tint); border-radius: 10px; padding: 12px 16px; }
article.system { border-left: 3px solid var(--border); padding-left: 16px; }
.typed { white-space: pre-wrap; }
.quiet, figcaption { color: var(--quiet); font-size: .86em; }
p { margin: .6em 0; }
a { color: var(--accent); }
img { max-width: 100%; height: auto; border-radius: 10px; }
figure { margin: 12px 0; }
pre {
  background: var(--code); border-radius: 10px; padding: 12px 16px; margin: 12px 0;
  overflow-x: auto; font-size: .86em; line-height: 1.5;
}
code { font-variant-ligatures: none; font-family: "JetBrains Mono", ui-monospace, Consolas, Menlo, monospace; }
:not(pre) > code { background: var(--code); border-radius: 4px; padding: 1px 4px; font-size: .9em; }
blockquote { margin: 12px 0; padding-left: 16px; border-left: 3px solid var(--border); color: var(--quiet); }
table { border-collapse: collapse; margin: 12px 0; display: block; overflow-x: auto; }
th, td { border: 1px solid var(--border); padding: 6px 12px; text-align: start; }
th.left, td.left { text-align: left; } th.center, td.center { text-align: center; }
th.right, td.right { text-align: right; }
.keyword { color: var(--keyword); } .string { color: var(--string); } .number { color: var(--number); }
.comment { color: var(--quiet); } .function { color: var(--function); } .type { color: var(--type); }
.operator { color: var(--operator); }
hr { border: 0; border-top: 1px solid var(--border); margin: 20px 0; }
@media print { main { max-width: none; padding: 0; } article { break-inside: auto; } pre { white-space: pre-wrap; } }
"""

# Only what QTextDocument understands: no variables, no media, no layout.
PAPER_STYLE = """
body { color: #1d1d1b; line-height: 135%; }
h1 { font-size: x-large; font-weight: 600; margin: 0 0 2px 0; }
h2 { font-size: medium; font-weight: 600; margin: 18px 0 4px 0; }
h3, h4, h5, h6 { font-size: medium; font-weight: 600; }
p { margin: 0 0 8px 0; }
.quiet, figcaption { color: #65655f; font-size: small; font-weight: 400; }
.typed, pre { white-space: pre-wrap; }
pre { font-family: "JetBrains Mono"; font-size: 12px; margin: 0; }
code { font-family: "JetBrains Mono"; font-size: 12px; }
blockquote { color: #65655f; }
a { color: #0b6b58; }
.keyword { color: #8a2a7d; } .string { color: #1f6b36; } .number { color: #0b5cad; } .comment { color: #65655f; }
.function { color: #1f4fa3; } .type { color: #8a4a00; } .operator { color: #4a4a45; }
"""

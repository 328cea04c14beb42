#!/usr/bin/env python3
"""Draws what a program prints in colour as a terminal, for the README.

dockerfile-lint samples/vulnerable/worker --color always | python3 eng/terminal-picture.py 'dockerfile-lint …' >docs/terminal.svg
"""

import re
import sys
import unicodedata
from xml.sax.saxutils import escape

CHARACTER, LINE, MARGIN, TITLE = 8.4, 19, 20, 34

# Viewers join blanks, whatever they are told.
NO_BREAK = "\u00a0"
COLORS = {"31": "#ff7b72", "33": "#e3b341", "36": "#79c0ff", "35": "#d2a8ff", "32": "#7ee787"}


def style(code):
    parts = code.split(";")
    attributes = [f'fill="{COLORS[part]}"' for part in parts if part in COLORS]
    if "1" in parts:
        attributes.append('font-weight="bold"')
        attributes = attributes if any(a.startswith("fill") for a in attributes) else [*attributes, 'fill="#ffffff"']
    if "2" in parts:
        attributes.append('fill="#8b949e"')
    return " ".join(attributes)


def width(text):
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def draw(lines):
    columns = max(width(re.sub(r"\x1b\[[0-9;]*m", "", line)) for line in lines)
    size = (round(columns * CHARACTER) + 2 * MARGIN, TITLE + len(lines) * LINE + MARGIN)
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size[0]} {size[1]}" width="{size[0]}" '
        f'height="{size[1]}" role="img" aria-label="dockerfile-lint in a terminal">'
    )
    yield f'<rect width="{size[0]}" height="{size[1]}" rx="10" fill="#0d1117"/>'
    for x, color in ((20, "#ff5f57"), (40, "#febc2e"), (60, "#28c840")):
        yield f'<circle cx="{x}" cy="17" r="6" fill="{color}"/>'
    yield (
        '<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, monospace" font-size="14" fill="#c9d1d9" '
        'xml:space="preserve">'
    )
    for number, line in enumerate(lines):
        y = TITLE + LINE * (number + 1) - 5
        column, attributes, spans = 0, "", []
        for part in re.split(r"(\x1b\[[0-9;]*m)", line):
            if part.startswith("\x1b"):
                attributes = style(part[2:-1])
            elif part:
                # Each part has its place and its length, whatever font there is.
                place = f'x="{MARGIN + column * CHARACTER:g}" textLength="{width(part) * CHARACTER:g}"'
                spans.append(f'<tspan {place}{" " if attributes else ""}{attributes}>{escape(part).replace(" ", NO_BREAK)}</tspan>')
                column += width(part)
        yield f'<text y="{y}">{"".join(spans)}</text>'
    yield "</g>"
    yield "</svg>"


if __name__ == "__main__":
    printed = sys.stdin.read().rstrip("\n").split("\n")
    command = f"\x1b[32m$\x1b[0m \x1b[1m{sys.argv[1]}\x1b[0m"
    sys.stdout.write("\n".join(draw([command, *printed])) + "\n")

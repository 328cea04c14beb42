#!/usr/bin/env python3
"""Applies the fixes of a SARIF log by lines and columns, and knows nothing else of the linter.

usage: apply-sarif-fixes.py LOG ROOT [--unsafe]

Prints the number of fixes that were applied. Of each file those are applied that touch no other, in text order: the safe
ones, or the unsafe ones with --unsafe where no safe one is left. Run linter and script in turn until it prints 0.
"""
import codecs
import json
import os
import re
import sys
import urllib.parse


def line_starts(text, newlines):
    return [0] + [match.end() for match in re.finditer("|".join(map(re.escape, newlines)), text)]


def read_edits(fix, starts):
    """The edits of a fix, each with start, end (UTF-16 code units) and text."""
    edits = []
    for change in fix["artifactChanges"]:
        for replacement in change["replacements"]:
            region = replacement["deletedRegion"]
            start = starts[region["startLine"] - 1] + region["startColumn"] - 1
            end = starts[region["endLine"] - 1] + region["endColumn"] - 1
            assert (start, end - start) == (region["charOffset"], region["charLength"]), region
            edits.append((start, end, replacement.get("insertedContent", {}).get("text", "")))
    return edits


def choose(fixes, unsafe):
    wanted = [fix for fix in fixes if fix[0] == "safe"]
    if not wanted and unsafe:
        wanted = [fix for fix in fixes if fix[0] == "unsafe"]
    chosen, taken = 0, set()
    for _, _, edits in sorted(wanted, key=lambda fix: (fix[2][0][:2], fix[1])):
        touched = any(
            edit not in taken and any(edit[0] <= other[1] and other[0] <= edit[1] for other in taken) for edit in edits
        )
        if not touched:
            taken.update(edits)
            chosen += 1
    return chosen, sorted(taken)


def main(log, root, unsafe):
    run = json.load(open(log, encoding="utf-8"))["runs"][0]
    newlines = sorted(run["newlineSequences"], key=len, reverse=True)
    assert run["columnKind"] == "utf16CodeUnits"
    results = {}
    for result in run["results"]:
        for fix in result.get("fixes", []):
            [change] = fix["artifactChanges"]
            results.setdefault(change["artifactLocation"]["uri"], []).append((result["ruleId"], fix))

    count = 0
    for uri, found in results.items():
        path = os.path.join(root, urllib.parse.unquote(uri))
        data = open(path, "rb").read()
        encoding, mark = "utf-8", b""
        for name, bom in (("utf-8", codecs.BOM_UTF8), ("utf-16-le", codecs.BOM_UTF16_LE), ("utf-16-be", codecs.BOM_UTF16_BE)):
            if data.startswith(bom):
                encoding, mark = name, bom
        # One character for each code unit, so that offsets are those of the log.
        units = data[len(mark):].decode(encoding).encode("utf-16-le", "surrogatepass")
        text = "".join(chr(units[i] | units[i + 1] << 8) for i in range(0, len(units), 2))
        starts = line_starts(text, newlines)
        fixes = [(fix["properties"]["applicability"], rule, read_edits(fix, starts)) for rule, fix in found]
        chosen, edits = choose(fixes, unsafe)
        count += chosen
        for start, end, new in reversed(edits):
            text = text[:start] + new + text[end:]
        made = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le").encode(encoding)
        if edits:
            with open(path, "wb") as file:
                file.write(mark + made)
    print(count)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], "--unsafe" in sys.argv[3:])

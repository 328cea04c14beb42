#!/usr/bin/env python3
"""Counts what the native program executes for an input and for ten times as much. Needs valgrind.

usage: linearity.py TOOL [FAMILY...]
"""
import os
import re
import subprocess
import sys
import tempfile


def dockerfile(size):
    text, number = ["FROM debian:13-slim\n"], 0
    while size > 0:
        # Within the limits, so that all of it is judged: no scripts, which are read up to 2 MiB, and long words.
        sources = " ".join(f"services/service-{number}/configuration/file-{i}.yaml" for i in range(8))
        line = f"COPY {sources} /app/src{number}/\nENV NAME{number}=value{number}\n# About {number}\n"
        text.append(line)
        size -= len(line)
        number += 1
    return {"Dockerfile": "".join(text)}


def run(size):
    text, number = ["FROM debian:13-slim\nRUN true"], 0
    while size > 0:
        text.append(f" \\\n && echo step{number} > /etc/file{number}")
        size -= len(text[-1])
        number += 1
    return {"Dockerfile": "".join(text) + "\n"}


def services(count):
    return {"compose.yaml": "services:\n" + "".join(
        f"  s{i}:\n    image: example/web:1.{i}\n    ports: ['127.0.0.1:{i}:80']\n"
        f"    environment: {{A: b{i}}}\n    depends_on: [s{i // 2}]\n" if i > 0
        else "  s0:\n    image: example/web:1.0\n"
        for i in range(count))}


def comments(count):
    lines = "".join(f"# comment {i} about nothing\n" for i in range(count))
    return {"Dockerfile": f"FROM debian:13-slim\n{lines}USER 1000\n"}


def files(count):
    return {f"{i // 100}/Dockerfile.{i % 100}": "FROM debian:13-slim\nRUN apt-get update && apt-get install -y curl\n"
            f"COPY . /app{i}\nUSER 1000\nCMD ['/app{i}/run']\n" for i in range(count)}


FAMILIES = {dockerfile: 500_000, run: 100_000, services: 500, comments: 5_000, files: 10_000}


def count(tool, texts):
    with tempfile.TemporaryDirectory() as folder:
        for path, text in texts.items():
            os.makedirs(os.path.dirname(os.path.join(folder, path)), exist_ok=True)
            with open(os.path.join(folder, path), "w", encoding="utf-8") as file:
                file.write(text)
        result = subprocess.run(
            ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", tool, "lint", folder, "--no-config",
             "--jobs", "1", "--format", "json", "--output", os.devnull, "--no-fail"],
            capture_output=True, text=True, check=True)
        return int(re.search(r"Collected : (\d+)", result.stderr).group(1))


tool, *names = sys.argv[1:]
start = count(tool, {"Dockerfile": "FROM scratch\n"})
print(f"start {start / 1e6:.1f} million instructions")
for family, size in FAMILIES.items():
    if not names or family.__name__ in names:
        small, large = count(tool, family(size)) - start, count(tool, family(size * 10)) - start
        print(f"{family.__name__} {size:,}: {small / 1e6:.1f} million, "
              f"ten times as much: {large / 1e6:.1f} million, {large / small:.1f}")

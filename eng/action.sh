#!/usr/bin/env bash
# The step of action.yml: installs the package and lints, with annotations, and a summary and a SARIF log where wanted.
set -euo pipefail
tools=$(mktemp -d "${RUNNER_TEMP:-/tmp}/dockerfile-lint-XXXXXX")

# The package may be several words: a local one comes with the one of the system.
read -ra packages <<<"$LINT_PACKAGE"
npm install --silent --no-audit --no-fund --prefix "$tools" "${packages[@]}" >&2

arguments=(--format text --format github)
if [ "${LINT_SUMMARY:-}" = true ] && [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then
  arguments+=(--format markdown --output "$tools/summary.md")
fi
if [ -n "${LINT_SARIF:-}" ]; then
  arguments+=(--format sarif --output "$LINT_SARIF")
fi
while IFS= read -r argument; do
  [ -z "$argument" ] || arguments+=("$argument")
done <<<"${LINT_ARGS:-}"
arguments+=(--)
while IFS= read -r path; do
  [ -z "$path" ] || arguments+=("$path")
done <<<"${LINT_PATHS:-.}"

code=0
"$tools/node_modules/.bin/dockerfile-lint" lint "${arguments[@]}" || code=$?
if [ -f "$tools/summary.md" ]; then
  cat "$tools/summary.md" >>"$GITHUB_STEP_SUMMARY"
fi
rm -rf "$tools"
exit "$code"

#!/usr/bin/env node
"use strict";

// Starts the native program of this system, which the package of the system carries. Nothing is downloaded.
const { spawnSync } = require("node:child_process");
const os = require("node:os");

const system = `${process.platform}-${process.arch}`;
const fileName = process.platform === "win32" ? "dockerfile-lint.exe" : "dockerfile-lint";

function findProgram() {
  try {
    return require.resolve(`@dockerfile-lint/${system}/${fileName}`);
  } catch {
    process.stderr.write(
      `error: There is no package @dockerfile-lint/${system}. Install with optional dependencies, or take the .NET ` +
        "tool: dotnet tool install --global DockerfileLint.Tool\n",
    );
    process.exit(3);
  }
}

const run = spawnSync(findProgram(), process.argv.slice(2), { stdio: "inherit", windowsHide: true });
if (run.error) {
  process.stderr.write(`error: The program cannot be started: ${run.error.message}\n`);
  process.exit(3);
}

process.exit(run.status ?? 128 + (os.constants.signals[run.signal] ?? 0));

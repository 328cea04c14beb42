// Makes the npm packages: the one that people install, and one for each system whose program is given.
//
//   node packages/npm/pack.mjs --version 1.2.3 --output artifacts/npm linux-x64=PATH [darwin-arm64=PATH …]
import { execFileSync } from "node:child_process";
import { chmodSync, copyFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const folder = dirname(fileURLToPath(import.meta.url));
const root = resolve(folder, "../..");
const { values, positionals } = parseArgs({
  options: { version: { type: "string" }, output: { type: "string" } },
  allowPositionals: true,
});
if (!values.version || !values.output || positionals.length === 0) {
  throw new Error("Usage: pack.mjs --version VERSION --output FOLDER SYSTEM=PROGRAM…");
}

const template = JSON.parse(readFileSync(join(folder, "dockerfile-lint/package.json"), "utf8"));
const output = resolve(values.output);
mkdirSync(output, { recursive: true });
const work = mkdtempSync(join(tmpdir(), "dockerfile-lint-npm-"));
try {
  for (const argument of positionals) {
    const [system, program] = argument.split("=");
    const name = `@dockerfile-lint/${system}`;
    if (!(name in template.optionalDependencies)) {
      throw new Error(`${name} is no optional dependency of the package dockerfile-lint.`);
    }

    packSystem(name, system, resolve(program));
  }

  packMain();
} finally {
  rmSync(work, { recursive: true });
}

function packSystem(name, system, program) {
  const [platform, architecture] = system.split("-");
  const fileName = platform === "win32" ? "dockerfile-lint.exe" : "dockerfile-lint";
  const target = join(work, system);
  mkdirSync(target);
  copyFileSync(program, join(target, fileName));
  chmodSync(join(target, fileName), 0o755);
  write(target, {
    name,
    version: values.version,
    description: `The program of dockerfile-lint for ${system}.`,
    license: template.license,
    homepage: template.homepage,
    repository: template.repository,
    os: [platform],
    cpu: [architecture],
    preferUnplugged: true,
    files: [fileName],
  });
}

function packMain() {
  const target = join(work, "main");
  cpSync(join(folder, "dockerfile-lint"), target, { recursive: true });
  for (const file of ["README.md", "LICENSE"]) {
    copyFileSync(join(root, file), join(target, file));
  }

  const dependencies = Object.keys(template.optionalDependencies).map((name) => [name, values.version]);
  write(target, { ...template, version: values.version, optionalDependencies: Object.fromEntries(dependencies) });
}

function write(target, description) {
  writeFileSync(join(target, "package.json"), JSON.stringify(description, null, 2) + "\n");
  execFileSync("npm", ["pack", "--silent", "--pack-destination", output], {
    cwd: target,
    stdio: ["ignore", "inherit", "inherit"],
    shell: process.platform === "win32",
  });
}

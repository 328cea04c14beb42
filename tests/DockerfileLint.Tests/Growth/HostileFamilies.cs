using DockerfileLint.Analysis;
using DockerfileLint.Analysis.Projects;
using DockerfileLint.Configuration;
using DockerfileLint.Text;

namespace DockerfileLint.Tests.Growth;

/// <summary>Files of one kind that were made to take long or to fill the memory, of any length.</summary>
/// <param name="Name">What they hold.</param>
/// <param name="Create">Makes the files; its argument is about how many characters they have together.</param>
internal sealed record HostileFamily(string Name, Func<int, HostileInput> Create)
{
    public override string ToString() => Name;
}

/// <summary>Files to lint, all in one folder.</summary>
/// <param name="Files">Their paths and texts.</param>
/// <param name="Configuration">The text of a <c>.hadolint.yaml</c> beside them, or <c>null</c>.</param>
internal sealed record HostileInput((string Path, string Text)[] Files, string? Configuration = null) : ISourceFiles
{
    private readonly Dictionary<string, SourceFile> _byPath = Files.ToDictionary(
        file => file.Path,
        file => new SourceFile(file.Path, SourceText.From(file.Text)),
        StringComparer.Ordinal
    );

    /// <inheritdoc/>
    public SourceFileLookup Find(string path) =>
        _byPath.TryGetValue(path, out SourceFile? file) ? SourceFileLookup.Found(file) : SourceFileLookup.Missing;

    /// <summary>Lints all Dockerfiles and Compose files.</summary>
    internal LintResult Lint()
    {
        RuleSet rules = new LintOptions().Rules;
        if (Configuration is not null)
        {
            var file = new SourceFile(".hadolint.yaml", SourceText.From(Configuration));
            rules = HadolintConfigurationFile.Read(file, rules).Configuration.ApplyTo(rules);
        }

        IEnumerable<string> paths = _byPath.Keys.Where(path => !path.EndsWith(".env", StringComparison.Ordinal));
        return new Linter(new LintOptions { Rules = rules }).Lint(Project.Create(this, paths));
    }
}

/// <summary>What a stranger may commit so that a linter never ends.</summary>
internal static class HostileFamilies
{
    private const string Service = "services:\n  web: {image: \"a:$B1\"}\n";

    internal static readonly HostileFamily[] All =
    [
        .. Variables(),
        .. Scripts(),
        .. Suppressions(),
        .. Configurations(),
        .. Instructions(),
        .. Projects(),
        .. Nodes(),
    ];

    private static IEnumerable<HostileFamily> Variables()
    {
        string value = new('a', 60_000);
        yield return Compose(
            "an .env whose lines each hold one long value",
            size => Service,
            size => $"A={value}\n{Repeat(size / 10, i => $"B{i}=$A\n")}"
        );
        yield return Compose(
            "an .env with one line that holds a long value many times",
            size => Service,
            size => $"A={value}\nB1={Repeat(size / 2, _ => "$A")}\n"
        );
        yield return Compose(
            "values that hold a long variable many times",
            size => "services:\n" + Repeat(size / 50, i => $"  s{i}: {{image: {Repeat(16, _ => "$A")}}}\n"),
            _ => $"A={value}\n"
        );
        yield return Dockerfile(
            "words that hold a long variable many times",
            size => $"FROM a:1\nENV A={value}\n{Repeat(size / 50, _ => $"USER {Repeat(16, _ => "$A")}\n")}"
        );
        yield return Compose("an .env of short lines", _ => Service, size => Repeat(size / 10, i => $"A{i}=b\n"));
        yield return Dockerfile(
            "a value that doubles from line to line",
            size => $"FROM scratch\nENV A=0123456789\n{Repeat(size / 11, _ => "ENV A=$A$A\n")}USER $A\n"
        );
        yield return Dockerfile(
            "two words that hold a long value many times",
            size =>
            {
                string word = Repeat(size / 6, _ => "$A");
                return $"FROM scratch\nENV A={value}\nENV B={word} C={word}\nUSER $B\n";
            }
        );
    }

    private static IEnumerable<HostileFamily> Scripts()
    {
        yield return Dockerfile("eval that runs eval", size => $"FROM a:1\nRUN {Repeat(size / 5, _ => "eval ")}\n");
        yield return Dockerfile(
            "many RUNs with eval that runs eval",
            size => "FROM a:1\n" + Repeat(size / 500, _ => $"RUN {Repeat(99, _ => "eval ")}\n")
        );
        yield return Dockerfile(
            "a script in seven others",
            size =>
            {
                string script = "sh -c \"SCRIPT\"";
                for (int i = 0; i < 6; i++)
                {
                    script = $"sh -c \"{script.Replace("\\", "\\\\").Replace("\"", "\\\"")}\"";
                }

                return $"FROM a:1\nRUN {script.Replace("SCRIPT", Repeat(size / 4, _ => "a b;"))}\n";
            }
        );
        yield return Dockerfile("endless commands", size => $"FROM a:1\nRUN a{Repeat(size / 5, _ => " && b")}\n");
        yield return Dockerfile("endless words", size => $"FROM a:1\nRUN {Repeat(size / 5, _ => "echo ")}\n");
        yield return Dockerfile(
            "downloads without verification",
            size => $"FROM a:1\nRUN a{Repeat(size / 24, _ => " && curl -k https://a/b")}\n"
        );
        yield return Dockerfile(
            "commands that run each other",
            size => $"FROM a:1\nRUN {Repeat(size / 5, _ => "sudo ")}sh -c 'a b'\n"
        );
        yield return Dockerfile(
            "continued lines",
            size => $"FROM a:1\nRUN a \\\n{Repeat(size / 9, _ => "  && b \\\n")}  && sudo c\n"
        );
        yield return Dockerfile(
            "stages that fetch lists of packages",
            size => Repeat(size / 56, _ => "FROM a:1\nRUN apt-get update && apt-get install -y b\n")
        );
    }

    private static IEnumerable<HostileFamily> Suppressions()
    {
        const string Own = "# dockerfile-lint ";
        string rules = string.Join(',', Enumerable.Range(0, 60).Select(i => $"DL3{i:000}"));
        yield return Dockerfile(
            "ignore-file with many rules",
            size => Repeat(size / 450, _ => $"{Own}ignore-file={rules}\n") + "FROM a\nRUN sudo x\n"
        );
        yield return Dockerfile(
            "one ignore-file with many names, and many findings",
            size =>
                $"{Own}ignore-file={Repeat(size / 14, _ => "DL3004,")}DL3002\nFROM a\n"
                + Repeat(size / 24, _ => "RUN sudo x\n")
        );
        yield return Dockerfile(
            "a pile of ignore above many findings",
            size =>
                "FROM a\n" + Repeat(size / 70, _ => Own + "ignore=DL3004\n") + Repeat(size / 22, _ => "RUN sudo x\n")
        );
        yield return Dockerfile(
            "ignore-stage in many stages",
            size => Repeat(size / 56, _ => $"FROM a\n{Own}ignore-stage=DL3004\nRUN sudo x\n")
        );
        yield return Dockerfile(
            "hadolint's stage comments",
            size => Repeat(size / 50, _ => "FROM a\n# hadolint stage ignore=DL3004\nRUN sudo x\n")
        );
        yield return Compose(
            "a pile of ignore in YAML",
            size => $"services:\n  web:\n{Repeat(size / 36, _ => $"    {Own}ignore=DC3001\n")}    privileged: true\n"
        );
        yield return Compose(
            "ignore-file in YAML",
            size => Repeat(size / 60, _ => Own + "ignore-file=DC3001,DC3002,DC2001\n") + "services: {a: {image: b}}\n"
        );
        yield return Compose(
            "one line with many services and a comment",
            size => $"services: {{{Repeat(size / 20, i => $"s{i}: {{image: a}}, ")}}} {Own}ignore=DC3001\n"
        );
        yield return Dockerfile(
            "ignore-stage far from its stages",
            size =>
                "FROM a\n"
                + Repeat(size / 70, _ => $"{Own}ignore-stage=DL3004\n")
                + Repeat(size / 50, _ => "FROM a\nRUN sudo x\n")
        );
        yield return Dockerfile(
            "suppressions of both kinds above nothing",
            size =>
                "FROM a:1\n"
                + Repeat(size / 64, _ => Own + "ignore=DL3002,DL3004\n# hadolint ignore=DL3002\n")
                + "USER root\n"
        );
        yield return Dockerfile(
            "a suppression above each finding",
            size => $"FROM a:1\n{Repeat(size / 44, _ => Own + "ignore=DL3004\nRUN sudo a\n")}"
        );
        yield return Dockerfile(
            "one suppression with many unknown names",
            size => $"FROM a:1\n{Own}ignore={Repeat(size / 7, i => $"{i},")}DL3002\nUSER root\n"
        );
        yield return Compose(
            "entries with comments",
            size => "services:\n" + Repeat(size / 50, i => $"  s{i}: # {Own}ignore=DC3001\n    image: a # b\n")
        );
    }

    private static IEnumerable<HostileFamily> Configurations()
    {
        yield return new HostileFamily(
            "label-schema and LABEL",
            size => new HostileInput(
                [("Dockerfile", "FROM a:1\n" + Repeat(size / 40, i => $"LABEL m{i}=x\n"))],
                "label-schema:\n" + Repeat(size / 40, i => $"  l{i}: text\n")
            )
        );
        yield return new HostileFamily(
            "label-schema and stages",
            size => new HostileInput(
                [("Dockerfile", Repeat(size / 20, _ => "FROM a:1\n"))],
                "label-schema:\n" + Repeat(size / 40, i => $"  l{i}: text\n")
            )
        );
        yield return new HostileFamily(
            "trustedRegistries and FROM",
            size => new HostileInput(
                [("Dockerfile", Repeat(size / 40, i => $"FROM x{i}.io/a:1\n"))],
                "trustedRegistries:\n" + Repeat(size / 40, i => $"  - '*r{i}.io'\n  - r{i}*\n")
            )
        );
        yield return new HostileFamily(
            "rules of ShellCheck that are ignored",
            size => new HostileInput(
                [("Dockerfile", "FROM a:1\n")],
                "ignored:\n" + Repeat(size / 11, i => $"  - SC{1000 + (i % 9000)}\n")
            )
        );
        yield return new HostileFamily(
            "trustedRegistries and images of COPY",
            size => new HostileInput(
                [("Dockerfile", "FROM a:1\n" + Repeat(size / 40, i => $"COPY --from=x{i}.io/a:1 b c\n"))],
                "trustedRegistries:\n" + Repeat(size / 40, i => $"  - r{i}.io\n")
            )
        );
    }

    private static IEnumerable<HostileFamily> Instructions()
    {
        yield return Dockerfile(
            "ADD of addresses",
            size => "FROM a:1\n" + Repeat(size / 24, _ => "ADD https://a/b.tgz /x/\n")
        );
        yield return Dockerfile(
            "archives that are fetched, unpacked and removed",
            size =>
                "FROM a:1\n"
                + Repeat(size / 80, i => $"RUN wget https://a/{i}.zip && unzip {i}.zip\n")
                + Repeat(size / 40, i => $"RUN rm -f /b/{i}.zip *.c\n")
        );
        yield return Dockerfile(
            "files whose mode is changed",
            size =>
                "FROM a:1\n"
                + Repeat(size / 60, i => $"COPY a{i}.sh b{i}.sh /c/\n")
                + Repeat(size / 60, i => $"RUN chmod +x /c/a{i}.sh && chown -R d /c\n")
        );
        yield return Dockerfile(
            "a folder whose owner is changed",
            size => "FROM a:1\n" + Repeat(size / 40, i => $"COPY . /b\nRUN a /b/{i} && chown -R c /b\n")
        );
        yield return Dockerfile(
            "clones and checkouts",
            size =>
                "FROM a:1\n"
                + Repeat(size / 60, i => $"RUN git clone https://a/{i}\n")
                + Repeat(size / 60, i => $"RUN cd x{i} && git checkout v{i}\n")
        );
        yield return Dockerfile(
            "folders inside each other",
            size => $"FROM a:1\nRUN git clone https://a/b{Repeat(size / 8, _ => " && cd a/b")}\nWORKDIR a\nWORKDIR b\n"
        );
        yield return Dockerfile(
            "COPY from the stage before",
            size => Repeat(size / 30, i => $"FROM a:1\nCOPY --from={Math.Max(0, i - 1)} b c\n")
        );
        yield return Dockerfile(
            "COPY from each of many stages",
            size => Repeat(size / 30, _ => "FROM a:1\n") + Repeat(size / 30, i => $"COPY --from={i} b c\n")
        );
        yield return Dockerfile(
            "COPY from many images",
            size => "FROM a:1\n" + Repeat(size / 26, i => $"COPY --from=r{i}.io/a b c\n")
        );
        yield return Dockerfile(
            "COPY from stages that are misspelt",
            size => Repeat(size / 60, i => $"FROM a:1 AS stage{i}\nCOPY --from=stgae{i} b c\n")
        );
        yield return Dockerfile(
            "stages in a circle",
            size => Repeat(size / 60, i => $"FROM a:1 AS s{i}\nRUN --mount=from=s{(i + 1) % (size / 60)},target=/b c\n")
        );
        yield return Dockerfile(
            "stages that use one in many ways",
            size =>
                "FROM a:1 AS b\n"
                + Repeat(size / 60, _ => "COPY --from=b c d\nARG X\nWORKDIR $X\nCMD e\nSHELL [\"a\"]\n")
        );
        yield return Dockerfile(
            "stages that look for a variable below them",
            size => "FROM a:1 AS s0\n" + Repeat(size / 36, i => $"FROM s{i} AS s{i + 1}\nENV A=$A$B\n") + "USER $A\n"
        );
        yield return Dockerfile("ENV of many pairs", size => $"FROM a:1\nENV {Repeat(size / 4, _ => "a=b ")}\n");
        yield return Dockerfile("ONBUILD of ONBUILD", size => $"FROM a:1\n{Repeat(size / 8, _ => "ONBUILD ")}RUN b\n");
        yield return Dockerfile("zeros", size => $"FROM a:1\nRUN \0\0\n\0\n{new string('\0', size)}");
        yield return Dockerfile("lines that are no instructions", size => Repeat(size / 2, _ => "x\n"));
        yield return Dockerfile(
            "here-documents in one line",
            size => $"FROM a:1\nRUN {Repeat(size / 8, _ => "<<A ")}\n{Repeat(size / 4, _ => "b\n")}"
        );
        yield return Dockerfile("open here-documents", size => "FROM a:1\n" + Repeat(size / 8, _ => "RUN <<A\n"));
        yield return Dockerfile(
            "stages on top of each other",
            size => "FROM a:1 AS s0\n" + Repeat(size / 20, i => $"FROM s{i} AS s{i + 1}\n")
        );
        yield return Dockerfile(
            "expressions in each other",
            size => $"FROM a:1\nENV A={Repeat(size / 5, _ => "${A:-")}\n"
        );
        yield return Dockerfile(
            "substitutions in each other",
            size => $"FROM a:1\nRUN {Repeat(size / 2, _ => "$(")}\n"
        );
        foreach (string open in (string[])["`", "\"$(", "((", "<(", "case x in ", "\"", "if ", "\\", "[", "[{\"a\":"])
        {
            yield return Dockerfile(
                $"'{open}' in itself",
                size => $"FROM a:1\nRUN {Repeat(size / open.Length, _ => open)} sudo x\n"
            );
        }

        // A path has at most some thousand characters; the longer the input, the longer the files.
        yield return new HostileFamily(
            "Dockerfiles in a deep folder",
            size => new HostileInput([
                .. Enumerable
                    .Range(0, 200)
                    .Select(i =>
                        (
                            $"{Repeat(900, _ => "d/")}Dockerfile.{i}",
                            "FROM a:1\n" + Repeat(size / 200 / 14, _ => "ARG A=bcdefgh\n")
                        )
                    ),
            ])
        );
    }

    private static IEnumerable<HostileFamily> Projects()
    {
        yield return new HostileFamily(
            "files to include, and a long .env",
            size => new HostileInput([
                ("compose.yaml", "include:\n" + Repeat(100, i => $"  - f{i}.yaml\n")),
                .. Enumerable.Range(0, 100).Select(i => ($"f{i}.yaml", $"services: {{s{i}: {{image: $A{i}}}}}\n")),
                (".env", Repeat(size / 12, i => $"A{i}=abc\n")),
            ])
        );
        yield return new HostileFamily(
            "files to include, each with eight environment files",
            size => new HostileInput([
                (
                    "compose.yaml",
                    "include:\n"
                        + Repeat(100, i => $"  - {{path: f{i}.yaml, env_file: [{Repeat(8, j => $"{j}.env, ")}]}}\n")
                ),
                .. Enumerable.Range(0, 100).Select(i => ($"f{i}.yaml", $"services: {{s{i}: {{image: $A{i}}}}}\n")),
                .. Enumerable.Range(0, 8).Select(j => ($"{j}.env", Repeat(size / 100, i => $"A{j}{i}=abc\n"))),
            ])
        );
        yield return new HostileFamily(
            "files in each other's folders below an include",
            size => new HostileInput([
                ("compose.yaml", $"include: [0/compose.yaml]\n# {new string('x', size / 2)}\n"),
                .. Enumerable
                    .Range(0, 30)
                    .Select(i =>
                        (
                            Repeat(i + 1, j => $"{j}/") + "compose.yaml",
                            $"include: []\nservices:\n{Repeat(size / 1_000, j => $"  s{j}: {{image: a}}\n")}"
                        )
                    ),
            ])
        );
        yield return new HostileFamily(
            "files that include the next one twice",
            size => new HostileInput([
                ("compose.yaml", "include: [f0.yml, f0.yml]\n"),
                .. Enumerable
                    .Range(0, 12)
                    .Select(i =>
                        (
                            $"f{i}.yml",
                            $"include: [f{i + 1}.yml, f{i + 1}.yml]\nservices:\n"
                                + Repeat(size / 300, j => $"  s{i}-{j}: {{image: a}}\n")
                        )
                    ),
                ("f12.yml", "services: {s: {image: a}}\n"),
            ])
        );
        yield return new HostileFamily(
            "a chain of includes",
            size => new HostileInput([
                .. Enumerable
                    .Range(0, 60)
                    .Select(i =>
                        (
                            i == 0 ? "compose.yaml" : $"f{i}.yml",
                            (i < 59 ? $"include: [f{i + 1}.yml]\n" : "")
                                + "services:\n"
                                + Repeat(size / 60 / 40, j => $"  s{i}-{j}: {{image: a, privileged: true}}\n")
                        )
                    ),
            ])
        );
        yield return new HostileFamily(
            "a chain of includes with variables",
            size => new HostileInput([
                .. Enumerable
                    .Range(0, 60)
                    .Select(i =>
                        (
                            i == 0 ? "compose.yaml" : $"f{i}.yml",
                            (i < 59 ? $"include: [f{i + 1}.yml]\n" : "")
                                + "services:\n"
                                + Repeat(size / 60 / 50, j => $"  s{i}-{j}: {{image: a, privileged: \"true${{X}}\"}}\n")
                        )
                    ),
                (".env", "A=b\n"),
            ])
        );
        yield return Compose(
            "services that a second document takes away",
            size =>
                "services:\n"
                + Repeat(size / 50, i => $"  s{i}: {{image: a}}\n")
                + "---\nservices:\n"
                + Repeat(size / 50, i => $"  s{i}: !reset null\n")
        );
        yield return Compose(
            "services that extend one with a long list",
            size =>
                $"services:\n  b:\n    volumes:\n{Repeat(size / 40, i => $"      - /a{i}:/b{i}\n")}"
                + Repeat(size / 50, i => $"  s{i}: {{extends: b}}\n")
        );
        yield return new HostileFamily(
            "services that extend those of a large file",
            size => new HostileInput([
                (
                    "compose.yaml",
                    "services:\n" + Repeat(size / 80, i => $"  s{i}: {{extends: {{file: base.yml, service: b{i}}}}}\n")
                ),
                ("base.yml", "services:\n" + Repeat(size / 80, i => $"  b{i}: {{image: a}}\n")),
            ])
        );
    }

    private static IEnumerable<HostileFamily> Nodes()
    {
        yield return Compose(
            "services that depend on all others",
            size =>
            {
                int count = (int)Math.Sqrt(size / 6);
                string all = string.Join(", ", Enumerable.Range(0, count).Select(i => $"s{i}"));
                return "services:\n" + Repeat(count, i => $"  s{i}: {{image: a, depends_on: [{all}]}}\n");
            }
        );
        yield return Compose(
            "services that share one list of dependencies",
            size =>
                $"x-d: &d [{Repeat(size / 60, i => $"s{i}, ")}]\nservices:\n"
                + Repeat(size / 60, i => $"  s{i}: {{image: a, depends_on: *d}}\n")
        );
        yield return Compose(
            "services that share one list of volumes",
            size =>
                $"x-v: &v\n{Repeat(size / 40, i => $"  - /etc/x{i}:/y{i}\n")}services:\n"
                + Repeat(size / 60, i => $"  s{i}: {{image: a, volumes: *v}}\n")
        );
        yield return Compose(
            "services that are one",
            size =>
                "x-s: &s {image: a, privileged: true, pid: host}\nservices:\n" + Repeat(size / 12, i => $"  s{i}: *s\n")
        );
        yield return Compose("open brackets", size => Repeat(size, _ => "["));
        foreach (string open in (string[])["{", "- ", "? ", "{? ", "a: [\n"])
        {
            yield return Compose($"'{open.TrimEnd('\n')}' in itself", size => Repeat(size / open.Length, _ => open));
        }

        yield return Compose(
            "services of one key",
            size => "services:\n" + Repeat(size / 17, i => $"  s{i}: {{image: a}}\n")
        );
        foreach (
            (string key, string item) in ((string, string)[])
                [
                    ("volumes", "/etc/NUMBER:/b"),
                    ("ports", "NUMBER:80"),
                    ("environment", "ANUMBER=$B"),
                    ("command", "curl NUMBER | sh"),
                    ("cap_add", "CNUMBER"),
                    ("secrets", "sNUMBER"),
                    ("networks", "nNUMBER"),
                    ("depends_on", "dNUMBER"),
                    ("build", "{context: NUMBER}"),
                ]
        )
        {
            yield return Compose(
                $"one service with many {key}",
                size =>
                    $"services:\n  a:\n    image: a\n    {key}:\n"
                    + Repeat(size / 20, i => $"      - {item.Replace("NUMBER", $"{i}", StringComparison.Ordinal)}\n")
            );
        }

        yield return Compose("a mapping of many keys", size => "x-a:\n" + Repeat(size / 9, i => $"  k{i}: a\n"));
        yield return Compose("volumes that are declared", size => "volumes:\n" + Repeat(size / 8, i => $"  k{i}:\n"));
        yield return Compose("one list of many items", size => $"x-a: [{Repeat(size / 2, _ => "a,")}]\n");
        yield return Compose("a long text", size => $"x-a: {new string('x', size)}\n");
        yield return Compose(
            "long texts with variables",
            size =>
                "services:\n  a:\n    image: a\n    command:\n"
                + Repeat(size / 215, _ => $"      - \"{new string('x', 200)} $HOME\"\n")
        );
        yield return Compose(
            "services with a few keys",
            size =>
                "services:\n"
                + Repeat(
                    size / 80,
                    i => $"  s{i}:\n    image: a:${{TAG}}\n    environment:\n      - A=b\n    ports:\n      - 80:80\n"
                )
        );
        yield return Compose(
            "aliases of aliases",
            size => "a0: &a0 [x]\n" + Repeat(size / 66, i => $"a{i + 1}: &a{i + 1} [{Repeat(10, _ => $"*a{i},")}]\n")
        );
        yield return Compose(
            "merge keys of merge keys",
            size =>
                "a0: &a0 {k: v}\n"
                + Repeat(size / 72, i => $"a{i + 1}: &a{i + 1}\n  <<: [{Repeat(10, _ => $"*a{i},")}]\n")
        );
        yield return Compose(
            "a service that extends one of merge keys in what others merge",
            size =>
                "x-0: &a0 {k: v}\n"
                + Repeat(size / 60, i => $"x-{i + 1}: &a{i + 1} {{x: {{<<: *a{i}}}, y: {{<<: *a{i}}}}}\n")
                + $"services: {{a: {{image: b, x-l: {{<<: *a{size / 60}}}}}, c: {{extends: a}}}}\n"
        );
        yield return Compose(
            "documents of aliases",
            size =>
                Repeat(
                    size / 200,
                    _ =>
                        "---\nx-0: &a [/b:/c, /b:/c, /b:/c, /b:/c]\nx-1: &b [*a, *a, *a, *a, *a, *a, *a, *a]\n"
                        + "x-2: &c [*b, *b, *b, *b, *b, *b, *b, *b]\nservices: {a: {image: d, volumes: [*c, *c, *c]}}\n"
                )
        );
        yield return Compose("merge keys of one mapping", size => "a: &a {b: c}\n" + Repeat(size / 7, _ => "<<: *a\n"));
        yield return Compose("quotes without an end", size => Repeat(size / 5, _ => "a: \"\n"));
        yield return Compose("documents that are none", size => Repeat(size / 6, _ => "---\n@\n"));
    }

    private static HostileFamily Dockerfile(string name, Func<int, string> create) =>
        new(name, size => new HostileInput([("Dockerfile", create(size))]));

    private static HostileFamily Compose(
        string name,
        Func<int, string> create,
        Func<int, string>? createVariables = null
    ) =>
        new(
            name,
            size => new HostileInput(
                createVariables is null
                    ? [("compose.yaml", create(size))]
                    : [("compose.yaml", create(size)), (".env", createVariables(size))]
            )
        );

    private static string Repeat(int count, Func<int, string> create) =>
        string.Concat(Enumerable.Range(0, count).Select(create));
}

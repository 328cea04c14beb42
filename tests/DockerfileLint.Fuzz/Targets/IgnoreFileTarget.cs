using DockerfileLint.Analysis.Projects;
using DockerfileLint.Files;
using DockerfileLint.Fuzz.Invariants;
using DockerfileLint.Fuzz.Mutation;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Text;

namespace DockerfileLint.Fuzz.Targets;

/// <summary>Patterns, as a <c>.dockerignore</c> and as a <c>.gitignore</c>.</summary>
internal sealed class IgnoreFileTarget() : FuzzTarget("ignore-files")
{
    private const string Dockerfile = """
        FROM a
        COPY . /a
        COPY src/main.c *.md [a-z]?/**/x docs/ /b/
        COPY --from=0 /c /c
        ADD ["a b.tar", "é", "/d/"]
        COPY ../x .env /e/

        """;

    private static readonly string[] Paths =
    [
        ".",
        "a",
        "a/b/c",
        "src/main.c",
        "src/lib/é.md",
        ".env",
        "a b.tar",
        "[",
        "*",
        "\\",
        "!x",
        "\U0001F600",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab",
    ];

    private static readonly Mutator Mutator = new(
        [
            "# a comment\n*\n!src\n!src/**/*.c\n",
            "**/node_modules\n/build/\n*.log\n!important.log\n.env*\n",
            "[a-z]*.md\n[!a]?\n[^a-]\\]\n[[:alpha:]]x\ndocs/**/x?\n",
            "a/b/../c\n./d//e/\n\\#x\n\\!y\nz\\ \n  w  \n",
            "**\n!**/*.c\n**/**\n/**/x/**\n***\n**a\n",
        ],
        TextParts.OfLines,
        [
            "**",
            "**/",
            "/**/",
            "*[",
            "[:",
            "[[:alpha:]",
            "[[:nope:]]",
            ":]",
            "[]",
            "[!]",
            "[^]",
            "[a-",
            "[z-a]",
            "[\\",
            "]",
            "?",
            "!",
            "!!",
            "\\ ",
            "/",
            "../",
            "./",
        ],
        []
    );

    internal override void Check(byte[] input, CancellationToken cancellation)
    {
        var file = new SourceFile(".dockerignore", SourceText.From(input));
        string text = file.Text.ToString();
        CheckGitIgnore(text, cancellation);
        CheckDockerIgnore(file, cancellation);
        LintCheck.Check(
            () =>
                Project
                    .Create(new ProjectTextFiles(new ProjectText([(".dockerignore", text)])))
                    .WithDocument("Dockerfile", Dockerfile),
            cancellation
        );
    }

    private static void CheckDockerIgnore(SourceFile file, CancellationToken cancellation)
    {
        if (IgnoreFile.Parse(file, Paths.Length) is not { } ignored)
        {
            return;
        }

        foreach (string path in Paths.Concat(ignored.Patterns.Select(pattern => pattern.Text).Take(10)))
        {
            cancellation.ThrowIfCancellationRequested();
            IgnorePattern?[] found =
            [
                ignored.FindExcluding(path),
                ignored.FindExcludingAll(path),
                ignored.FindAsReference(path),
            ];
            if (found.Any(pattern => pattern is not null && pattern.Span.End > file.Text.Length))
            {
                throw new InvariantException("A pattern lies in its file.");
            }
        }

        if (ignored.InvalidPattern?.End > file.Text.Length)
        {
            throw new InvariantException("An invalid pattern lies in its file.");
        }
    }

    private static void CheckGitIgnore(string text, CancellationToken cancellation)
    {
        string[] lines = text.Split('\n');
        IgnoreScope? outer = IgnoreScope.Enter(outer: null, depth: 0, lines);
        IgnoreScope? scope = IgnoreScope.Enter(outer, depth: 1, lines.Reverse());
        foreach (string path in Paths.Concat(lines.Take(10)))
        {
            cancellation.ThrowIfCancellationRequested();
            string[] segments = path.Split('/');
            _ = scope?.IsIgnored(segments, isDirectory: false);
            _ = scope?.IsIgnored(segments, isDirectory: true);
        }
    }

    protected override string CreateText(Random random) => Mutator.Mutate(random);
}

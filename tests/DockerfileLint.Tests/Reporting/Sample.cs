using System.Collections.Immutable;
using DockerfileLint.Analysis;
using DockerfileLint.Analysis.Languages;
using DockerfileLint.Diagnostics;
using DockerfileLint.Reporting;
using DockerfileLint.Tests.Testing;
using DockerfileLint.Text;

namespace DockerfileLint.Tests.Reporting;

/// <summary>
/// Findings made by hand: a plain run that people review in the expected reports, and a hostile one that must only stay
/// valid.
/// </summary>
internal static class Sample
{
    internal static RuleDescriptor Root { get; } =
        new(
            "TL1001",
            "runs-as-root",
            "Stage '{0}' ends as user '{1}'. Whoever breaks out of the process owns the container. Set "
                + "'USER' to an unprivileged user at the stage's end.",
            Severity.Warning
        )
        {
            Title = "The image runs as root",
            Summary = "The final stage runs as root, so that whoever breaks out of the process owns the container.",
            Category = "user",
            Tags = ["security"],
            Cwe = [250, 269],
            Cis = ["4.1"],
            Nist = ["3.1.2"],
            Owasp = ["2"],
            SecuritySeverity = 5.5,
            HelpUri = "https://example.org/rules/TL1001",
        };

    internal static RuleDescriptor Privileged { get; } =
        new(
            "TL2001",
            "privileged-service",
            [
                new MessageTemplate("default", "Service '{0}' sets '{1}'.", "Remove '{1}: true' from '{0}'."),
                new MessageTemplate(
                    "built-as-root",
                    "Service '{0}' sets '{1}' and runs [this image](1) as root.",
                    "Remove '{1}: true', or set a user in [the image](1)."
                ),
            ],
            Severity.Warning
        )
        {
            Title = "The service is privileged",
            Summary = "A privileged container holds every capability and sees every device of the host.",
            Category = "privilege",
            Tiers = [new RuleTier("built-as-root", Severity.Error)],
            Cwe = [250],
            Cis = ["5.5"],
            SecuritySeverity = 9.1,
            Precision = RulePrecision.VeryHigh,
            HelpUri = "https://example.org/rules/TL2001",
        };

    internal static RuleDescriptor Cleanup { get; } =
        new(
            "TL3001",
            "package-cache-kept",
            "'{0}' leaves its index under '/var/lib/apt/lists/*', {{see}} the <layer>.",
            Severity.Off
        )
        {
            Title = "The package cache is kept",
            Summary = "Files deleted in a later layer stay in the image.",
            Category = "build",
            EnabledSeverity = Severity.Info,
            Precision = RulePrecision.Medium,
            HelpUri = "https://example.org/rules/TL3001",
        };

    internal static RuleDescriptor Casing { get; } =
        new("TL4001", "mixed-casing", "'{0}' is spelled unlike the rest of the file.", Severity.Style)
        {
            Title = "The instructions mix upper and lower case",
            Summary = "Instructions of one file are spelled alike.",
            Category = "style",
            HelpUri = "https://example.org/rules/TL4001",
        };

    internal static RuleDescriptor Unreadable { get; } =
        new("TL9001", "unreadable-file", "'{0}' could not be read: {1}", Severity.Error)
        {
            Title = "The file cannot be read",
            Summary = "The system refused to open the file.",
            Category = "tool",
            Kind = RuleKind.Notification,
            HelpUri = "https://example.org/rules/TL9001",
        };

    internal static RuleDescriptor Crash { get; } =
        new("TL9002", "crashed-rule", "Rule '{0}' crashed.", Severity.Error)
        {
            Title = "A rule crashed",
            Summary = "A rule failed on this file; the findings of the others are complete.",
            Category = "tool",
            Kind = RuleKind.Notification,
            HelpUri = "https://example.org/rules/TL9002",
        };

    /// <summary>Options with version control facts, which the validator asks for.</summary>
    internal static SarifOptions Options { get; } =
        new()
        {
            ToolVersion = "1.2.3-beta.4+build.5",
            VersionControl = new VersionControlDetails(
                "https://me:secret@example.org/team/project.git",
                "0123456789abcdef0123456789abcdef01234567",
                "main"
            ),
            Rules = [Root, Privileged, Cleanup, Casing],
        };

    /// <summary>Two files with findings, one without, one that cannot be read.</summary>
    internal static ImmutableArray<FileResult> PlainRun()
    {
        var dockerfile = new SourceFile(
            "api/Dockerfile",
            SourceText.From(
                """
                FROM debian:12 AS api
                run apt-get update \
                    && apt-get install -y curl \
                    && curl --version
                	ENV	NAME=für	# 漢字
                USER root

                """.ReplaceLineEndings("\n")
            )
        );
        var compose = new SourceFile(
            "compose.yaml",
            SourceText.From("services:\r\n  web:\r\n    build: ./api\r\n    privileged: true\r\n")
        );
        Location user = Find(dockerfile, "USER root");
        return
        [
            Result(
                dockerfile,
                Language.Dockerfile,
                new Diagnostic(
                    Casing,
                    Find(dockerfile, "run"),
                    new DiagnosticMessage(Casing.Messages[0], "run")
                ).ToFinding(),
                new Diagnostic(
                    Cleanup,
                    Location(
                        dockerfile,
                        dockerfile.Text.ToString().IndexOf("apt-get", StringComparison.Ordinal),
                        dockerfile.Text.ToString().IndexOf("\tENV", StringComparison.Ordinal)
                    ),
                    new DiagnosticMessage(Cleanup.Messages[0], "apt-get update")
                ).ToFinding(Severity.Info),
                new Diagnostic(
                    Casing,
                    Find(dockerfile, "漢字"),
                    new DiagnosticMessage(Casing.Messages[0], "漢字")
                ).ToFinding(suppression: new Suppression(Find(dockerfile, "# 漢字"), "it reads better")),
                new Diagnostic(Root, user, new DiagnosticMessage(Root.Messages[0], "api", "root"))
                {
                    LogicalLocation = new LogicalLocation("api", "stage:api", "module"),
                }.ToFinding(fingerprint: "0011223344556677")
            ),
            Result(
                compose,
                Language.Compose,
                new Diagnostic(
                    Privileged,
                    Find(compose, "privileged: true"),
                    new DiagnosticMessage(Privileged.Messages[1], "web", "privileged"),
                    "built-as-root"
                )
                {
                    LogicalLocation = new LogicalLocation("web", "services.web", "object"),
                    RelatedLocations =
                    [
                        Related(user, "The image ends as root."),
                        Related(Find(compose, "build: ./api"), "The service is built from it."),
                    ],
                }.ToFinding(fingerprint: "8899aabbccddeeff")
            ),
            Result(new SourceFile("db/Dockerfile", SourceText.From("FROM postgres:18\n")), Language.Dockerfile),
            new FileResult
            {
                Path = "secret/Dockerfile",
                Language = Language.Dockerfile,
                Notifications =
                [
                    new Notification(
                        Unreadable,
                        new DiagnosticMessage(Unreadable.Messages[0], "secret/Dockerfile", "permission denied."),
                        "secret/Dockerfile",
                        Location: null
                    ),
                ],
            },
        ];
    }

    /// <summary>What a careless rule, a careless file system or an attacker could hand in.</summary>
    internal static ImmutableArray<FileResult> HostileRun()
    {
        const string Nasty =
            "\u001B[2J\u0000\r\n\t\u202Eevil\u2066 \uD800 \u2028 \u009B31m ](https://example.org) [x](1) `a``b` 'q' "
            + "{0} <b> 😀 e\u0301 \U000E0041";
        var tagged = new RuleDescriptor(
            "TL5001",
            "many-tags-2",
            [
                new MessageTemplate("default", "The value is '{0}'."),
                new MessageTemplate("odd", "'{0}' and '{1}' don't match the file's '{{' '{2}'."),
            ],
            Severity.Info
        )
        {
            Title = "Tags with \u202E controls",
            Summary = "A rule with more tags than a service accepts.",
            Category = "style",
            Tags = [.. Enumerable.Range(1, 21).Select(number => $"tag-{number}"), "tag-1"],
            Cwe = [99999, 250],
            Cis = ["99.1"],
            SecuritySeverity = 10,
            HelpUri = "https://example.org/rules/TL5001",
        };

        var texts = new[]
        {
            "",
            "\n",
            "\n\n",
            "x",
            "FROM alpine",
            "FROM alpine\r\n\r\nRUN a\rRUN b\r",
            "LABEL a=\"😀\u0301\u202E\u200B\uFEFF\"\nRUN \u001B[31mred\u0007 \uD83D\n\uDE00",
            "RUN " + string.Concat(Enumerable.Repeat("echo 😀;", 1000)),
            string.Concat(Enumerable.Repeat("RUN true\n", 2000)),
        };
        ImmutableArray<FileResult>.Builder results = ImmutableArray.CreateBuilder<FileResult>();
        string[] paths =
        [
            "a b/#1%/ü/x:y",
            "c:d",
            "漢/Dockerfile",
            "../outside/Dockerfile",
            "q?r=s&t",
            "-",
            "back\\slash\u001B[2J",
            "'quoted\" <p>",
            "half\uD800pair",
        ];
        for (int i = 0; i < texts.Length; i++)
        {
            var file = new SourceFile(paths[i], SourceText.From(texts[i]));
            int length = file.Text.Length;
            int middle = length / 2;
            int[] starts = [0, Math.Min(1, length), middle, Math.Max(length - 1, 0), length];
            IEnumerable<Finding> findings =
                from start in starts.Distinct()
                from end in starts.Append(length + 5).Where(end => end >= start).Distinct()
                select new Diagnostic(
                    tagged,
                    Location(file, start, end),
                    new DiagnosticMessage(tagged.Messages[0], Nasty)
                )
                {
                    LogicalLocation = new LogicalLocation(Nasty, "stage:" + Nasty, "module"),
                    RelatedLocations = [Related(Location(file, start, start), "Here: " + Nasty + ".")],
                }.ToFinding(suppression: start == end ? new Suppression(Location(file, start, end), Nasty) : null);
            results.Add(
                new FileResult
                {
                    Path = paths[i],
                    Language = Language.Dockerfile,
                    File = file,
                    Findings = [.. findings],
                    Notifications =
                    [
                        new Notification(
                            Crash,
                            new DiagnosticMessage(Crash.Messages[0], Nasty),
                            Path: null,
                            Location: null
                        ),
                        new Notification(
                            Crash,
                            new DiagnosticMessage(Crash.Messages[0], "TL5001"),
                            paths[i],
                            Location(file, length, length)
                        ),
                    ],
                }
            );
        }

        return results.ToImmutable();
    }

    /// <summary>The bytes of a SARIF log.</summary>
    internal static byte[] ToSarif(IEnumerable<FileResult> results, SarifOptions options, int exitCode = 1) =>
        Report(stream => new SarifReporter(stream, options), results, exitCode);

    /// <summary>The bytes of a JSON report.</summary>
    internal static byte[] ToJson(IEnumerable<FileResult> results, int exitCode = 1) =>
        Report(stream => new JsonReporter(stream), results, exitCode);

    /// <summary>A text report.</summary>
    internal static string ToText(IEnumerable<FileResult> results, TextOptions? options = null)
    {
        using var writer = new StringWriter();
        Report(new TextReporter(writer, options), results, exitCode: 1);
        return writer.ToString();
    }

    /// <summary>The span of a text in a file.</summary>
    internal static Location Find(SourceFile file, string text)
    {
        int start = file.Text.ToString().IndexOf(text, StringComparison.Ordinal);
        return Location(file, start, start + text.Length);
    }

    /// <summary>A span of a file.</summary>
    internal static Location Location(SourceFile file, int start, int end) =>
        new(new SourceSpan(file, TextSpan.FromBounds(start, end)));

    private static RelatedLocation Related(Location location, string message) =>
        new(new SourceSpan(location.File, location.Span), message);

    /// <summary>The result of a file with findings at their rules' severities.</summary>
    internal static FileResult Result(SourceFile file, Language language, IEnumerable<Diagnostic> diagnostics) =>
        Result(file, language, [.. diagnostics.Select(diagnostic => diagnostic.ToFinding())]);

    /// <summary>The result of a file.</summary>
    internal static FileResult Result(SourceFile file, Language language, params ImmutableArray<Finding> findings) =>
        new()
        {
            Path = file.Path,
            Language = language,
            File = file,
            Findings = findings,
        };

    private static byte[] Report(Func<Stream, IReporter> create, IEnumerable<FileResult> results, int exitCode)
    {
        using var stream = new MemoryStream();
        Report(create(stream), results, exitCode);
        return stream.ToArray();
    }

    private static void Report(IReporter reporter, IEnumerable<FileResult> results, int exitCode)
    {
        var totals = new LintTotals();
        foreach (FileResult result in results)
        {
            reporter.Write(result);
            totals.Add(result);
        }

        reporter.Complete(totals, exitCode);
    }
}

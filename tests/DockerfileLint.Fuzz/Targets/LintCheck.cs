using DockerfileLint.Analysis;
using DockerfileLint.Analysis.Languages;
using DockerfileLint.Analysis.Projects;
using DockerfileLint.Configuration;
using DockerfileLint.Diagnostics;
using DockerfileLint.Fuzz.Invariants;
using DockerfileLint.Text;

namespace DockerfileLint.Fuzz.Targets;

/// <summary>Lints with every rule there is, in each of its behaviours, and looks at what comes out.</summary>
internal static class LintCheck
{
    private static readonly RuleSet Rules = Preset.Load("all");

    private static readonly Linter[] Linters =
    [
        new(new LintOptions { Rules = Rules, Today = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero) }),
        .. Rules
            .Descriptors.SelectMany(rule => rule.Behaviours)
            .Distinct()
            .Order()
            .Select(behaviour => new Linter(
                new LintOptions
                {
                    Rules = Rules
                        .Descriptors.Where(rule => rule.Behaviours.Contains(behaviour))
                        .Aggregate(Rules, (rules, rule) => rules.WithBehaviour(rule, behaviour)),
                    HonourInlineSuppressions = false,
                }
            )),
    ];

    /// <summary>Lints one file that lies alone.</summary>
    /// <exception cref="InvariantException">Something does not hold.</exception>
    internal static void Check(SourceFile file, Language language, CancellationToken cancellation)
    {
        Check(() => Project.Create().WithDocument(file, language), cancellation);
    }

    /// <summary>Lints the documents of a project, twice from the start.</summary>
    /// <param name="create">Makes the project.</param>
    /// <param name="cancellation">Ends the run.</param>
    /// <exception cref="InvariantException">Something does not hold.</exception>
    internal static void Check(Func<Project> create, CancellationToken cancellation)
    {
        foreach (Linter linter in Linters)
        {
            LintResult first = linter.Lint(create(), cancellation);
            foreach (FileResult result in first.Files)
            {
                Check(result);
            }

            if (linter != Linters[0])
            {
                continue;
            }

            LintResult second = linter.Lint(create(), cancellation);
            if (!first.Files.SelectMany(Describe).SequenceEqual(second.Files.SelectMany(Describe)))
            {
                throw new InvariantException("A second run finds the same.");
            }
        }
    }

    private static void Check(FileResult result)
    {
        foreach (Notification notification in result.Notifications)
        {
            if (notification.Rule == RuleDescriptors.CrashedRule)
            {
                throw new InvariantException(notification.Message.ToString());
            }
        }

        if (result.File is not null)
        {
            ResultInvariants.CheckFindings(result);
        }

        foreach (Finding finding in result.Findings)
        {
            if (finding is { Rule: { Kind: RuleKind.Parser, IsBuildError: true }, Suppression: not null })
            {
                throw new InvariantException($"{finding} cannot be suppressed.");
            }
        }
    }

    private static IEnumerable<string> Describe(FileResult result) =>
        result.Findings.Select(finding =>
            $"{result.Path} {finding} {finding.Fingerprint} {finding.Tier} {finding.Suppression}"
        );
}

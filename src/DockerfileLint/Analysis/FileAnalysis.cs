using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Analysis.External;
using DockerfileLint.Analysis.Languages;
using DockerfileLint.Analysis.Suppressions;
using DockerfileLint.Configuration;
using DockerfileLint.Diagnostics;
using DockerfileLint.Rules.Fixes;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Yaml;
using DockerfileLint.Text;

namespace DockerfileLint.Analysis;

/// <summary>
/// A file that the parsers and the rules have judged, before severities, suppressions and fingerprints. Immutable, and
/// safe to use from several threads.
/// </summary>
[Experimental(ExperimentalApi.Id)]
public sealed class FileAnalysis
{
    private readonly Lazy<ImmutableArray<ShellCheckScript>> _scripts;

    internal FileAnalysis(string path, Language language, SourceFile? file, RuleSet rules)
    {
        Path = path;
        Language = language;
        File = file;
        Rules = rules;
        _scripts = new Lazy<ImmutableArray<ShellCheckScript>>(() => Model is null ? [] : ShellCheckScript.Find(Model));
    }

    /// <summary>Path relative to the root, with <c>/</c> between its segments.</summary>
    public string Path { get; }

    /// <summary>The language that the file was read as.</summary>
    public Language Language { get; }

    /// <summary>
    /// The file, or <c>null</c> where it could not be read; <see cref="Notifications"/> then says why.
    /// </summary>
    public SourceFile? File { get; }

    /// <summary>What the parsers and the rules say, in no particular order.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>What the tool has to say about itself: the file could not be read, a rule crashed.</summary>
    public ImmutableArray<Notification> Notifications { get; init; } = [];

    /// <summary>
    /// Paths of the other Compose files that belong to the file's project, or that its <c>.env</c> names instead.
    /// </summary>
    public ImmutableArray<string> FurtherFiles { get; init; } = [];

    /// <summary>
    /// Paths of the Dockerfiles that the services of the file's project are built from, whether they exist or not.
    /// </summary>
    public ImmutableArray<string> FurtherDockerfiles { get; init; } = [];

    /// <summary>
    /// The scripts of the file's RUN instructions that ShellCheck can read, in text order; found on first demand. None
    /// in a Compose file.
    /// </summary>
    public ImmutableArray<ShellCheckScript> Scripts => _scripts.Value;

    /// <summary>The rules that ran, which a comment in the file may have added to.</summary>
    internal RuleSet Rules { get; }

    /// <summary>How many findings of the file are reported.</summary>
    internal int MaxFindings { get; init; } = AnalysisBudget.Default.MaxFindings;

    /// <summary>The comments that suppress findings. Not changed any more.</summary>
    internal List<Suppressor> Suppressors { get; init; } = [];

    /// <summary>What the file means, where it is a Dockerfile.</summary>
    internal DockerfileModel? Model { get; init; }

    /// <summary>The tree of a Compose file.</summary>
    internal YamlSyntaxTree? Tree { get; init; }

    /// <summary>The fix that a rule has for what it said of the file, not proven; or <c>null</c>.</summary>
    internal CodeFix? FindFix(Diagnostic diagnostic) =>
        Model is not null ? CodeFixes.Find(diagnostic, Model)
        : Tree is not null ? CodeFixes.Find(diagnostic, Tree)
        : null;
}

using System.Collections.Immutable;
using DockerfileLint.Diagnostics;
using DockerfileLint.Text;

namespace DockerfileLint.Analysis;

/// <summary>What is known about one file after the analysis.</summary>
public sealed class FileResult
{
    /// <summary>Path relative to the linted root, with <c>/</c> between its segments.</summary>
    public required string Path { get; init; }

    /// <summary>The language.</summary>
    public required FileKind Kind { get; init; }

    /// <summary>The file, or <c>null</c> where it could not be read; <see cref="Notifications"/> then says why.</summary>
    public SourceFile? File { get; init; }

    /// <summary>The findings by offset, then rule id; suppressed ones are kept and marked.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>What the tool has to say about itself: the file could not be read, a rule crashed.</summary>
    public ImmutableArray<Notification> Notifications { get; init; } = [];
}

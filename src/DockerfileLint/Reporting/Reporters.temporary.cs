using DockerfileLint.Analysis;

namespace DockerfileLint.Reporting;

/// <summary>Stand-in.</summary>
public sealed record VersionControlDetails(string RepositoryUri, string? RevisionId, string? Branch);

/// <summary>Stand-in.</summary>
public sealed record SarifOptions
{
    /// <summary>Version.</summary>
    public required string ToolVersion { get; init; }

    /// <summary>Category.</summary>
    public string? Category { get; init; }

    /// <summary>Suppressed results.</summary>
    public bool IncludeSuppressed { get; init; }

    /// <summary>Repository.</summary>
    public VersionControlDetails? VersionControl { get; init; }
}

/// <summary>Stand-in.</summary>
public sealed record TextOptions
{
    /// <summary>Color.</summary>
    public bool Color { get; init; }
}

/// <summary>Stand-in.</summary>
public abstract class LineReporter(TextWriter writer) : IReporter
{
    /// <inheritdoc/>
    public void Write(FileResult result)
    {
        writer.Write(result.Path + "\n");
        foreach (Diagnostics.Notification notification in result.Notifications)
        {
            writer.Write(notification.Message + "\n");
        }
    }

    /// <inheritdoc/>
    public void Complete(LintTotals totals, int exitCode)
    {
        writer.Write($"{totals.Files} files\n");
        writer.Flush();
    }
}

/// <summary>Stand-in.</summary>
public sealed class SarifReporter(Stream stream, SarifOptions options) : LineReporter(new StreamWriter(stream))
{
    /// <summary>Options.</summary>
    public SarifOptions Options { get; } = options;
}

/// <summary>Stand-in.</summary>
public sealed class JsonReporter(Stream stream) : LineReporter(new StreamWriter(stream));

/// <summary>Stand-in.</summary>
public sealed class TextReporter(TextWriter writer, TextOptions options) : LineReporter(writer)
{
    /// <summary>Options.</summary>
    public TextOptions Options { get; } = options;
}

/// <summary>Stand-in.</summary>
public static class VisibleText
{
    /// <summary>Escapes.</summary>
    public static string Escape(string text) => new([.. text.Select(c => c < ' ' ? (char)(0x2400 + c) : c)]);
}

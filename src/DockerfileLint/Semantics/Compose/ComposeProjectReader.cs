using System.Globalization;
using DockerfileLint.Diagnostics;
using DockerfileLint.Syntax.Compose;
using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Compose;

/// <summary>Reads the files of a project, and says which it could not or must not read.</summary>
/// <param name="paths">The project's own files; only what is wrong in them is reported.</param>
/// <param name="sources">Where files come from.</param>
internal sealed class ComposeProjectReader(IEnumerable<string> paths, ComposeSources sources)
{
    private readonly HashSet<string> _own = new(paths, StringComparer.Ordinal);
    private readonly Dictionary<string, ComposeFileSyntax?> _read = new(StringComparer.Ordinal);
    private readonly HashSet<(RuleDescriptor Rule, string Path, TextSpan Span)> _reported = [];
    private readonly HashSet<(string Path, TextSpan Span)> _refused = [];
    private int _count;
    private long _ownLength;
    private long _loadedLength;

    /// <summary>What is wrong in the project's own files.</summary>
    internal List<Diagnostic> Diagnostics { get; } = [];

    /// <summary>What was not read.</summary>
    internal List<Notification> Notifications { get; } = [];

    /// <summary>Paths of the Compose files that were read, in the order of their first reading.</summary>
    internal List<string> ReadPaths { get; } = [];

    /// <summary>
    /// Whether nothing is left out that may define something: all files were found, and all their parts could be read.
    /// </summary>
    internal bool IsComplete { get; set; } = true;

    /// <summary>Whether files are left out since those that the project brings in are too long.</summary>
    internal bool IsExhausted => _loadedLength > LengthLimit;

    /// <summary>How long the files may be that the project brings in: short ones bring in less.</summary>
    internal long LengthLimit =>
        Math.Min(
            AnalysisBudget.MaxLoadedLength,
            AnalysisBudget.MaxBaseLoadedLength + (AnalysisBudget.MaxLoadedFactor * _ownLength)
        );

    /// <summary>What the project may cost.</summary>
    internal AnalysisBudget Budget => sources.Budget;

    /// <summary>A file that is no Compose file, or <c>null</c> where there is none or it cannot be read.</summary>
    internal SourceFile? FindOther(string path) => sources.Find(path);

    /// <summary>Whether a dollar sign stands in any file that was read.</summary>
    internal bool MayHaveVariables() =>
        _read.Values.Any(syntax => syntax is not null && syntax.Tree.File.Text.ToString().IndexOf('$') >= 0);

    /// <summary>Whether a file is one of the project's own, not one that is only included or extended.</summary>
    internal bool IsOwn(SourceFile file) => _own.Contains(file.Path);

    /// <summary>The file of a project's own list, or <c>null</c>.</summary>
    internal ComposeFileSyntax? ReadOwn(string path)
    {
        ComposeFileSyntax? syntax = Read(path);
        _ownLength += syntax?.Tree.Text.Length ?? 0;
        return syntax;
    }

    /// <summary>The file at a path, or <c>null</c>.</summary>
    internal ComposeFileSyntax? Read(string path)
    {
        if (_read.TryGetValue(path, out ComposeFileSyntax? syntax))
        {
            return syntax;
        }

        if (sources.Find(path) is { } file)
        {
            syntax = ComposeFileSyntax.Create(sources.Parse(file));
            ReadPaths.Add(path);
            IsComplete &= syntax.Tree.Diagnostics.IsEmpty;
        }

        _read.Add(path, syntax);
        return syntax;
    }

    /// <summary>Takes a file that the project brings in; <c>false</c> where there is too much.</summary>
    internal bool TryTake(SourceFile file)
    {
        _loadedLength += file.Text.Length;
        IsComplete &= !IsExhausted;
        return !IsExhausted;
    }

    /// <summary>The file that a value names, or <c>null</c>; then it is said why, where that is known.</summary>
    internal (string Path, ComposeFileSyntax Syntax)? Read(ComposeScalar reference)
    {
        if (Resolve(reference) is not { } path)
        {
            return null;
        }

        if (++_count > sources.Budget.MaxProjectFiles)
        {
            Refuse(
                reference,
                RefusedPathMessages.TooMany(
                    reference.Text.DisplayText,
                    reference.File.Path,
                    sources.Budget.MaxProjectFiles.ToString(CultureInfo.InvariantCulture)
                )
            );
            return null;
        }

        if (Read(path) is { } syntax)
        {
            return (path, syntax);
        }

        if (!sources.AreKnown || !reference.Text.TryGetValue(out _))
        {
            IsComplete = false;
        }
        else if (sources.LookUp(path).Status == SourceFileStatus.Unknown)
        {
            Refuse(reference, RefusedPathMessages.Unreadable(reference.Text.DisplayText, reference.File.Path));
        }
        else
        {
            Report(reference.Span, UndefinedReferenceMessages.File(reference.Text.DisplayText));
            IsComplete = false;
        }

        return null;
    }

    /// <summary>The path that a value names, or <c>null</c> where it is not known or must not be followed.</summary>
    internal string? Resolve(ComposeScalar reference)
    {
        IsComplete &= reference.Text.TryGetValue(out _);
        if (!reference.TryGetValueIfUnset(out string? text))
        {
            return null;
        }

        if (ProjectPath.IsRemote(text))
        {
            Refuse(reference, RefusedPathMessages.Remote(text, reference.File.Path));
            return null;
        }

        if (ProjectPath.Resolve(reference.BaseDirectory, text) is not { } path)
        {
            Refuse(reference, RefusedPathMessages.Default(text, reference.File.Path));
            return null;
        }

        return path;
    }

    /// <summary>Reports a finding if it lies in one of the project's own files.</summary>
    internal void Report(
        SourceSpan span,
        DiagnosticMessage message,
        string? tier = null,
        params RelatedLocation[] related
    ) => Report(RuleDescriptors.UndefinedReference, span, message, tier, related);

    /// <summary>Reports a finding if it lies in one of the project's own files.</summary>
    internal void Report(
        RuleDescriptor rule,
        SourceSpan span,
        DiagnosticMessage message,
        string? tier = null,
        params RelatedLocation[] related
    )
    {
        if (IsOwn(span.File) && _reported.Add((rule, span.File.Path, span.Span)))
        {
            Diagnostics.Add(
                new Diagnostic(rule, new Location(span), message, tier) { RelatedLocations = [.. related] }
            );
        }
    }

    /// <summary>
    /// Reports a circle in each of the project's own files that it runs through: at its first step there, with the
    /// others beside it.
    /// </summary>
    /// <param name="steps">The steps in order, each with its place.</param>
    internal void ReportCycle(IReadOnlyList<(string Name, SourceSpan Span)> steps)
    {
        var firstByFile = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < steps.Count; i++)
        {
            SourceSpan span = steps[i].Span;
            if (
                IsOwn(span.File)
                && (!firstByFile.TryGetValue(span.File.Path, out int earlier) || span.Start < steps[earlier].Span.Start)
            )
            {
                firstByFile[span.File.Path] = i;
            }
        }

        foreach (int first in firstByFile.Values)
        {
            ReportCycle(steps, first);
        }
    }

    private void ReportCycle(IReadOnlyList<(string Name, SourceSpan Span)> steps, int first)
    {
        var rotated = steps.Skip(first).Concat(steps.Take(first)).ToArray();
        string path =
            string.Join(" → ", rotated.Take(AnalysisBudget.MaxShownSteps).Select(step => step.Name))
            + (rotated.Length > AnalysisBudget.MaxShownSteps ? " → …" : "")
            + " → "
            + rotated[0].Name;
        RelatedLocation[] related =
        [
            .. rotated
                .Skip(1)
                .Take(AnalysisBudget.MaxShownSteps)
                .Select(step => new RelatedLocation(step.Span, $"'{step.Name}' needs the next one here.")),
        ];
        Report(
            RuleDescriptors.DependencyCycle,
            rotated[0].Span,
            DependencyCycleMessages.Default(rotated[0].Name, path),
            tier: null,
            related
        );
    }

    /// <summary>
    /// The path that a value names from another folder or its own, or <c>null</c> where it is not known or must not be
    /// followed. What is built there defines no names.
    /// </summary>
    internal string? ResolveBuild(ComposeScalar reference, string? directory = null)
    {
        if (!reference.Text.TryGetValue(out string? text))
        {
            return null;
        }

        if (directory is null && ProjectPath.IsRemote(text))
        {
            Notify(reference, RefusedPathMessages.Remote(text, reference.File.Path));
            return null;
        }

        if (ProjectPath.Resolve(directory ?? reference.BaseDirectory, text) is not { } path)
        {
            Notify(reference, RefusedPathMessages.Default(text, reference.File.Path));
            return null;
        }

        return path;
    }

    private void Refuse(ComposeScalar reference, DiagnosticMessage message)
    {
        IsComplete = false;
        Notify(reference, message);
    }

    private void Notify(ComposeScalar reference, DiagnosticMessage message)
    {
        // Where nothing is known of other files, nobody expects them to be read.
        if (sources.AreKnown && IsOwn(reference.File) && _refused.Add((reference.File.Path, reference.Span.Span)))
        {
            Notifications.Add(
                new Notification(
                    RuleDescriptors.RefusedPath,
                    message,
                    reference.File.Path,
                    new Location(reference.Span)
                )
            );
        }
    }
}

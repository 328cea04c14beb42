using System.Globalization;
using DockerfileLint.Diagnostics;
using DockerfileLint.Syntax.Compose;
using DockerfileLint.Syntax.Yaml;
using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Compose;

/// <summary>Reads the files of a project, and says which it could not or must not read.</summary>
/// <param name="linted">The linted file; only what is wrong in it is reported.</param>
/// <param name="files">The files beside it, or <c>null</c> where nothing is known of them.</param>
internal sealed class ComposeProjectReader(ComposeFileSyntax linted, ISourceFiles? files)
{
    /// <summary>
    /// Readings of files in one project; one file may be read many times, as everything that is included twice.
    /// </summary>
    private const int MaximumFiles = 500;

    /// <summary>Steps of a circle that a message names.</summary>
    private const int MaximumShownSteps = 8;

    private readonly Dictionary<string, ComposeFileSyntax?> _read = new(StringComparer.Ordinal)
    {
        [linted.Tree.File.Path] = linted,
    };
    private readonly HashSet<(RuleDescriptor Rule, TextSpan Span)> _reported = [];
    private readonly HashSet<TextSpan> _refused = [];
    private int _count;

    /// <summary>What is wrong in the linted file.</summary>
    internal List<Diagnostic> Diagnostics { get; } = [];

    /// <summary>What was not read.</summary>
    internal List<Notification> Notifications { get; } = [];

    /// <summary>The Compose files that were read, beside the linted one.</summary>
    internal List<string> FurtherFiles { get; } = [];

    /// <summary>
    /// Whether nothing is left out that may define something: all files were found, and all their parts could be read.
    /// </summary>
    internal bool IsComplete { get; set; } = linted.Tree.Diagnostics.IsEmpty;

    /// <summary>The file of a project's own list, or <c>null</c>.</summary>
    internal ComposeFileSyntax? Read(string path)
    {
        if (_read.TryGetValue(path, out ComposeFileSyntax? syntax))
        {
            return syntax;
        }

        if (files is not null && files.TryRead(path, out SourceFile? file) && file is not null)
        {
            syntax = ComposeFileSyntax.Create(YamlSyntaxTree.Parse(file));
            FurtherFiles.Add(path);
            IsComplete &= syntax.Tree.Diagnostics.IsEmpty;
        }

        _read.Add(path, syntax);
        return syntax;
    }

    /// <summary>The file that a value names, or <c>null</c>; then it is said why, where that is known.</summary>
    internal (string Path, ComposeFileSyntax Syntax)? Read(ComposeScalar reference)
    {
        if (Resolve(reference) is not { } path)
        {
            return null;
        }

        if (++_count > MaximumFiles)
        {
            Refuse(
                reference,
                RefusedPathMessages.TooMany(
                    reference.Text.DisplayText,
                    reference.File.Path,
                    MaximumFiles.ToString(CultureInfo.InvariantCulture)
                )
            );
            return null;
        }

        if (Read(path) is { } syntax)
        {
            return (path, syntax);
        }

        if (files is null)
        {
            IsComplete = false;
        }
        else if (files.TryRead(path, out _))
        {
            Report(reference.Span, UndefinedReferenceMessages.File(reference.Text.DisplayText));
            IsComplete = false;
        }
        else
        {
            Refuse(reference, RefusedPathMessages.Unreadable(reference.Text.DisplayText, reference.File.Path));
        }

        return null;
    }

    /// <summary>An environment file, or <c>null</c>.</summary>
    internal SourceFile? ReadEnvironment(string path) =>
        files is not null && files.TryRead(path, out SourceFile? file) ? file : null;

    /// <summary>The path that a value names, or <c>null</c> where it is not known or must not be followed.</summary>
    internal string? Resolve(ComposeScalar reference)
    {
        if (!reference.Text.TryGetValue(out string? text) || files is null)
        {
            IsComplete = false;
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

    /// <summary>Reports a finding if it lies in the linted file.</summary>
    internal void Report(
        SourceSpan span,
        DiagnosticMessage message,
        string? tier = null,
        params RelatedLocation[] related
    ) => Report(RuleDescriptors.UndefinedReference, span, message, tier, related);

    /// <summary>Reports a finding if it lies in the linted file.</summary>
    internal void Report(
        RuleDescriptor rule,
        SourceSpan span,
        DiagnosticMessage message,
        string? tier = null,
        params RelatedLocation[] related
    )
    {
        if (span.File.Path == linted.Tree.File.Path && _reported.Add((rule, span.Span)))
        {
            Diagnostics.Add(
                new Diagnostic(rule, new Location(span), message, tier) { RelatedLocations = [.. related] }
            );
        }
    }

    /// <summary>Reports a circle at its first step in the linted file, with the others beside it.</summary>
    /// <param name="steps">The steps in order, each with its place.</param>
    internal void ReportCycle(IReadOnlyList<(string Name, SourceSpan Span)> steps)
    {
        int first = -1;
        for (int i = 0; i < steps.Count; i++)
        {
            if (
                steps[i].Span.File.Path == linted.Tree.File.Path
                && (first < 0 || steps[i].Span.Start < steps[first].Span.Start)
            )
            {
                first = i;
            }
        }

        if (first < 0)
        {
            return;
        }

        var rotated = steps.Skip(first).Concat(steps.Take(first)).ToArray();
        string path =
            string.Join(" → ", rotated.Take(MaximumShownSteps).Select(step => step.Name))
            + (rotated.Length > MaximumShownSteps ? " → …" : "")
            + " → "
            + rotated[0].Name;
        RelatedLocation[] related =
        [
            .. rotated
                .Skip(1)
                .Take(MaximumShownSteps)
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

    private void Refuse(ComposeScalar reference, DiagnosticMessage message)
    {
        IsComplete = false;
        if (reference.File.Path == linted.Tree.File.Path && _refused.Add(reference.Span.Span))
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

using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Diagnostics;
using DockerfileLint.Text;

namespace DockerfileLint.Analysis.External;

/// <summary>
/// One comment of ShellCheck. Lines and columns are 1-based, columns count code points and a tab is one.
/// </summary>
/// <param name="Script">The script that it is about.</param>
/// <param name="Code">The number, such as 2086 for <c>SC2086</c>.</param>
/// <param name="Severity">The severity that ShellCheck gives it.</param>
/// <param name="Message">Its text.</param>
/// <param name="Line">The line of <see cref="ShellCheckScript.Text"/> that it starts in.</param>
/// <param name="Column">The column that it starts at.</param>
/// <param name="EndLine">The line that it ends in.</param>
/// <param name="EndColumn">The column behind its last character.</param>
[Experimental(ExperimentalApi.Id)]
public sealed record ShellCheckFinding(
    ShellCheckScript Script,
    int Code,
    Severity Severity,
    string Message,
    int Line,
    int Column,
    int EndLine,
    int EndColumn
)
{
    /// <summary>
    /// "Quote repeated spaces", of a command. The builder makes one line of continued ones, whose indentation is none.
    /// </summary>
    private const int RepeatedSpaces = 2291;

    /// <summary>
    /// The finding at its place in the linted file; <c>null</c> where it is about a line, or about blanks, that are not
    /// the author's.
    /// </summary>
    private Diagnostic? ToDiagnostic() =>
        Script.Map(this) is { } span && !(Code == RepeatedSpaces && GoesOverLines(span))
            ? new Diagnostic(
                ShellCheckRules.Get(Code, Severity),
                new Location(new SourceSpan(Script.File, span)),
                ShellCheckRules.CreateMessage(Message)
            )
            {
                LogicalLocation = Script.LogicalLocation,
            }
            : null;

    private bool GoesOverLines(TextSpan span)
    {
        LinePositionSpan lines = Script.File.Text.GetLinePositionSpan(span);
        return lines.Start.Line != lines.End.Line;
    }

    /// <summary>What there is to say of a file; what ShellCheck says twice of one place is said once.</summary>
    /// <param name="version">The version of ShellCheck, such as <c>0.10.0</c>.</param>
    /// <param name="findings">What it finds in the scripts of the file, in any order.</param>
    public static ExternalReport CreateReport(string version, IEnumerable<ShellCheckFinding> findings)
    {
        if (findings is null)
        {
            throw new ArgumentNullException(nameof(findings));
        }

        var seen = new HashSet<(string Rule, TextSpan Span, string Message)>();
        ImmutableArray<Diagnostic>.Builder diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (ShellCheckFinding finding in findings)
        {
            if (
                finding.ToDiagnostic() is { } diagnostic
                && seen.Add((diagnostic.Rule.Id, diagnostic.Location.Span, finding.Message))
            )
            {
                diagnostics.Add(diagnostic);
            }
        }

        return new ExternalReport(version, diagnostics.ToImmutable(), []);
    }
}

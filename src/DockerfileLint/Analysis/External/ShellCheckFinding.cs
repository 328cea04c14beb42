using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Diagnostics;

namespace DockerfileLint.Analysis;

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
    /// The finding at its place in the linted file; <c>null</c> where it is about a line that is not the author's.
    /// </summary>
    public Diagnostic? ToDiagnostic() =>
        Script.Map(this) is { } span
            ? new Diagnostic(
                ShellCheckRules.Get(Code, Severity),
                new Location(Script.File, span),
                ShellCheckRules.CreateMessage(Message)
            )
            {
                LogicalLocation = Script.LogicalLocation,
            }
            : null;
}

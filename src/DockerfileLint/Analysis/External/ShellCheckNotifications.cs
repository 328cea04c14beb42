using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Diagnostics;

namespace DockerfileLint.Analysis.External;

/// <summary>What there is to say where ShellCheck did not judge the scripts that it was to judge.</summary>
[Experimental(ExperimentalApi.Id)]
public static class ShellCheckNotifications
{
    /// <summary>The program is not there. Concerns the run as a whole.</summary>
    /// <param name="option">What turns ShellCheck off.</param>
    public static Notification Missing(string option) =>
        Create(MissingExternalToolMessages.Default(ShellCheckRules.ToolName, option), path: null);

    /// <summary>The program is there and does not work. Concerns the run as a whole.</summary>
    /// <param name="reason">Why, as a phrase such as <c>its version 0.4.6 is older than 0.7.0</c>.</param>
    /// <param name="option">What turns ShellCheck off.</param>
    public static Notification Failed(string reason, string option) =>
        Create(MissingExternalToolMessages.Failed(ShellCheckRules.ToolName, reason, option), path: null);

    /// <summary>The program failed on a script of a file.</summary>
    /// <param name="path">The file, relative to the linted root with <c>/</c> between its segments.</param>
    /// <param name="reason">Why, as a phrase such as <c>it did not end in 10 s</c>.</param>
    public static Notification Incomplete(string path, string reason) =>
        Create(MissingExternalToolMessages.Incomplete(ShellCheckRules.ToolName, path, reason), path);

    /// <summary>
    /// A script of a file, or the run, is beyond what the program may take, so that the file is judged in part.
    /// </summary>
    /// <param name="path">The file, relative to the linted root with <c>/</c> between its segments.</param>
    /// <param name="reason">Why, as a phrase such as <c>it did not end in 10 s</c>.</param>
    public static Notification Limited(string path, string reason) =>
        new(
            RuleDescriptors.LimitReached,
            LimitReachedMessages.External(ShellCheckRules.ToolName, path, reason),
            path,
            Location: null
        );

    private static Notification Create(DiagnosticMessage message, string? path) =>
        new(RuleDescriptors.MissingExternalTool, message, path, Location: null);
}

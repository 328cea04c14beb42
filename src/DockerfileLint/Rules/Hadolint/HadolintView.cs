using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Commands;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Hadolint;

/// <summary>What hadolint sees of words and commands, for rules that are to find what it finds.</summary>
internal static class HadolintView
{
    /// <summary>The text of a word as hadolint reads it: it fills in no variables.</summary>
    internal static string TextWithoutQuotes(this WordSyntax word) => word.Text.Trim('"', '\'');

    /// <summary>
    /// The image that the word after FROM names, or <c>null</c> for a stage, <c>scratch</c> and what starts with a
    /// variable.
    /// </summary>
    internal static ImageReference? GetBaseImage(this WordSyntax word, DockerfileRuleContext context) =>
        context.Stage is { BaseStage: null, IsFromScratch: false } && word.Text[0] != '$'
            ? ImageReference.TryParse(word.Text)
            : null;

    /// <summary>
    /// Whether hadolint sees a command: it is called by its bare name, at the start or behind the few programs that
    /// hadolint looks through, and not in the script of another shell or in one that cannot be read.
    /// </summary>
    internal static bool IsSeenByHadolint(this RunCommand command)
    {
        if (
            !command.Script.Script.Errors.IsEmpty
            || (command.Syntax.Script.Host is { } host && !command.Script.IsExecForm && !BeginsWithHereDocument(host))
        )
        {
            return false;
        }

        for (RunCommand? current = command; current is not null; current = current.Wrapper)
        {
            if (current.NameWord.Text != current.Name || (current != command && !IsLookedThrough(current.Name)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// The words that do not begin with a dash, the subcommand included: hadolint knows few options that take a value.
    /// </summary>
    internal static IEnumerable<CommandWord> WordsWithoutDash(this RunCommand command) =>
        command.Arguments.Where(word => !word.Text.StartsWith("-", StringComparison.Ordinal));

    /// <summary>Whether a RUN has a cache or a temporary file system whose target contains a text.</summary>
    internal static bool HasMountNamed(this RunCommand command, string text) =>
        command.Script.Mounts.Any(mount =>
            mount.IsKeptOut && mount.Target.IndexOf(text, StringComparison.Ordinal) >= 0
        );

    /// <summary>
    /// Whether hadolint takes what a command downloads for kept: the first command that installs is not followed by the
    /// first one that cleans.
    /// </summary>
    internal static bool LeavesFiles(
        this RunCommand command,
        Func<RunCommand, bool> installs,
        Func<RunCommand, bool> cleans
    ) =>
        installs(command)
        && command.IsSeenByHadolint()
        && !command.IsPrecededBy(other => installs(other) && other.IsSeenByHadolint())
        && (
            command.IsPrecededBy(other => cleans(other) && other.IsSeenByHadolint())
            || !command.IsFollowedBy(other => cleans(other) && other.IsSeenByHadolint())
        );

    /// <summary>
    /// hadolint reads the body of <c>RUN &lt;&lt;EOF bash</c>, but not of <c>RUN bash &lt;&lt;EOF</c>.
    /// </summary>
    private static bool BeginsWithHereDocument(ShellSimpleCommandSyntax host) =>
        host.Redirections.Any(redirection =>
            redirection.IsHereDocument && redirection.Span.Start < host.Words[0].Span.Start
        );

    private static bool IsLookedThrough(string name) =>
        name is "busybox" or "command" or "exec" or "builtin" or "time"
        || name.StartsWith("python", StringComparison.Ordinal);
}

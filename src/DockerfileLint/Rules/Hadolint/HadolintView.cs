using System.Collections.Immutable;
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
        word.Text == "scratch" || word.Text[0] == '$' || IsStage(word.Text, context)
            ? null
            : ImageReference.TryParse(word.Text);

    /// <summary>
    /// Whether hadolint sees a command: it is called by its bare name, at the start or behind the few programs that
    /// hadolint looks through, and not in the script of another shell or in one that cannot be read.
    /// </summary>
    internal static bool IsSeenByHadolint(this RunCommand command)
    {
        if (!command.Script.HasForHadolint(command.Syntax))
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
    /// Whether a command is one of the script that hadolint reads: not of what <c>bash -c</c> and its like are given,
    /// and as far as nothing ends what is not open. A script with any other error has no commands. Its rules get an
    /// exec form as one line (<see cref="InstructionScript.GetInOneLine"/>).
    /// </summary>
    internal static bool HasForHadolint(this InstructionScript script, ShellSimpleCommandSyntax command)
    {
        ImmutableArray<ShellSyntaxError> errors = script.Script.Errors;
        if (
            !errors.IsEmpty
            && (errors[0].Kind != ShellSyntaxErrorKind.UnexpectedCloser || command.Span.Start > errors[0].Span.Start)
        )
        {
            return false;
        }

        return command.Script.Host is not { } host || BeginsWithHereDocument(host);
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

    /// <summary>Whether a word is the name of an earlier stage, as it is written.</summary>
    private static bool IsStage(string name, DockerfileRuleContext context) =>
        context.Stage is { } stage
        && (
            stage.BaseStage?.Name == name
            || (
                context.Model.BuildGraph.NumbersByName.TryGetValue(name, out int number)
                && number < stage.Index
                && context.Model.Stages[number].Name == name
            )
        );

    private static bool IsLookedThrough(string name) =>
        name is "busybox" or "command" or "exec" or "builtin" or "time"
        || name.StartsWith("python", StringComparison.Ordinal);
}

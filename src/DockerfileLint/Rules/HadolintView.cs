using DockerfileLint.Semantics.Commands;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules;

/// <summary>What hadolint sees of a command, for rules that are to find what it finds.</summary>
internal static class HadolintView
{
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

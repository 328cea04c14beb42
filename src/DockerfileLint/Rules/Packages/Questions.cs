using DockerfileLint.Semantics.Commands;
using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.Rules.Packages;

/// <summary>Tells whether a package manager asks whether to go on, and whether somebody answers.</summary>
internal static class Questions
{
    /// <summary>Whether a command changes the system and asks first without an answer in sight.</summary>
    internal static bool AreOpen(RunCommand command, PackageManager manager) =>
        PackageManager.Is(manager.GetOperation(command.Line), manager.Asking)
        && !command.Line.HasOption(manager.Yes)
        && !AreAnswered(command);

    /// <summary>
    /// Whether something writes the answer into the command, as <c>yes</c> does, or nobody knows its arguments.
    /// </summary>
    internal static bool AreAnswered(RunCommand command) =>
        command.Syntax.PipelineIndex > 0
        || (
            !command.Syntax.Redirections.IsEmpty
            && command.Syntax.Redirections.Any(redirection => redirection.IsHereDocument)
        )
        || command.HasUnknownArgument();
}

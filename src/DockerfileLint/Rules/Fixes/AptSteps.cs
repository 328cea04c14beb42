using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Fixes;

/// <summary>Tells what steps expect of the lists of packages.</summary>
internal static class AptSteps
{
    /// <summary>Whether a step behind an instruction works with lists that it does not fetch.</summary>
    internal static bool AreListsNeededAfter(InstructionSyntax instruction, DockerfileModel model)
    {
        foreach (InstructionSyntax other in model.Tree.Root.Instructions)
        {
            if (other.Span.Start > instruction.Span.Start && model.GetScript(other) is { } script && NeedsLists(script))
            {
                return true;
            }
        }

        return false;
    }

    private static bool NeedsLists(InstructionScript script)
    {
        foreach (RunCommand command in script.RunCommands)
        {
            if (command.Name is not ("apt-get" or "apt" or "aptitude" or "apt-cache"))
            {
                continue;
            }

            if (command.Subcommand is "update")
            {
                return false;
            }

            if (command.Subcommand is not ("clean" or "autoclean" or "autoremove" or "remove" or "purge"))
            {
                return true;
            }
        }

        return false;
    }
}

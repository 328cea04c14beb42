using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Semantics.Dockerfiles;

/// <summary>Programs that an entry point which starts as root uses to go on as another user.</summary>
internal static class PrivilegeDrop
{
    private static readonly string[] Programs = ["gosu", "su-exec", "setpriv", "runuser", "s6-setuidgid", "setuidgid", "chpst"];

    /// <summary>Those that images install for nothing else.</summary>
    private static readonly string[] Installed = ["gosu", "su-exec"];

    /// <summary>The program by which a container of a stage gives up root, as far as the file tells: its command calls it, or it is installed for an entry point whose script is not known. <c>null</c> where there is none.</summary>
    internal static string? Find(DockerfileModel model, Stage stage)
    {
        bool hasEntrypoint = false;
        for (Stage? current = stage; current is not null; current = current.BaseStage)
        {
            foreach (InstructionSyntax instruction in current.Instructions)
            {
                if (instruction.Kind is not (InstructionKind.Cmd or InstructionKind.Entrypoint))
                {
                    continue;
                }

                hasEntrypoint |= instruction.Kind == InstructionKind.Entrypoint;
                foreach (RunCommand command in model.GetScript(instruction)?.RunCommands ?? [])
                {
                    if (Array.IndexOf(Programs, command.Name) >= 0)
                    {
                        return command.Name;
                    }
                }
            }
        }

        for (Stage? current = hasEntrypoint ? stage : null; current is not null; current = current.BaseStage)
        {
            foreach (InstructionSyntax instruction in current.Instructions)
            {
                if (instruction.Kind is InstructionKind.Run or InstructionKind.Copy or InstructionKind.Add
                    && Array.Find(Installed, program => instruction.Tree.Text.AsSpan(instruction.Span).IndexOf(program.AsSpan(), StringComparison.Ordinal) >= 0) is { } installed)
                {
                    return installed;
                }
            }
        }

        return null;
    }
}

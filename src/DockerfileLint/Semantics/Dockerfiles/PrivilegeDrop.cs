using System.Collections.Immutable;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Semantics.Dockerfiles;

/// <summary>How a container that starts as root goes on as another user.</summary>
internal static class PrivilegeDrop
{
    /// <summary>Programs that an entry point uses for it.</summary>
    private static readonly string[] Programs =
    [
        "gosu",
        "su-exec",
        "setpriv",
        "runuser",
        "s6-setuidgid",
        "setuidgid",
        "chpst",
    ];

    /// <summary>Those that images install for nothing else.</summary>
    private static readonly string[] Installed = ["gosu", "su-exec"];

    /// <summary>
    /// The program by which a container of a stage gives up root, as far as the file tells: its command calls it, or it
    /// is installed for an entry point whose script is not known. <c>null</c> where there is none.
    /// </summary>
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
                if (
                    instruction.Kind is InstructionKind.Run or InstructionKind.Copy or InstructionKind.Add
                    && Array.Find(
                        Installed,
                        program =>
                            instruction
                                .Tree.Text.AsSpan(instruction.Span)
                                .IndexOf(program.AsSpan(), StringComparison.Ordinal) >= 0
                    )
                        is { } installed
                )
                {
                    return installed;
                }
            }
        }

        return null;
    }

    /// <summary>
    /// The server that is all a container of a stage runs and that gives its work to processes of another user, or
    /// <c>null</c>.
    /// </summary>
    internal static string? FindServer(DockerfileModel model, Stage stage)
    {
        InstructionSyntax? entrypoint = FindLast(stage, InstructionKind.Entrypoint);
        InstructionSyntax? command = FindLast(stage, InstructionKind.Cmd);
        return entrypoint is null && command is null
            ? FindDefaultServer(stage.RootStage)
            : FindServer(model, entrypoint) ?? FindServer(model, command);
    }

    private static string? FindServer(DockerfileModel model, InstructionSyntax? instruction)
    {
        string? server = null;
        ImmutableArray<RunCommand> commands = instruction is null
            ? []
            : model.GetScript(instruction)?.RunCommands ?? [];
        foreach (RunCommand command in commands)
        {
            if (GetServer(command.Name) is { } name)
            {
                server ??= name;
            }
            else if (!commands.Any(other => other.Wrapper == command))
            {
                return null;
            }
        }

        return server;
    }

    /// <summary>
    /// The name of a server whose main process stays root and starts workers as another user, by its default settings;
    /// or <c>null</c>.
    /// </summary>
    private static string? GetServer(string program) =>
        program switch
        {
            "nginx" or "openresty" => program,
            "apache2" or "apache2-foreground" or "apache2ctl" or "apachectl" or "httpd" or "httpd-foreground" =>
                "Apache",
            _ when program.StartsWith("php", StringComparison.Ordinal)
                    && program.IndexOf("fpm", StringComparison.Ordinal) > 0 => "php-fpm",
            _ => null,
        };

    /// <summary>What the official images of servers run by themselves.</summary>
    private static string? FindDefaultServer(Stage stage)
    {
        if (ImageReference.TryParse(stage.BaseName.DisplayText) is not { } image)
        {
            return null;
        }

        string tag = image.Tag ?? "";
        return image.FamiliarName switch
        {
            "nginx" => "nginx",
            "httpd" => "Apache",
            "php" when tag.Contains("fpm") => "php-fpm",
            "php" when tag.Contains("apache") => "Apache",
            _ => null,
        };
    }

    /// <summary>
    /// The instruction of a kind that counts for a stage: the last one of the nearest stage that has any.
    /// </summary>
    private static InstructionSyntax? FindLast(Stage stage, InstructionKind kind)
    {
        for (Stage? current = stage; current is not null; current = current.BaseStage)
        {
            if (current.Instructions.LastOrDefault(instruction => instruction.Kind == kind) is { } last)
            {
                return last;
            }
        }

        return null;
    }
}

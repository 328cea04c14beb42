using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Semantics.Dockerfiles;

/// <summary>
/// What runs the shell form of an instruction: the last SHELL before it, in its stage or in the stages that it is built
/// on, or else the system's default.
/// </summary>
[Experimental(ExperimentalApi.Id)]
public sealed class EffectiveShell
{
    private EffectiveShell(
        ShellKind kind,
        ImmutableArray<string> arguments,
        ShellInstructionSyntax? instruction,
        Certainty certainty
    )
    {
        Kind = kind;
        Arguments = arguments;
        Instruction = instruction;
        Certainty = certainty;
    }

    /// <summary>The language of the scripts.</summary>
    public ShellKind Kind { get; }

    /// <summary>The shell and its arguments; the script is added as the last one.</summary>
    public ImmutableArray<string> Arguments { get; }

    /// <summary>The SHELL that decides, or <c>null</c> where none does.</summary>
    public ShellInstructionSyntax? Instruction { get; }

    /// <summary>
    /// <see cref="Semantics.Certainty.Known"/> where a SHELL decides, otherwise
    /// <see cref="Semantics.Certainty.Default"/>: an image may bring a SHELL of its own.
    /// </summary>
    public Certainty Certainty { get; }

    /// <summary>What runs scripts on Linux.</summary>
    internal static EffectiveShell Linux { get; } =
        new(ShellKind.Sh, ["/bin/sh", "-c"], instruction: null, Certainty.Default);

    /// <summary>What runs scripts on Windows.</summary>
    internal static EffectiveShell Windows { get; } =
        new(ShellKind.Cmd, ["cmd", "/S", "/C"], instruction: null, Certainty.Default);

    /// <summary>The shell that a SHELL sets, or <c>null</c> where the builder refuses it.</summary>
    internal static EffectiveShell? From(ShellInstructionSyntax instruction)
    {
        ImmutableArray<WordSyntax> arguments = instruction.Command.Arguments;
        return arguments.IsEmpty
            ? null
            : new EffectiveShell(
                ShellNames.GetKindOfCommand([.. arguments.Select(argument => argument.Text)]),
                [.. arguments.Select(argument => argument.Text)],
                instruction,
                Certainty.Known
            );
    }
}

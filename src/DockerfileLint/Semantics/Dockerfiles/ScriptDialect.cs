using System.Collections.Immutable;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Semantics.Dockerfiles;

/// <summary>The shell that a script is written for, and what it is started with.</summary>
/// <param name="Kind">The shell that its first line, a comment or SHELL names, or the system's default.</param>
/// <param name="Shell">What starts it; <c>null</c> where a first line or a comment decides.</param>
/// <param name="HasOwnLine">Whether the first line of the script decides.</param>
internal readonly record struct ScriptDialect(ShellKind Kind, EffectiveShell? Shell, bool HasOwnLine)
{
    /// <summary>Repositories in whose images <c>/bin/sh</c> is bash.</summary>
    private static readonly HashSet<string> BashRepositories = new(StringComparer.Ordinal)
    {
        "almalinux",
        "amazonlinux",
        "archlinux",
        "centos",
        "fedora",
        "opensuse",
        "opensuse/leap",
        "opensuse/tumbleweed",
        "oraclelinux",
        "photon",
        "redhat/ubi8",
        "redhat/ubi9",
        "rockylinux",
        "registry.access.redhat.com/ubi8/ubi",
        "registry.access.redhat.com/ubi9/ubi",
        "registry.access.redhat.com/ubi8/ubi-minimal",
        "registry.access.redhat.com/ubi9/ubi-minimal",
    };

    /// <summary>Whether SHELL sets <c>-e</c>.</summary>
    internal bool StopsOnError => HasOption('e', "errexit");

    /// <summary>Whether SHELL sets <c>pipefail</c>.</summary>
    internal bool IsPipefail => HasOption('\0', "pipefail");

    /// <summary>What the script of an instruction is written for.</summary>
    /// <param name="model">The file.</param>
    /// <param name="stage">The stage of the instruction, or <c>null</c> before the first FROM.</param>
    /// <param name="script">The script.</param>
    internal static ScriptDialect Find(DockerfileModel model, Stage? stage, InstructionScript script)
    {
        ShellText text = script.Script.Text;
        if (ShellNames.GetKindOfInterpreter(text.AsSpan(text.Start, text.End)) is { } own)
        {
            return new ScriptDialect(own, Shell: null, HasOwnLine: true);
        }

        int position = script.Instruction.Span.Start;
        EffectiveShell shell = stage is null ? FindShell(model, position) ?? script.Shell : script.Shell;
        ShellPragma? comment = stage is null
            ? ShellPragmas.Of(model).All.LastOrDefault(pragma => pragma.Span.Start < position)
            : ShellPragmas.Of(model).Find(stage, position);
        return
            comment is { } pragma
            && (shell.Instruction is not { } instruction || instruction.Span.Start < pragma.Span.Start)
            ? new ScriptDialect(ShellNames.GetKind(pragma.Shell), Shell: null, HasOwnLine: false)
            : new ScriptDialect(shell.Kind, shell, HasOwnLine: false);
    }

    /// <summary>The shell that really runs: which one <c>/bin/sh</c> is, the base image decides.</summary>
    internal ShellKind FindActual(DockerfileModel model, Stage? stage) => FindActual(Kind, model, stage);

    /// <summary>The shell that a name really runs: which one <c>/bin/sh</c> is, the base image decides.</summary>
    internal static ShellKind FindActual(ShellKind kind, DockerfileModel model, Stage? stage) =>
        kind != ShellKind.Sh || stage is null ? kind
        : BusyBoxStages.Of(model).Contains(stage) ? ShellKind.Ash
        : stage.RootStage.BaseName.DisplayText is { Length: > 0 } name
        && ImageReference.TryParse(name) is { } image
        && BashRepositories.Contains(image.FamiliarName)
            ? ShellKind.Bash
        : kind;

    /// <summary>What the last SHELL before a place sets that no FROM is above.</summary>
    private static EffectiveShell? FindShell(DockerfileModel model, int position) =>
        model.Preamble.OfType<ShellInstructionSyntax>().LastOrDefault(instruction => instruction.Span.Start < position)
            is { } last
            ? EffectiveShell.From(last)
            : null;

    private bool HasOption(char letter, string name)
    {
        ImmutableArray<string> arguments = Shell?.Arguments ?? [];
        for (int i = 1; i < arguments.Length; i++)
        {
            string argument = arguments[i];
            bool isCluster = argument.Length > 1 && argument[0] == '-' && argument[1] != '-';
            if (argument == name || (isCluster && argument.IndexOf(letter) > 0))
            {
                return true;
            }
        }

        return false;
    }
}

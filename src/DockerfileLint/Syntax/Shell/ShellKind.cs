using System.Diagnostics.CodeAnalysis;

namespace DockerfileLint.Syntax.Shell;

/// <summary>The language of a script.</summary>
[Experimental(ExperimentalApi.Id)]
public enum ShellKind
{
    /// <summary>No shell that is known, or another interpreter. The script is not parsed.</summary>
    Other,

    /// <summary>The system's <c>sh</c>.</summary>
    Sh,

    /// <summary>Bash.</summary>
    Bash,

    /// <summary>The Z shell.</summary>
    Zsh,

    /// <summary>Almquist shell, as in BusyBox.</summary>
    Ash,

    /// <summary>Debian's Almquist shell.</summary>
    Dash,

    /// <summary>The Korn shell and its descendants.</summary>
    Ksh,

    /// <summary>PowerShell, on Windows and elsewhere.</summary>
    PowerShell,

    /// <summary>The command processor of Windows.</summary>
    Cmd,
}

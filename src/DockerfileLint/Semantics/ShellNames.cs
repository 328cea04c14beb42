using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Semantics;

/// <summary>Which programs are shells.</summary>
internal static class ShellNames
{
    private static readonly char[] Separators = ['/', '\\'];

    private static readonly (string Name, ShellKind Kind)[] Names =
    [
        ("sh", ShellKind.Sh),
        ("bash", ShellKind.Bash),
        ("rbash", ShellKind.Bash),
        ("zsh", ShellKind.Zsh),
        ("ash", ShellKind.Ash),
        ("dash", ShellKind.Dash),
        ("ksh", ShellKind.Ksh),
        ("mksh", ShellKind.Ksh),
        ("ksh93", ShellKind.Ksh),
        ("pwsh", ShellKind.PowerShell),
        ("powershell", ShellKind.PowerShell),
        ("cmd", ShellKind.Cmd),
    ];

    /// <summary>The shell that a program name or path means; <see cref="ShellKind.Other"/> where it is none.</summary>
    internal static ShellKind GetKind(string program)
    {
        ReadOnlySpan<char> name = program.AsSpan(program.LastIndexOfAny(Separators) + 1);
        if (name.EndsWith(".exe".AsSpan(), StringComparison.OrdinalIgnoreCase))
        {
            name = name.Slice(0, name.Length - 4);
        }

        // Asked of next to every word of a script: most end here.
        if (name.Length is < 2 or > 10 || name[name.Length - 1] is not ('h' or 'H' or 'l' or 'L' or 'd' or 'D' or '3'))
        {
            return ShellKind.Other;
        }

        foreach ((string known, ShellKind kind) in Names)
        {
            if (name.Equals(known.AsSpan(), StringComparison.OrdinalIgnoreCase))
            {
                return kind;
            }
        }

        return ShellKind.Other;
    }

    /// <summary>
    /// The shell of a whole command such as that of SHELL, in which another program may start it: <c>/usr/bin/env bash
    /// -c</c>, <c>busybox sh -c</c>.
    /// </summary>
    internal static ShellKind GetKindOfCommand(IReadOnlyList<string> command)
    {
        foreach (string word in command)
        {
            ShellKind kind = GetKind(word);
            if (kind != ShellKind.Other)
            {
                return kind;
            }
        }

        return ShellKind.Other;
    }

    /// <summary>
    /// The shell that a first line such as <c>#!/usr/bin/env bash</c> names; <c>null</c> where the text does not start
    /// with one.
    /// </summary>
    internal static ShellKind? GetKindOfInterpreter(ReadOnlySpan<char> script)
    {
        if (!script.StartsWith("#!".AsSpan(), StringComparison.Ordinal))
        {
            return null;
        }

        int end = script.IndexOf('\n');
        string line = script.Slice(2, (end < 0 ? script.Length : end) - 2).ToString();
        string[] words = line.Split([' ', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? ShellKind.Sh
            : words[0].EndsWith("/env", StringComparison.Ordinal)
            || words[0].EndsWith("/busybox", StringComparison.Ordinal)
                ? GetKindOfCommand(words)
            : GetKind(words[0]);
    }

    /// <summary>Whether scripts of a kind are read by the rules of the POSIX shell and its descendants.</summary>
    internal static bool IsPosix(this ShellKind kind) =>
        kind is not (ShellKind.Other or ShellKind.PowerShell or ShellKind.Cmd);
}

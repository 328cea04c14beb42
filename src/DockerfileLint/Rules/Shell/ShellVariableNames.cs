namespace DockerfileLint.Rules.Shell;

/// <summary>The variables that bash sets and a POSIX shell does not.</summary>
internal static class ShellVariableNames
{
    private static readonly string[] Names =
    [
        "_",
        "BASHOPTS",
        "BASHPID",
        "BASH_SOURCE",
        "DIRSTACK",
        "EPOCHREALTIME",
        "EPOCHSECONDS",
        "EUID",
        "FUNCNAME",
        "GROUPS",
        "HOSTNAME",
        "HOSTTYPE",
        "MACHTYPE",
        "OSTYPE",
        "PIPESTATUS",
        "RANDOM",
        "SECONDS",
        "SHELLOPTS",
        "SHLVL",
        "UID",
    ];

    /// <summary>The name, or <c>null</c> for any other text.</summary>
    internal static string? Find(ReadOnlySpan<char> text)
    {
        if (text.Length == 0 || text.Length > 13 || text[0] is not ('_' or (>= 'B' and <= 'U')))
        {
            return null;
        }

        foreach (string name in Names)
        {
            if (text.SequenceEqual(name.AsSpan()))
            {
                return name;
            }
        }

        return null;
    }
}

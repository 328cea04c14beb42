namespace DockerfileLint.Semantics.Compose;

/// <summary>Variables that callers of Compose have in their environment, whatever a project's files say.</summary>
internal static class CallerVariables
{
    /// <summary>What every shell sets, on one kind of system or on all.</summary>
    private static readonly HashSet<string> SetByAll = new(StringComparer.Ordinal)
    {
        "HOME",
        "USER",
        "USERNAME",
        "USERPROFILE",
        "LOGNAME",
        "PWD",
        "PATH",
        "SHELL",
        "APPDATA",
        "LOCALAPPDATA",
        "XDG_RUNTIME_DIR",
    };

    /// <summary>What many have, or Compose sets itself.</summary>
    private static readonly HashSet<string> SetByMany = new(StringComparer.Ordinal)
    {
        "OLDPWD",
        "SHLVL",
        "TERM",
        "LANG",
        "TZ",
        "HOSTNAME",
        "DISPLAY",
        "TMPDIR",
        "TEMP",
        "TMP",
        "SSH_AUTH_SOCK",
        "UID",
        "GID",
        "CI",
        "XAUTHORITY",
        "WAYLAND_DISPLAY",
        "XDG_CONFIG_HOME",
        "XDG_DATA_HOME",
        "XDG_CACHE_HOME",
        "DOCKER_HOST",
        "COMPOSE_PROJECT_NAME",
        "COMPOSE_PROFILES",
    };

    /// <summary>Whether every caller has the variable, with a value that nobody knows.</summary>
    internal static bool IsSetByAll(string name) => SetByAll.Contains(name);

    /// <summary>Whether a caller is likely to have the variable.</summary>
    internal static bool IsCommon(string name) => SetByAll.Contains(name) || SetByMany.Contains(name);
}

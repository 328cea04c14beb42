namespace DockerfileLint.Semantics;

/// <summary>Paths of a host that mean power over it.</summary>
internal static class HostPaths
{
    /// <summary>
    /// Dangerous as a whole; what lies below is mostly data, and single devices need a right of their own.
    /// </summary>
    private static readonly string[] SystemRoots = ["/", "/dev", "/var", "/run", "/var/run"];

    /// <summary>Dangerous with all that lies below.</summary>
    private static readonly string[] SystemTrees =
    [
        "/proc",
        "/sys",
        "/boot",
        "/etc",
        "/root",
        "/usr",
        "/bin",
        "/sbin",
        "/lib",
        "/lib32",
        "/lib64",
        "/libx32",
        "/var/lib/docker",
        "/var/lib/containerd",
        "/var/lib/kubelet",
    ];

    /// <summary>
    /// Everyday read-only mounts that tell nothing secret: the clock's zone, the public certificates, the kernel's
    /// modules.
    /// </summary>
    private static readonly string[] HarmlessReadOnly =
    [
        "/etc/localtime",
        "/etc/timezone",
        "/etc/ssl/certs",
        "/usr/share/zoneinfo",
        "/lib/modules",
        "/usr/lib/modules",
    ];

    /// <summary>Of these, what is of no use to who can write it.</summary>
    private static readonly string[] Clock = ["/etc/localtime", "/etc/timezone", "/usr/share/zoneinfo"];

    /// <summary>Dangerous with all that lies below on Windows, in lower case and with slashes.</summary>
    private static readonly string[] WindowsTrees = ["c:/windows", "c:/programdata/docker"];

    /// <summary>
    /// Folders for what people and programs keep, on this machine or on a disk that it mounts. What lies below belongs
    /// to somebody, and to whom the path alone does not tell.
    /// </summary>
    private static readonly string[] DataRoots = ["/home", "/Users", "/mnt", "/media", "/srv", "/var/log"];

    private static readonly string[] HomeFolders = ["/home", "/Users"];

    private static readonly string[] FolderVariables = ["${HOME}", "${PWD}", "${XDG_RUNTIME_DIR}"];

    /// <summary>How the caller's home is written in short.</summary>
    private static readonly string[] Homes = ["~", "${HOME}"];

    /// <summary>What holds keys and tokens in a home folder, as a folder or a file.</summary>
    private static readonly string[] Credentials =
    [
        ".ssh",
        ".aws",
        ".azure",
        ".config/gcloud",
        ".config/gh",
        ".docker",
        ".gnupg",
        ".kube",
        ".netrc",
        ".git-credentials",
        ".password-store",
        ".pgpass",
        ".vault-token",
    ];

    private static readonly string[] EngineSockets =
    [
        "/run/docker.sock",
        "/run/docker.raw.sock",
        "/run/cri-dockerd.sock",
        "/run/buildkit/buildkitd.sock",
        "/run/containerd/containerd.sock",
        "/run/docker/containerd/containerd.sock",
        "/run/k3s/containerd/containerd.sock",
        "/run/podman/podman.sock",
        "/run/crio/crio.sock",
    ];

    /// <summary>Sockets of engines that run on a desktop, in the user's home.</summary>
    private static readonly string[] HomeSockets =
    [
        ".docker/run/docker.sock",
        ".docker/desktop/docker.sock",
        ".colima/docker.sock",
        ".colima/default/docker.sock",
        ".rd/docker.sock",
        ".orbstack/run/docker.sock",
    ];

    /// <summary>
    /// Sockets of engines that run without root; their folder carries the user's number or comes from a variable.
    /// </summary>
    private static readonly string[] UserSockets =
    [
        "/docker.sock",
        "/podman/podman.sock",
        "/containerd/containerd.sock",
    ];

    /// <summary>Whether a path is a folder or lies in it, by whole segments.</summary>
    internal static bool IsWithin(string path, string folder) =>
        folder == "/"
            ? path.Length > 0 && path[0] == '/'
            : path.StartsWith(folder, StringComparison.Ordinal)
                && (path.Length == folder.Length || path[folder.Length] == '/');

    /// <summary>Whether a path belongs to the host's system, by whole segments.</summary>
    internal static bool IsSystem(string path, bool isReadOnly)
    {
        if (Array.IndexOf(SystemRoots, path) >= 0)
        {
            return true;
        }

        if (path.Length > 1 && path[1] == ':')
        {
            // A whole drive is one as well.
            string windows = path.Replace('\\', '/').TrimEnd('/').ToLowerInvariant();
            return windows.Length == 2 || Array.Exists(WindowsTrees, tree => IsWithin(windows, tree));
        }

        return Array.Exists(SystemTrees, tree => IsWithin(path, tree))
            && !(isReadOnly && Array.Exists(HarmlessReadOnly, harmless => IsWithin(path, harmless)));
    }

    /// <summary>Whether a path belongs to the host's system and only sets the time zone.</summary>
    internal static bool IsClock(string path) => Array.Exists(Clock, clock => IsWithin(path, clock));

    /// <summary>Whether a path is a whole folder of data that belongs to the host's users and programs.</summary>
    internal static bool IsData(string path) => Array.IndexOf(DataRoots, path) >= 0 || GetPathInHome(path) is "";

    /// <summary>
    /// Whether a path is a place in a home folder where keys and tokens lie. What is public there is none.
    /// </summary>
    internal static bool IsCredentials(string path) =>
        GetPathInHome(path) is { } relative
        && Array.Exists(Credentials, place => IsWithin(relative, place))
        && !relative.EndsWith(".pub", StringComparison.Ordinal)
        && relative != ".ssh/known_hosts";

    /// <summary>Whether a path starts with a variable that holds a folder of the caller in every shell.</summary>
    internal static bool StartsWithFolderVariable(string path) =>
        Array.Exists(FolderVariables, variable => IsWithin(path, variable));

    /// <summary>Whether a path is the socket or pipe through which a container engine takes orders.</summary>
    internal static bool IsEngineSocket(string path)
    {
        string unixPath = path.Replace('\\', '/');
        if (unixPath.Equals("//./pipe/docker_engine", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        string run = unixPath.StartsWith("/var/run/", StringComparison.Ordinal)
            ? unixPath.Substring("/var".Length)
            : unixPath;
        bool isUserFolder =
            run.StartsWith("/run/user/", StringComparison.Ordinal)
            || run.StartsWith("${XDG_RUNTIME_DIR", StringComparison.Ordinal)
            || run.StartsWith("$XDG_RUNTIME_DIR", StringComparison.Ordinal);
        return Array.IndexOf(EngineSockets, run) >= 0
            || (GetPathInHome(unixPath) is { } relative && Array.IndexOf(HomeSockets, relative) >= 0)
            || (isUserFolder && Array.Exists(UserSockets, socket => run.EndsWith(socket, StringComparison.Ordinal)));
    }

    /// <summary>
    /// The part of a path behind somebody's home folder; empty for the folder itself, <c>null</c> for other paths.
    /// </summary>
    private static string? GetPathInHome(string path)
    {
        foreach (string home in Homes)
        {
            if (IsWithin(path, home))
            {
                return path.Substring(Math.Min(home.Length + 1, path.Length));
            }
        }

        foreach (string homes in HomeFolders)
        {
            if (IsWithin(path, homes) && path.Length > homes.Length + 1)
            {
                int end = path.IndexOf('/', homes.Length + 1);
                return end < 0 ? "" : path.Substring(end + 1);
            }
        }

        return null;
    }
}

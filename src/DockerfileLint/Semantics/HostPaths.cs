namespace DockerfileLint.Semantics;

/// <summary>Paths of a host that mean power over it.</summary>
internal static class HostPaths
{
    /// <summary>
    /// Dangerous as a whole; what lies below is mostly data, and single devices need a right of their own.
    /// </summary>
    private static readonly string[] SystemRoots =
    [
        "/",
        "/dev",
        "/var",
        "/var/lib",
        "/var/spool",
        "/run",
        "/run/user",
        "/run/systemd",
    ];

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
        "/var/lib/containers",
        "/var/lib/crio",
        "/var/lib/incus",
        "/var/lib/kubelet",
        "/var/lib/lxd",
        "/var/lib/rancher",
        "/var/lib/snapd",
        "/var/snap/lxd",
        "/var/spool/cron",
        "/run/buildkit",
        "/run/containerd",
        "/run/crio",
        "/run/docker",
        "/run/k3s",
        "/run/podman",
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

    /// <summary>Where programs have a folder of their own, the longer paths first.</summary>
    private static readonly string[] OwnerFolders =
    [
        "/usr/local/etc",
        "/usr/local/share",
        "/usr/share",
        "/usr/local",
        "/etc",
    ];

    /// <summary>Names in these folders that are the system's own, whatever a service is called.</summary>
    private static readonly HashSet<string> SystemFolders = new(StringComparer.Ordinal)
    {
        "NetworkManager",
        "apparmor.d",
        "apt",
        "bin",
        "ca-certificates",
        "containerd",
        "cron.d",
        "cron.daily",
        "cron.hourly",
        "cron.monthly",
        "cron.weekly",
        "crontab",
        "dbus-1",
        "default",
        "docker",
        "environment",
        "etc",
        "fstab",
        "group",
        "gshadow",
        "hostname",
        "hosts",
        "init.d",
        "kubernetes",
        "ld.so.conf",
        "ld.so.conf.d",
        "ld.so.preload",
        "lib",
        "lib64",
        "logrotate.d",
        "modprobe.d",
        "modules-load.d",
        "netplan",
        "network",
        "pam.d",
        "passwd",
        "pki",
        "polkit-1",
        "profile",
        "profile.d",
        "rancher",
        "rc.local",
        "resolv.conf",
        "sbin",
        "security",
        "selinux",
        "shadow",
        "share",
        "skel",
        "ssh",
        "ssl",
        "sudoers",
        "sudoers.d",
        "sysctl.conf",
        "sysctl.d",
        "systemd",
        "udev",
        "zoneinfo",
    };

    /// <summary>Dangerous with all that lies below on Windows, in lower case and with slashes.</summary>
    private static readonly string[] WindowsTrees = ["c:/windows", "c:/programdata/docker"];

    /// <summary>
    /// Folders for what people and programs keep, on this machine or on a disk that it mounts. What lies below belongs
    /// to somebody, and to whom the path alone does not tell.
    /// </summary>
    private static readonly string[] DataRoots = ["/home", "/Users", "/mnt", "/media", "/srv", "/var/log"];

    private const string PipeFolder = "//./pipe/";

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
        "/run/dockershim.sock",
        "/run/balena-engine.sock",
        "/run/balena.sock",
        "/run/incus/unix.socket",
        "/var/lib/incus/unix.socket",
        "/var/lib/lxd/unix.socket",
        "/var/snap/lxd/common/lxd/unix.socket",
    ];

    /// <summary>Pipes of engines on Windows, in lower case.</summary>
    private static readonly string[] EnginePipes =
    [
        "docker_engine",
        "docker_engine_linux",
        "docker_engine_windows",
        "dockerdesktoplinuxengine",
        "dockerdesktopwindowsengine",
        "containerd-containerd",
        "podman-machine-default",
    ];

    /// <summary>
    /// Where services of the host take orders that are as good as root: buses, package managers, machines. Each with
    /// all that lies below.
    /// </summary>
    private static readonly string[] ServiceSockets =
    [
        "/run/dbus",
        "/run/libvirt",
        "/run/snapd.socket",
        "/run/snapd-snap.socket",
        "/run/systemd/private",
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
        path = Unalias(path);
        if (Array.IndexOf(SystemRoots, path) >= 0 || IsRuntimeFolder(path))
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

    /// <summary>
    /// The name of the program that a folder of the system is kept for, as <c>/etc/pihole</c> is; <c>null</c> where the
    /// path is none of these, or the host itself goes by what lies there.
    /// </summary>
    internal static string? FindOwner(string path)
    {
        path = Unalias(path);
        foreach (string parent in OwnerFolders)
        {
            if (path.Length > parent.Length + 1 && IsWithin(path, parent))
            {
                int end = path.IndexOf('/', parent.Length + 1);
                string name = path.Substring(parent.Length + 1, (end < 0 ? path.Length : end) - parent.Length - 1);
                return SystemFolders.Contains(name) ? null : name;
            }
        }

        return null;
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
        if (unixPath.StartsWith(PipeFolder, StringComparison.OrdinalIgnoreCase))
        {
            return Array.IndexOf(EnginePipes, unixPath.Substring(PipeFolder.Length).ToLowerInvariant()) >= 0;
        }

        string run = Unalias(unixPath);
        bool isUserFolder =
            run.StartsWith("/run/user/", StringComparison.Ordinal)
            || run.StartsWith("${XDG_RUNTIME_DIR", StringComparison.Ordinal)
            || run.StartsWith("$XDG_RUNTIME_DIR", StringComparison.Ordinal);
        return Array.IndexOf(EngineSockets, run) >= 0
            || (GetPathInHome(unixPath) is { } relative && Array.IndexOf(HomeSockets, relative) >= 0)
            || (isUserFolder && Array.Exists(UserSockets, socket => run.EndsWith(socket, StringComparison.Ordinal)));
    }

    /// <summary>
    /// Whether a path is the socket through which a service of the host takes orders that are as good as root, or a
    /// folder that holds nothing else.
    /// </summary>
    internal static bool IsServiceSocket(string path)
    {
        string run = Unalias(path);
        return Array.Exists(ServiceSockets, socket => IsWithin(run, socket))
            || (
                run.StartsWith("/run/user/", StringComparison.Ordinal)
                && (
                    run.EndsWith("/bus", StringComparison.Ordinal)
                    || run.EndsWith("/systemd/private", StringComparison.Ordinal)
                )
            );
    }

    /// <summary>
    /// A path that starts with the variable of the caller's home or working folder, with the sign for that instead;
    /// <c>null</c> for others.
    /// </summary>
    internal static string? ShortenFolder(string path) =>
        path.IndexOf('$', Math.Min(1, path.Length)) >= 0 ? null
        : IsWithin(path, "${HOME}") ? path.Remove(0, "${HOME}".Length).Insert(0, "~")
        : IsWithin(path, "${PWD}") ? path.Remove(0, "${PWD}".Length).Insert(0, ".")
        : null;

    /// <summary>
    /// Where a path leads that climbs out of the linted root or of a home folder; <c>null</c> where it does not, or
    /// nobody knows. How deep the root lies is not known: what is many folders up is taken for the host's root, and
    /// a well-known place needs one only.
    /// </summary>
    /// <param name="path">The cleaned path.</param>
    /// <param name="directory">
    /// The folder that it starts from, relative to the linted root with <c>/</c> between its segments.
    /// </param>
    internal static string? FindClimbed(string path, string directory)
    {
        // The home of root lies in the host's root, that of others one folder below.
        const int usualHomeDepth = 2;
        const int farUp = 3;
        string[] segments = path.Split('/');
        bool isHome = segments[0] == "~";
        int i = isHome || segments[0] == "." ? 1 : 0;
        int first = i;
        while (i < segments.Length && segments[i] == "..")
        {
            i++;
        }

        int depth = isHome || directory.Length == 0 ? 0 : directory.Split('/').Length;
        int above = i - first - depth;
        if (above <= 0)
        {
            return null;
        }

        string climbed = "/" + string.Join("/", segments, i, segments.Length - i);
        bool isRoot = above >= (isHome ? usualHomeDepth : farUp);
        return isRoot || IsEngineSocket(climbed) || IsServiceSocket(climbed) ? climbed
            : isHome && climbed.Length > 1 && IsSystem(climbed, isReadOnly: false) ? climbed
            : isHome ? "/home" + climbed.TrimEnd('/')
            : null;
    }

    /// <summary>
    /// The usual name of a path that has several: <c>/var/run</c> is <c>/run</c>, and <c>/private/var</c> is
    /// <c>/var</c> on a Mac.
    /// </summary>
    private static string Unalias(string path)
    {
        const string macFolder = "/private";
        const string runFolder = "/var/run";
        if (IsWithin(path, macFolder + "/var") || IsWithin(path, macFolder + "/etc"))
        {
            path = path.Substring(macFolder.Length);
        }

        return IsWithin(path, runFolder) ? path.Substring("/var".Length) : path;
    }

    /// <summary>Whether a path is the whole folder for the sockets of a user's own services.</summary>
    private static bool IsRuntimeFolder(string path)
    {
        const string users = "/run/user/";
        return path.StartsWith(users, StringComparison.Ordinal) && path.IndexOf('/', users.Length) < 0;
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

namespace DockerfileLint.Semantics.Compose;

/// <summary>Paths of a host that mean power over it.</summary>
internal static class HostPaths
{
    /// <summary>Dangerous as a whole; what lies below is mostly data, and single devices need a right of their own.</summary>
    private static readonly string[] SystemRoots = ["/", "/dev", "/var", "/run", "/var/run"];

    /// <summary>Dangerous with all that lies below.</summary>
    private static readonly string[] SystemTrees =
    [
        "/proc", "/sys", "/boot", "/etc", "/root", "/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32",
        "/var/lib/docker", "/var/lib/containerd", "/var/lib/kubelet",
    ];

    /// <summary>Everyday read-only mounts that tell nothing secret: the clock's zone, the public certificates, the kernel's modules.</summary>
    private static readonly string[] HarmlessReadOnly = ["/etc/localtime", "/etc/timezone", "/etc/ssl/certs", "/usr/share/zoneinfo", "/lib/modules", "/usr/lib/modules"];

    private static readonly string[] EngineSockets =
    [
        "/run/docker.sock", "/run/containerd/containerd.sock", "/run/docker/containerd/containerd.sock", "/run/k3s/containerd/containerd.sock", "/run/podman/podman.sock", "/run/crio/crio.sock",
    ];

    /// <summary>Sockets of engines that run without root; their folder carries the user's number or comes from a variable.</summary>
    private static readonly string[] UserSockets = ["/docker.sock", "/podman/podman.sock", "/containerd/containerd.sock"];

    /// <summary>Whether a path belongs to the host's system, by whole segments.</summary>
    internal static bool IsSystem(string path, bool isReadOnly)
    {
        if (Array.IndexOf(SystemRoots, path) >= 0)
        {
            return true;
        }

        return Array.Exists(SystemTrees, tree => Mount.IsWithin(path, tree))
            && !(isReadOnly && Array.Exists(HarmlessReadOnly, harmless => Mount.IsWithin(path, harmless)));
    }

    /// <summary>Whether a path is the socket or pipe through which a container engine takes orders.</summary>
    internal static bool IsEngineSocket(string path)
    {
        string unixPath = path.Replace('\\', '/');
        if (unixPath.Equals("//./pipe/docker_engine", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        string run = unixPath.StartsWith("/var/run/", StringComparison.Ordinal) ? unixPath.Substring("/var".Length) : unixPath;
        bool isUserFolder = run.StartsWith("/run/user/", StringComparison.Ordinal) || run.StartsWith("${XDG_RUNTIME_DIR", StringComparison.Ordinal) || run.StartsWith("$XDG_RUNTIME_DIR", StringComparison.Ordinal);
        return Array.IndexOf(EngineSockets, run) >= 0 || (isUserFolder && Array.Exists(UserSockets, socket => run.EndsWith(socket, StringComparison.Ordinal)));
    }
}

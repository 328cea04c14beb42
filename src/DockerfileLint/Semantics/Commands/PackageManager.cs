namespace DockerfileLint.Semantics.Commands;

/// <summary>
/// What a package manager of a system calls its operations and where it keeps what it downloads. By the tools' manuals.
/// </summary>
internal sealed class PackageManager
{
    private static readonly Dictionary<string, PackageManager> ByProgram = CreateTable();

    private PackageManager(string program)
    {
        Program = program;
    }

    /// <summary>The program.</summary>
    internal string Program { get; }

    /// <summary>The subcommands that install the packages which they name.</summary>
    internal string[] Install { get; private init; } = [];

    /// <summary>The subcommands that write to the image and ask first.</summary>
    internal string[] Asking { get; private init; } = [];

    /// <summary>The options that answer the question.</summary>
    internal string[] Yes { get; private init; } = [];

    /// <summary>The subcommands that read lists of packages.</summary>
    internal string[] Update { get; private init; } = [];

    /// <summary>The subcommands that bring the whole system up to date.</summary>
    internal string[] Upgrade { get; private init; } = [];

    /// <summary>The folders of lists and downloads. Programs that share them have the same array.</summary>
    internal string[] Caches { get; private init; } = [];

    /// <summary>The subcommands that empty <see cref="Caches"/>.</summary>
    internal string[] Clean { get; private init; } = [];

    /// <summary>
    /// The words after one of <see cref="Clean"/> that empty as much as is worth it; none where it needs no word.
    /// </summary>
    internal string[] CleanScopes { get; private init; } = [];

    /// <summary>
    /// What a command does: the subcommand, or the word after <c>group</c> and <c>module</c>, which only say what it is
    /// done to.
    /// </summary>
    internal string? GetOperation(ParsedCommandLine line) =>
        line.Subcommand is "group" or "groups" or "module" && Program is not "zypper"
            ? line.Operands.IsEmpty
                ? null
                : line.Operands[0].Text
            : line.Subcommand;

    /// <summary>The package manager that a program is, or <c>null</c>.</summary>
    internal static PackageManager? Find(string program) =>
        ByProgram.TryGetValue(program, out PackageManager? manager) ? manager : null;

    /// <summary>Whether a subcommand is one of some.</summary>
    internal static bool Is(string? subcommand, string[] names) =>
        subcommand is not null && Array.IndexOf(names, subcommand) >= 0;

    private static Dictionary<string, PackageManager> CreateTable()
    {
        string[] dnfCaches = ["/var/cache/dnf", "/var/cache/yum", "/var/cache/libdnf5", ".cache/libdnf5"];
        PackageManager Apt(string program) =>
            new(program)
            {
                Install = ["install"],
                Asking =
                [
                    "install",
                    "reinstall",
                    "upgrade",
                    "dist-upgrade",
                    "full-upgrade",
                    "safe-upgrade",
                    "build-dep",
                    "remove",
                    "purge",
                    "autoremove",
                    "auto-remove",
                    "autopurge",
                ],
                Yes = ["-y", "--yes", "--assume-yes"],
                Update = ["update"],
                Upgrade = ["upgrade", "dist-upgrade", "full-upgrade", "safe-upgrade"],
                Caches = ["/var/lib/apt/lists"],
            };
        PackageManager Dnf(string program) =>
            new(program)
            {
                Install = ["install", "groupinstall", "localinstall", "reinstall", "in", "rei"],
                Asking =
                [
                    "install",
                    "groupinstall",
                    "localinstall",
                    "reinstall",
                    "upgrade",
                    "update",
                    "up",
                    "in",
                    "rei",
                    "distro-sync",
                    "upgrade-minimal",
                    "update-minimal",
                    "up-min",
                    "groupupdate",
                    "remove",
                    "erase",
                    "rm",
                    "autoremove",
                    "swap",
                    "downgrade",
                    "builddep",
                    "enable",
                    "switch-to",
                ],
                Yes = ["-y", "--assumeyes"],
                Update = ["check-update", "makecache"],
                Upgrade = ["upgrade", "update", "up", "upgrade-minimal", "update-minimal", "up-min", "distro-sync"],
                Caches = dnfCaches,
                Clean = ["clean"],
                CleanScopes = ["all", "metadata", "dbcache"],
            };
        PackageManager[] table =
        [
            Apt("apt-get"),
            Apt("apt"),
            Apt("aptitude"),
            new("apk")
            {
                Install = ["add"],
                Update = ["update"],
                Upgrade = ["upgrade"],
                Caches = ["/var/cache/apk", "/etc/apk/cache"],
            },
            Dnf("yum"),
            Dnf("dnf"),
            Dnf("dnf5"),
            Dnf("microdnf"),
            Dnf("tdnf"),
            new("zypper")
            {
                Install = ["install", "in"],
                Asking =
                [
                    "install",
                    "in",
                    "remove",
                    "rm",
                    "source-install",
                    "si",
                    "patch",
                    "update",
                    "up",
                    "dist-upgrade",
                    "dup",
                ],
                Yes = ["-y", "--no-confirm", "-n", "--non-interactive"],
                Update = ["refresh", "ref"],
                Upgrade = ["update", "up", "patch", "dist-upgrade", "dup"],
                Caches = ["/var/cache/zypp"],
                Clean = ["clean", "cc"],
            },
        ];
        return table.ToDictionary(manager => manager.Program, StringComparer.Ordinal);
    }
}

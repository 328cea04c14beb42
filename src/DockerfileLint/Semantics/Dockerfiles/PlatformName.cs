namespace DockerfileLint.Semantics.Dockerfiles;

/// <summary>A platform <c>os</c>, <c>architecture</c> or <c>os/architecture[/variant]</c>, in the builder's own names.</summary>
/// <param name="OperatingSystem">The operating system, or <c>null</c> where only an architecture is given.</param>
/// <param name="Architecture">The architecture, or <c>null</c> where only an operating system is given.</param>
internal sealed record PlatformName(string? OperatingSystem, string? Architecture)
{
    private static readonly string[] OperatingSystems =
        ["aix", "android", "darwin", "dragonfly", "freebsd", "illumos", "ios", "js", "linux", "netbsd", "openbsd", "plan9", "solaris", "wasip1", "windows", "zos"];

    private static readonly string[] Architectures =
        ["386", "amd64", "arm", "arm64", "loong64", "mips", "mips64", "mips64le", "mipsle", "ppc64", "ppc64le", "riscv64", "s390x", "wasm"];

    /// <summary>Reads a platform; <c>null</c> where it is none.</summary>
    internal static PlatformName? TryParse(string text)
    {
        string[] parts = text.ToLowerInvariant().Split('/');
        if (parts.Length > 3 || !parts.All(part => part.Length > 0 && part.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_' or '.' or '-')))
        {
            return null;
        }

        if (parts.Length > 1)
        {
            return new PlatformName(NormalizeOperatingSystem(parts[0]), NormalizeArchitecture(parts[1]));
        }

        string system = NormalizeOperatingSystem(parts[0]);
        string architecture = NormalizeArchitecture(parts[0]);
        return Array.IndexOf(OperatingSystems, system) >= 0 ? new PlatformName(system, null)
            : Array.IndexOf(Architectures, architecture) >= 0 ? new PlatformName(null, architecture)
            : null;
    }

    private static string NormalizeOperatingSystem(string name) => name == "macos" ? "darwin" : name;

    private static string NormalizeArchitecture(string name) => name switch
    {
        "i386" => "386",
        "x86_64" or "x86-64" => "amd64",
        "aarch64" => "arm64",
        "armhf" or "armel" => "arm",
        _ => name,
    };
}

using Sprache;

namespace DockerfileLint.Syntax.Values;

/// <summary>
/// A platform <c>os[(version+feature)][/architecture[/variant]]</c>, or one word that names a known operating system or
/// architecture, in the builder's own names.
/// </summary>
/// <param name="OperatingSystem">The operating system, or <c>null</c> where only an architecture is given.</param>
/// <param name="Architecture">The architecture, or <c>null</c> where only an operating system is given.</param>
internal sealed record PlatformName(string? OperatingSystem, string? Architecture)
{
    /// <summary>Names that stand alone.</summary>
    private static readonly string[] OperatingSystems =
    [
        "aix",
        "android",
        "darwin",
        "dragonfly",
        "freebsd",
        "hurd",
        "illumos",
        "ios",
        "js",
        "linux",
        "nacl",
        "netbsd",
        "openbsd",
        "plan9",
        "solaris",
        "windows",
        "zos",
    ];

    /// <summary>Names that stand alone.</summary>
    private static readonly string[] Architectures =
    [
        "386",
        "amd64",
        "amd64p32",
        "arm",
        "arm64",
        "arm64be",
        "armbe",
        "loong64",
        "mips",
        "mips64",
        "mips64le",
        "mips64p32",
        "mips64p32le",
        "mipsle",
        "ppc",
        "ppc64",
        "ppc64le",
        "riscv",
        "riscv64",
        "s390",
        "s390x",
        "sparc",
        "sparc64",
        "wasm",
    ];

    private static readonly Parser<char> Character = Parse.Char(
        c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '.' or '-',
        "letter, digit, underscore, dot or dash"
    );

    private static readonly Parser<string> Part = Character.AtLeastOnce().Text();

    private static readonly Parser<string> Version =
        from open in Parse.Char('(')
        from version in Character.Or(Parse.Char('+')).Many().Text()
        from close in Parse.Char(')')
        select version;

    private static readonly Parser<PlatformName?> Platform =
        from system in Part
        from version in Version.Optional()
        from rest in Parse.Char('/').Then(_ => Part).Many()
        select Create(system.ToLowerInvariant(), [.. rest]);

    /// <summary>Reads a platform; <c>null</c> where it is none.</summary>
    internal static PlatformName? TryParse(string text) =>
        Platform.End().TryParse(text) is { WasSuccessful: true, Value: { } platform } ? platform : null;

    private static PlatformName? Create(string first, string[] rest)
    {
        string system = NormalizeOperatingSystem(first);
        string architecture = NormalizeArchitecture(first);
        return rest.Length switch
        {
            1 or 2 => new PlatformName(system, NormalizeArchitecture(rest[0].ToLowerInvariant())),
            0 when Array.IndexOf(OperatingSystems, system) >= 0 => new PlatformName(system, null),
            0 when Array.IndexOf(Architectures, architecture) >= 0 => new PlatformName(null, architecture),
            _ => null,
        };
    }

    private static string NormalizeOperatingSystem(string name) => name == "macos" ? "darwin" : name;

    private static string NormalizeArchitecture(string name) =>
        name switch
        {
            "i386" => "386",
            "x86_64" or "x86-64" => "amd64",
            "aarch64" => "arm64",
            "armhf" or "armel" => "arm",
            _ => name,
        };
}

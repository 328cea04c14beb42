using Sprache;

namespace DockerfileLint.Syntax.Values;

/// <summary>A platform <c>os[(version+feature)][/architecture[/variant]]</c>, or one word that names a known operating system or architecture.</summary>
internal static class PlatformGrammar
{
    /// <summary>Names that stand alone, with the aliases that the builder translates.</summary>
    private static readonly HashSet<string> KnownWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "aix", "android", "darwin", "dragonfly", "freebsd", "hurd", "illumos", "ios", "js", "linux", "macos", "nacl", "netbsd", "openbsd", "plan9", "solaris", "windows", "zos",
        "386", "aarch64", "amd64", "amd64p32", "arm", "arm64", "arm64be", "armbe", "armel", "armhf", "i386", "loong64", "mips", "mips64", "mips64le", "mips64p32", "mips64p32le", "mipsle",
        "ppc", "ppc64", "ppc64le", "riscv", "riscv64", "s390", "s390x", "sparc", "sparc64", "wasm", "x86-64", "x86_64",
    };

    private static readonly Parser<char> Character = Parse.Char(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '.' or '-', "letter, digit, underscore, dot or dash");

    private static readonly Parser<string> Part = Character.AtLeastOnce().Text();

    private static readonly Parser<string> Version =
        from open in Parse.Char('(')
        from version in Character.Or(Parse.Char('+')).Many().Text()
        from close in Parse.Char(')')
        select version;

    private static readonly Parser<bool> Platform =
        from system in Part
        from version in Version.Optional()
        from rest in Parse.Char('/').Then(_ => Part).Many()
        let count = rest.Count()
        select count == 0 ? KnownWords.Contains(system) : count <= 2;

    internal static bool IsPlatform(string text) => Platform.End().TryParse(text) is { WasSuccessful: true, Value: true };
}

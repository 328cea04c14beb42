using System.Globalization;

namespace DockerfileLint.Syntax.Values;

/// <summary>
/// The signals that STOPSIGNAL takes: any whole number but zero, or a name of Linux with or without <c>SIG</c>.
/// </summary>
internal static class SignalGrammar
{
    private const int HighestAboveMinimum = 15;
    private const int HighestBelowMaximum = 14;

    private static readonly string[] Names =
    [
        "ABRT",
        "ALRM",
        "BUS",
        "CHLD",
        "CLD",
        "CONT",
        "FPE",
        "HUP",
        "ILL",
        "INT",
        "IO",
        "IOT",
        "KILL",
        "PIPE",
        "POLL",
        "PROF",
        "PWR",
        "QUIT",
        "SEGV",
        "STKFLT",
        "STOP",
        "SYS",
        "TERM",
        "TRAP",
        "TSTP",
        "TTIN",
        "TTOU",
        "URG",
        "USR1",
        "USR2",
        "VTALRM",
        "WINCH",
        "XCPU",
        "XFSZ",
        "RTMIN",
        "RTMAX",
    ];

    internal static ReadOnlySpan<string> KnownNames => Names;

    internal static bool IsSignal(string text)
    {
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number))
        {
            return number != 0;
        }

        string name = GetShortName(text);
        return Array.IndexOf(Names, name) >= 0
            || IsOffset(name, "RTMIN+", HighestAboveMinimum)
            || IsOffset(name, "RTMAX-", HighestBelowMaximum);
    }

    /// <summary>The name in upper case without <c>SIG</c>.</summary>
    internal static string GetShortName(string text)
    {
        string name = text.ToUpperInvariant();
        return name.StartsWith("SIG", StringComparison.Ordinal) ? name.Substring(3) : name;
    }

    private static bool IsOffset(string name, string prefix, int highest) =>
        name.StartsWith(prefix, StringComparison.Ordinal)
        && name[prefix.Length..] is { Length: > 0 } digits
        && digits[0] != '0'
        && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int offset)
        && offset <= highest;
}

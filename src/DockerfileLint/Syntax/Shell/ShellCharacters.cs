namespace DockerfileLint.Syntax.Shell;

/// <summary>What characters mean to a shell.</summary>
internal static class ShellCharacters
{
    /// <summary>1: ends a word outside quotes. 2: starts a quote, an escape or an expansion.</summary>
    private static ReadOnlySpan<byte> Classes =>
    [
        0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 0, 1, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        1, 0, 2, 0, 2, 0, 1, 2, 1, 1, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 1, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0,
        2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0,
    ];

    /// <summary>Whether a character ends a word outside quotes.</summary>
    internal static bool IsBoundary(char c) => c < 128 && Classes[c] == 1;

    /// <summary>Whether a character stands for itself in a word.</summary>
    internal static bool IsPlain(char c) => c >= 128 || Classes[c] == 0;

    /// <summary>A carriage return is one: lines of a Dockerfile may end in CR LF.</summary>
    internal static bool IsBlank(char c) => c is ' ' or '\t' or '\r';

    internal static bool IsNameStart(char c) => (uint)((c | 0x20) - 'a') <= 'z' - 'a' || c == '_';

    internal static bool IsName(char c) => IsNameStart(c) || IsDigit(c);

    internal static bool IsDigit(char c) => (uint)(c - '0') <= 9;

    /// <summary>Whether <c>$</c> and a character make a parameter that has no name.</summary>
    internal static bool IsSpecialParameter(char c) => c is '@' or '*' or '#' or '?' or '-' or '$' or '!';
}

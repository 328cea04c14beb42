using Sprache;

namespace DockerfileLint.Syntax.Values;

/// <summary>
/// Permissions for <c>--chmod</c>: an octal number up to 07777, or symbols such as <c>u=rwX,go-w</c>.
/// </summary>
internal static class FileModeGrammar
{
    private const int Highest = 0xFFF;

    private static readonly Parser<bool> Octal =
        from digits in Parse.Chars("01234567").AtLeastOnce().Text()
        select digits.TrimStart('0') is { Length: <= 4 } significant
            && (significant.Length == 0 || Convert.ToInt32(significant, 8) <= Highest);

    private static readonly Parser<bool> Change =
        from sign in Parse.Chars("+-=")
        from permissions in Parse.Chars("rwxXstugo").Many()
        select true;

    private static readonly Parser<bool> Clause =
        from who in Parse.Chars("ugoa").Many()
        from changes in Change.AtLeastOnce()
        select true;

    private static readonly Parser<bool> Symbolic = Clause.DelimitedBy(Parse.Char(',')).Return(true);

    private static readonly Parser<bool> Mode = Octal.End().Or(Symbolic.End());

    internal static bool IsMode(string text) => Mode.TryParse(text) is { WasSuccessful: true, Value: true };
}

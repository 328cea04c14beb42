using Sprache;

namespace DockerfileLint.Syntax.Values;

/// <summary>
/// A rule of the device cgroup: the kind of device, its numbers and what is allowed, such as <c>c 1:3 mr</c>.
/// </summary>
internal static class DeviceRuleGrammar
{
    private static readonly Parser<string> Number = Parse
        .Chars("0123456789")
        .AtLeastOnce()
        .Text()
        .Or(Parse.Char('*').Select(_ => "*"));

    private static readonly Parser<bool> Rule =
        from kind in Parse.Chars("acb")
        from firstBlank in Parse.Char(' ')
        from major in Number
        from colon in Parse.Char(':')
        from minor in Number
        from secondBlank in Parse.Char(' ')
        from access in Parse.Chars("rwm").AtLeastOnce()
        select true;

    internal static readonly ValueGrammar Grammar = ValueGrammar.Of("KIND MAJOR:MINOR ACCESS such as c 1:3 rwm", Rule);
}

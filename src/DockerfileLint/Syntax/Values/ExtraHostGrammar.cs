using Sprache;

namespace DockerfileLint.Syntax.Values;

/// <summary>
/// A name and an address for <c>/etc/hosts</c>, <c>HOST=ADDRESS</c> or <c>HOST:ADDRESS</c>; an IPv6 address may stand
/// in brackets.
/// </summary>
internal static class ExtraHostGrammar
{
    private static readonly Parser<string> Entry =
        from host in Parse.CharExcept(":= \t").AtLeastOnce().Text()
        from separator in Parse.Chars(":=")
        from address in Parse.CharExcept("= \t").AtLeastOnce().Text()
        select address;

    internal static readonly ValueGrammar Grammar = ValueGrammar.Of(
        "HOST=ADDRESS such as db=10.0.0.5 or proxy=host-gateway",
        Entry
    );
}

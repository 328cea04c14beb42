using Sprache;

namespace DockerfileLint.Syntax.Values;

/// <summary>The processors that a container may use: numbers and ranges such as <c>0-3,5</c>.</summary>
internal static class CpuSetGrammar
{
    private static readonly Parser<string> Number = Parse.Chars("0123456789").AtLeastOnce().Text();

    private static readonly Parser<string> Range =
        from first in Number
        from last in Parse.Char('-').Then(_ => Number).Optional()
        select first;

    internal static readonly ValueGrammar Grammar = ValueGrammar.Of(
        "processor numbers and ranges such as 0-3,5",
        Range.DelimitedBy(Parse.Char(','))
    );
}

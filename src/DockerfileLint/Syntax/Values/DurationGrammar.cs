using System.Globalization;
using Sprache;

namespace DockerfileLint.Syntax.Values;

/// <summary>Go's durations, such as <c>1h30m</c> or <c>1.5s</c>: numbers with units; a bare <c>0</c> needs none.</summary>
internal static class DurationGrammar
{
    private static readonly Parser<decimal> Unit =
        Parse.String("ns").Return(1e-9m)
            .Or(Parse.String("us").Return(1e-6m))
            .Or(Parse.String("\u00B5s").Return(1e-6m))
            .Or(Parse.String("\u03BCs").Return(1e-6m))
            .Or(Parse.String("ms").Return(1e-3m))
            .Or(Parse.String("s").Return(1m))
            .Or(Parse.String("m").Return(60m))
            .Or(Parse.String("h").Return(3600m));

    private static readonly Parser<decimal> Number =
        from integer in Parse.Digit.Many().Text()
        from fraction in Parse.Char('.').Then(_ => Parse.Digit.Many().Text()).Optional()
        let digits = fraction.GetOrElse("")
        where integer.Length + digits.Length is > 0 and < 25
        select decimal.Parse("0" + integer + "." + digits + "0", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    private static readonly Parser<decimal> Components =
        from parts in (from number in Number from unit in Unit select number * unit).AtLeastOnce()
        select parts.Sum();

    private static readonly Parser<decimal> Duration =
        from sign in Parse.Chars('-', '+').Optional()
        from seconds in Components.Or(Parse.Char('0').Return(0m))
        select sign.GetOrElse('+') == '-' ? -seconds : seconds;

    /// <summary>Seconds of a duration, or <c>null</c> where the text is none.</summary>
    internal static decimal? TryParse(string text)
    {
        IResult<decimal> result = Duration.End().TryParse(text);
        return result.WasSuccessful ? result.Value : null;
    }
}

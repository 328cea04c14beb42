using System.Globalization;
using Sprache;

namespace DockerfileLint.Syntax.Values;

/// <summary>
/// Go's durations, such as <c>1h30m</c> or <c>1.5s</c>: numbers with units; a bare <c>0</c> needs none.
/// </summary>
internal static class DurationGrammar
{
    /// <summary>Seconds beyond which nobody counts; keeps the sums finite.</summary>
    private const decimal Largest = 1e20m;

    private static readonly Parser<decimal> Unit = Parse
        .String("ns")
        .Return(1e-9m)
        .Or(Parse.String("us").Return(1e-6m))
        .Or(Parse.String("\u00B5s").Return(1e-6m))
        .Or(Parse.String("\u03BCs").Return(1e-6m))
        .Or(Parse.String("ms").Return(1e-3m))
        .Or(Parse.String("s").Return(1m))
        .Or(Parse.String("m").Return(60m))
        .Or(Parse.String("h").Return(3600m));

    /// <summary>Compose counts in days and weeks as well.</summary>
    private static readonly Parser<decimal> LongUnit = Unit.Or(Parse.String("d").Return(86_400m))
        .Or(Parse.String("w").Return(604_800m));

    private static readonly Parser<decimal> Number =
        from integer in Parse.Digit.Many().Text()
        from fraction in Parse.Char('.').Then(_ => Parse.Digit.Many().Text()).Optional()
        let digits = fraction.GetOrElse("")
        where integer.Length + digits.Length is > 0 and < 25
        select decimal.Parse(
            "0" + integer + "." + digits + "0",
            NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture
        );

    private static readonly Parser<decimal> Duration = Create(Unit);

    private static readonly Parser<decimal> LongDuration = Create(LongUnit);

    /// <summary>Seconds of a duration, or <c>null</c> where the text is none.</summary>
    internal static decimal? TryParse(string text) => TryParse(Duration, text);

    /// <summary>
    /// Seconds of a duration that may have days <c>d</c> and weeks <c>w</c>, or <c>null</c> where the text is none.
    /// </summary>
    internal static decimal? TryParseLong(string text) => TryParse(LongDuration, text);

    private static decimal? TryParse(Parser<decimal> parser, string text)
    {
        IResult<decimal> result = parser.TryParse(text);
        return result.WasSuccessful ? result.Value : null;
    }

    private static Parser<decimal> Create(Parser<decimal> unit)
    {
        Parser<decimal> components = (
            from number in Number
            from factor in unit
            select Math.Min(number, Largest) * factor
        )
            .AtLeastOnce()
            .Select(parts => parts.Aggregate(0m, (sum, part) => Math.Min(sum + part, Largest)));
        return (
            from sign in Parse.Chars('-', '+').Optional()
            from seconds in components.Or(Parse.Char('0').Return(0m))
            select sign.GetOrElse('+') == '-' ? -seconds : seconds
        ).End();
    }
}

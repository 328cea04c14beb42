using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Sprache;

namespace DockerfileLint.Syntax.Values;

/// <summary>
/// Byte sizes such as <c>512m</c> and <c>1.5 GiB</c>; units are powers of 1024, whatever they are called.
/// </summary>
[Experimental(ExperimentalApi.Id)]
public static class ByteSize
{
    private const string Units = "kmgtp";

    private static readonly Parser<string> Digits = Parse.Chars("0123456789").AtLeastOnce().Text();

    private static readonly Parser<double> Size =
        from whole in Digits
        from fraction in Parse.Char('.').Then(_ => Digits).Optional()
        from blank in Parse.Char(' ').Optional()
        from unit in Parse.Chars(Units + "KMGTP").Optional()
        from binary in Parse.Chars("iI").Optional()
        from bytes in Parse.Chars("bB").Optional()
        select ParseNumber(whole + "." + fraction.GetOrElse("0"))
            * Math.Pow(1024, unit.IsDefined ? Units.IndexOf(char.ToLowerInvariant(unit.Get())) + 1 : 0);

    /// <summary>Reads a size in bytes; -1 stands for no limit where a key allows that.</summary>
    public static bool TryParse(string text, out double bytes)
    {
        if (text == "-1")
        {
            bytes = -1;
            return true;
        }

        IResult<double> result = Size.End().TryParse(text ?? "");
        bytes = result.WasSuccessful ? result.Value : 0;
        return result.WasSuccessful;
    }

    // Some runtimes refuse a number that is too large, others call it infinite.
    private static double ParseNumber(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number)
            ? number
            : double.PositiveInfinity;
}

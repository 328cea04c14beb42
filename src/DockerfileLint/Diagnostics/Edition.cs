using System.Globalization;

namespace DockerfileLint.Diagnostics;

/// <summary>
/// A state of the rules that a project can hold on to: what came later is reported, but fails no build.
/// </summary>
/// <param name="Year">The year, such as 2026.</param>
/// <param name="Number">Number in the year, from 1.</param>
internal readonly record struct Edition(int Year, int Number) : IComparable<Edition>
{
    /// <summary>The edition of all rules that name none.</summary>
    internal static Edition First { get; } = new(2026, 1);

    /// <summary>Reads <c>2026.1</c>.</summary>
    /// <returns>Whether the text is an edition, be it one that is still to come.</returns>
    internal static bool TryParse(string? text, out Edition edition)
    {
        edition = First;
        int dot = text?.IndexOf('.') ?? -1;
        if (
            dot != 4
            || !int.TryParse(text!.Substring(0, dot), NumberStyles.None, CultureInfo.InvariantCulture, out int year)
            || !int.TryParse(text.Substring(dot + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            || number == 0
        )
        {
            return false;
        }

        edition = new Edition(year, number);
        return true;
    }

    /// <inheritdoc/>
    public int CompareTo(Edition other) =>
        Year != other.Year ? Year.CompareTo(other.Year) : Number.CompareTo(other.Number);

    /// <summary>Whether the left one came earlier.</summary>
    public static bool operator <(Edition left, Edition right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left one came later.</summary>
    public static bool operator >(Edition left, Edition right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left one did not come later.</summary>
    public static bool operator <=(Edition left, Edition right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left one did not come earlier.</summary>
    public static bool operator >=(Edition left, Edition right) => left.CompareTo(right) >= 0;

    /// <summary><c>2026.1</c>.</summary>
    public override string ToString() =>
        Year.ToString(CultureInfo.InvariantCulture) + "." + Number.ToString(CultureInfo.InvariantCulture);
}

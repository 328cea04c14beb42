using System.Globalization;

namespace DockerfileLint.Syntax.Values;

/// <summary>
/// Ports from a first to a last one, both included: <c>80</c>, <c>8000-8010</c>. Not on Sprache, since almost every
/// file has one.
/// </summary>
internal readonly record struct PortRange(int First, int Last)
{
    private const int Highest = 65535;

    /// <summary>How many ports come after the first.</summary>
    internal int Length => Last - First;

    /// <summary>Whether a port lies in the range.</summary>
    internal bool Contains(int port) => First <= port && port <= Last;

    /// <summary>Reads a port or a range; <c>null</c> where the text is neither.</summary>
    internal static PortRange? TryParse(string text)
    {
        int dash = text.IndexOf('-');
        int first = ParsePort(dash < 0 ? text : text.Substring(0, dash));
        int last = dash < 0 ? first : ParsePort(text.Substring(dash + 1));
        return first >= 0 && last >= first ? new PortRange(first, last) : null;
    }

    private static int ParsePort(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int port) && port <= Highest
            ? port
            : -1;
}

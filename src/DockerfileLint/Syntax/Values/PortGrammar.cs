using System.Globalization;
using System.Net;

namespace DockerfileLint.Syntax.Values;

/// <summary>A port of EXPOSE: <c>[[ip:]host:]port[-port][/protocol]</c>. Not on Sprache, since almost every file has one.</summary>
internal static class PortGrammar
{
    private const int Highest = 65535;

    internal static bool IsPort(string text)
    {
        int portStart = text.LastIndexOf(':') + 1;
        string port = text.Substring(portStart);
        int slash = port.IndexOf('/');
        if (slash >= 0 && port.Substring(slash + 1).ToLowerInvariant() is not ("tcp" or "udp" or "sctp" or ""))
        {
            return false;
        }

        if (!TryParseRange(slash < 0 ? port : port.Substring(0, slash), out int size))
        {
            return false;
        }

        if (portStart == 0)
        {
            return true;
        }

        string host = text.Substring(0, portStart - 1);
        int hostStart = host.LastIndexOf(':') + 1;
        if (hostStart > 0 && !IsAddress(host.Substring(0, hostStart - 1)))
        {
            return false;
        }

        string hostPort = host.Substring(hostStart);
        return hostPort.Length == 0 || (TryParseRange(hostPort, out int hostSize) && (hostSize == size || size == 0));
    }

    private static bool IsAddress(string text)
    {
        // The library would take one number for an address as well; the builder wants all four.
        bool isBracketed = text.Length > 1 && text[0] == '[' && text[text.Length - 1] == ']';
        bool isWhole = text.IndexOf(':') >= 0 || text.Count(c => c == '.') == 3;
        return text.Length == 0 || (isWhole && IPAddress.TryParse(isBracketed ? text.Substring(1, text.Length - 2) : text, out _));
    }

    private static bool TryParseRange(string text, out int size)
    {
        int dash = text.IndexOf('-');
        int first = ParsePort(dash < 0 ? text : text.Substring(0, dash));
        int last = dash < 0 ? first : ParsePort(text.Substring(dash + 1));
        size = last - first;
        return first >= 0 && last >= first;
    }

    private static int ParsePort(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int port) && port <= Highest ? port : -1;
}

using System.Net;

namespace DockerfileLint.Syntax.Values;

/// <summary>A port of EXPOSE: <c>[[ip:]host:]port[-port][/protocol]</c>.</summary>
internal static class PortGrammar
{
    internal static bool IsPort(string text)
    {
        int portStart = text.LastIndexOf(':') + 1;
        string port = text.Substring(portStart);
        int slash = port.IndexOf('/');
        if (slash >= 0 && port.Substring(slash + 1).ToLowerInvariant() is not ("tcp" or "udp" or "sctp" or ""))
        {
            return false;
        }

        if (PortRange.TryParse(slash < 0 ? port : port.Substring(0, slash)) is not { } range)
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
        return hostPort.Length == 0
            || (
                PortRange.TryParse(hostPort) is { } hostRange && (hostRange.Length == range.Length || range.Length == 0)
            );
    }

    private static bool IsAddress(string text)
    {
        // The library would take one number for an address as well; the builder wants all four.
        bool isBracketed = text.Length > 1 && text[0] == '[' && text[text.Length - 1] == ']';
        bool isWhole = text.IndexOf(':') >= 0 || text.Count(c => c == '.') == 3;
        return text.Length == 0
            || (isWhole && IPAddress.TryParse(isBracketed ? text.Substring(1, text.Length - 2) : text, out _));
    }
}

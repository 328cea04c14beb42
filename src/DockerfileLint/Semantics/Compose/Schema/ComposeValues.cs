using System.Globalization;
using System.Net;
using DockerfileLint.Syntax.Compose;
using DockerfileLint.Syntax.Values;
using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Compose.Schema;

/// <summary>The forms of Compose's text values.</summary>
internal static class ComposeValues
{
    internal static readonly ValueGrammar Name = ValueGrammar.Of(
        "letters, digits, dots, dashes and underscores",
        IsName
    );

    internal static readonly ValueGrammar ContainerName = ValueGrammar.Of(
        "two or more letters, digits, dots, dashes and underscores, the first a letter or digit",
        text => text.Length > 1 && IsName(text) && char.IsLetterOrDigit(text[0])
    );

    internal static readonly ValueGrammar Image = ValueGrammar.Of(
        "[REGISTRY/]name[:TAG][@DIGEST] with a name in lower case",
        text => text.Length == 0 || ImageName.IsValid(text)
    );

    internal static readonly ValueGrammar Port = new(
        "[IP:][HOST:]CONTAINER[/PROTOCOL] with ports up to 65535",
        FindPortProblem
    );

    internal static readonly ValueGrammar PortRange = ValueGrammar.Of(
        "a port up to 65535 or a range of them",
        text => text.Length == 0 || Syntax.Values.PortRange.TryParse(text) is not null
    );

    internal static readonly ValueGrammar ExposedPort = ValueGrammar.Of(
        "PORT[-PORT][/PROTOCOL] with ports up to 65535",
        text => text.IndexOf(':') < 0 && PortGrammar.IsPort(text)
    );

    internal static readonly ValueGrammar Volume = new(
        "[SOURCE:]TARGET[:OPTIONS]",
        text => HasSections(text, 3) ? null : VolumeSpecification.Parse(text).Problem
    );

    internal static readonly ValueGrammar Device = new(
        "HOST[:CONTAINER[:PERMISSIONS]]",
        text => HasSections(text, 3) ? null : DeviceSpecification.Parse(text).Problem
    );

    internal static readonly ValueGrammar Bytes = ValueGrammar.Of(
        "a number with a unit such as 512m or 1.5g",
        text => text.Length == 0 || ByteSize.TryParse(text, out _)
    );

    internal static readonly ValueGrammar Duration = ValueGrammar.Of(
        "a number with a unit such as 30s or 1m30s",
        text => text.Length == 0 || DurationGrammar.TryParseLong(text) is not null
    );

    internal static readonly ValueGrammar Pid = ValueGrammar.Of(
        "host, service:NAME or container:NAME",
        text => text is "" or "host" || IsShared(text)
    );

    internal static readonly ValueGrammar Ipc = ValueGrammar.Of(
        "none, private, host, shareable, service:NAME or container:NAME",
        text => text is "" or "none" or "private" or "host" or "shareable" || IsShared(text)
    );

    internal static readonly ValueGrammar HostOnly = ValueGrammar.Of("host", text => text is "" or "host");

    internal static readonly ValueGrammar Address = ValueGrammar.Of(
        "an IP address such as 127.0.0.1",
        text => text.Length == 0 || IPAddress.TryParse(text, out _)
    );

    internal static readonly ValueGrammar NonEmptyPath = ValueGrammar.Of("a path", text => text.Length > 0);

    internal static readonly ValueGrammar KeyValue = new(
        "NAME=VALUE",
        text => text.IndexOf('=') > 0 ? null : new TextSpan(0, text.Length)
    );

    private static bool IsShared(string text) =>
        (text.StartsWith("service:", StringComparison.Ordinal) && text.Length > 8)
        || (text.StartsWith("container:", StringComparison.Ordinal) && text.Length > 10);

    private static bool IsName(string text)
    {
        foreach (char c in text)
        {
            if (c is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '.' or '_' or '-'))
            {
                return false;
            }
        }

        return text.Length > 0;
    }

    internal static bool IsOctal(string text)
    {
        string digits = text.StartsWith("0o", StringComparison.Ordinal) ? text.Substring(2) : text;
        foreach (char c in digits)
        {
            if (c is < '0' or > '7')
            {
                return false;
            }
        }

        return digits.Length > 0;
    }

    /// <summary>
    /// Whether a text has at most so many sections between colons and none is empty: the usual case, for which no
    /// parser is needed.
    /// </summary>
    private static bool HasSections(string text, int limit)
    {
        int sections = 1;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '$' && i + 1 < text.Length && text[i + 1] == '{')
            {
                // Text that only looks like a variable is one section too.
                int close = text.IndexOf('}', i);
                i = close < 0 ? i : close;
            }
            else if (text[i] == ':')
            {
                sections++;
                if (i == 0 || i == text.Length - 1 || text[i + 1] == ':')
                {
                    return false;
                }
            }
        }

        return sections <= limit && text.Length > 0;
    }

    private static TextSpan? FindPortProblem(string text)
    {
        if (PortGrammar.IsPort(text))
        {
            return null;
        }

        PortSpecification port = PortSpecification.Parse(text);
        bool isTargetValid = PortSpecification.TryGetRange(port.Target, out _, out _);
        foreach (SpecificationPart part in new[] { port.Published, port.Target })
        {
            if (!part.IsEmpty && !PortSpecification.TryGetRange(part, out _, out _))
            {
                return part.Span;
            }
        }

        if (
            isTargetValid
            && !port.Protocol.IsEmpty
            && port.Protocol.Text.ToLowerInvariant() is not ("tcp" or "udp" or "sctp")
        )
        {
            return port.Protocol.Span;
        }

        bool isAddressValid =
            port.HostAddress.IsEmpty || PortGrammar.IsPort(text.Remove(port.HostAddress.Span.End) + ":1:1");
        return isTargetValid && !isAddressValid ? port.HostAddress.Span : new TextSpan(0, text.Length);
    }

    internal static bool IsInteger(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)
        || Syntax.Yaml.YamlScalarResolver.TryParseInteger(text, out _);

    internal static bool IsNumber(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
}

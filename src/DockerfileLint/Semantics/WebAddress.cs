namespace DockerfileLint.Semantics;

/// <summary>Addresses of the web, as commands take them.</summary>
internal static class WebAddress
{
    private static readonly string[] LoopbackHosts = ["localhost", "127.", "[::1]", "0.0.0.0", "host.docker.internal"];

    /// <summary>Addresses that clouds answer on the link itself, such as their metadata services.</summary>
    private const string LinkLocal = "169.254.";

    /// <summary>Whether a text is an address without encryption that leads off the machine.</summary>
    internal static bool IsPlainHttp(string text) =>
        text.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
        && text.Length > "http://".Length
        && !IsLoopback(text);

    /// <summary>The host of an address, with or without scheme, and its port where it names one.</summary>
    internal static string GetHost(string text) => FindHost(text).ToString();

    /// <summary>Whether an address, with or without scheme, is one of the machine itself.</summary>
    internal static bool IsLoopback(string text)
    {
        ReadOnlySpan<char> host = FindHost(text);
        foreach (string loopback in LoopbackHosts)
        {
            if (
                host.StartsWith(loopback.AsSpan(), StringComparison.OrdinalIgnoreCase)
                && (
                    loopback[loopback.Length - 1] == '.'
                    || host.Length == loopback.Length
                    || host[loopback.Length] == ':'
                )
            )
            {
                return true;
            }
        }

        return host.StartsWith(LinkLocal.AsSpan(), StringComparison.Ordinal);
    }

    private static ReadOnlySpan<char> FindHost(string text)
    {
        int scheme = text.IndexOf("://", StringComparison.Ordinal);
        ReadOnlySpan<char> rest = text.AsSpan(scheme < 0 ? 0 : scheme + "://".Length);
        int path = rest.IndexOfAny('/', '?', '#');
        ReadOnlySpan<char> host = path < 0 ? rest : rest.Slice(0, path);
        return host.Slice(host.LastIndexOf('@') + 1);
    }
}

using System.Text;

namespace DockerfileLint.Reporting;

/// <summary>Paths and addresses as the URI references that SARIF demands.</summary>
internal static class SarifUri
{
    /// <summary>
    /// Characters that need no encoding in a path segment. A colon does: in the first segment it would end a scheme.
    /// </summary>
    private const string Plain = "-._~!$&'()*+,;=@/";

    /// <summary>Whether a path is absolute, on any system, and so has no place under the root.</summary>
    internal static bool IsAbsolute(string path) =>
        (path.Length > 0 && path[0] == '/')
        || (path.Length > 2 && path[1] == ':' && path[2] == '/' && IsAsciiLetterOrDigit(path[0]));

    /// <summary>
    /// The URI of a path with <c>/</c> between its segments: relative for a relative path, of scheme <c>file</c> for an
    /// absolute one.
    /// </summary>
    internal static string FromPath(string path)
    {
        bool plain = !IsAbsolute(path);
        foreach (char c in path)
        {
            plain &= IsPlain(c);
        }

        if (plain)
        {
            return path;
        }

        var uri = new StringBuilder(path.Length + 16);
        if (IsAbsolute(path))
        {
            uri.Append(path[0] == '/' ? "file://" : "file:///");
        }

        foreach (byte unit in Encoding.UTF8.GetBytes(path))
        {
            if (IsPlain((char)unit))
            {
                uri.Append((char)unit);
            }
            else
            {
                uri.Append('%').Append(ToHexDigit(unit >> 4)).Append(ToHexDigit(unit & 15));
            }
        }

        return uri.ToString();
    }

    /// <summary>
    /// An absolute URI without user information, or <c>null</c> where the address is none; git's <c>user@host:path</c>
    /// is read as <c>ssh</c>.
    /// </summary>
    internal static string? FromRepository(string address)
    {
        if (
            !address.Contains("://")
            && address.IndexOf(':') is int colon and > 0
            && address.IndexOf('/') is int slash
            && (slash < 0 || slash > colon)
        )
        {
            address = $"ssh://{address.Substring(0, colon)}/{address.Substring(colon + 1).TrimStart('/')}";
        }

        return Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) && !uri.IsFile
            ? uri.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped)
            : null;
    }

    private static bool IsPlain(char c) => IsAsciiLetterOrDigit(c) || Plain.AsSpan().IndexOf(c) >= 0;

    private static bool IsAsciiLetterOrDigit(char c) =>
        c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');

    private static char ToHexDigit(int value) => (char)(value < 10 ? '0' + value : 'A' + value - 10);
}

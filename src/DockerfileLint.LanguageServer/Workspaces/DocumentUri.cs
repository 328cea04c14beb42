using System.Text;

namespace DockerfileLint.LanguageServer.Workspaces;

/// <summary>Between the addresses of a client and the paths of the system.</summary>
internal static class DocumentUri
{
    private const string Scheme = "file://";

    /// <summary>The absolute path of a file's address; <c>null</c> where it is no file's.</summary>
    internal static string? GetPath(string uri)
    {
        if (!uri.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        int slash = uri.IndexOf('/', Scheme.Length);
        string path = Uri.UnescapeDataString(slash < 0 ? "" : uri[slash..]);
        if (path.Length >= 3 && path[2] == ':' && char.IsAsciiLetter(path[1]))
        {
            path = path[1..];
        }

        return path.Length == 0 || path.Contains('\0') || !Path.IsPathFullyQualified(path)
            ? null
            : Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
    }

    /// <summary>The address of a file.</summary>
    /// <param name="path">Its absolute path.</param>
    internal static string FromPath(string path)
    {
        var uri = new StringBuilder(Scheme);
        string slashed = Path.DirectorySeparatorChar == '/' ? path : path.Replace(Path.DirectorySeparatorChar, '/');
        if (!slashed.StartsWith('/'))
        {
            uri.Append('/');
        }

        return uri.AppendJoin('/', slashed.Split('/').Select(Uri.EscapeDataString)).ToString();
    }
}

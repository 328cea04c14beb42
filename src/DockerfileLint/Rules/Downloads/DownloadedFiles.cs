using System.Collections.Immutable;
using DockerfileLint.Text;

namespace DockerfileLint.Rules.Downloads;

/// <summary>A download that nothing has verified yet.</summary>
/// <param name="Program">What fetches it: the name of a program, or <c>ADD</c>.</param>
/// <param name="Path">The file that it becomes; empty where it goes through a pipe or a variable.</param>
/// <param name="Span">Where it is fetched.</param>
internal sealed record Download(string Program, string Path, TextSpan Span);

/// <summary>
/// The files of a stage that were fetched and that nothing has verified up to some instruction, by their names without
/// folders: how a script comes into a folder, it seldom says in full.
/// </summary>
/// <param name="inherited">The files of the stage that this one is built on, or <c>null</c>.</param>
internal sealed class DownloadedFiles(DownloadedFiles? inherited)
{
    /// <summary>Where a program is found by its name alone.</summary>
    private static readonly string[] ProgramFolders =
    [
        "/bin/",
        "/sbin/",
        "/usr/bin/",
        "/usr/sbin/",
        "/usr/local/bin/",
        "/usr/local/sbin/",
    ];

    private ImmutableDictionary<string, Download> _byName =
        inherited?._byName ?? ImmutableDictionary.Create<string, Download>(StringComparer.Ordinal);

    // A bit for each length that a name has: most words have another one.
    private ulong _lengths = inherited?._lengths ?? 0;

    /// <summary>Whether nothing is there to be found.</summary>
    internal bool IsEmpty => _byName.IsEmpty;

    /// <summary>Adds a file, in place of another one of its name.</summary>
    internal void Add(Download download)
    {
        string name = GetName(download.Path);
        if (name.Length > 0 && !download.Path.StartsWith("/dev/", StringComparison.Ordinal))
        {
            _byName = _byName.SetItem(name, download);
            _lengths |= GetLengthBit(name.Length);
        }
    }

    /// <summary>Forgets all files: something compares with a checksum or a signature.</summary>
    internal void Clear() => _byName = _byName.Clear();

    /// <summary>The file that a path names, or <c>null</c>.</summary>
    internal Download? Find(string path)
    {
        int length = path.Length - path.LastIndexOf('/') - 1;
        return
            length > 0
            && (_lengths & GetLengthBit(length)) != 0
            && FindName(GetName(path)) is { } download
            && (EndsWith(path, download.Path) || EndsWith(download.Path, path))
            ? download
            : null;
    }

    /// <summary>
    /// Whether a path may be another one that is seen from some folder: what comes before it, the folder of a variable
    /// or of <c>~</c> included, is not known.
    /// </summary>
    private static bool EndsWith(string path, string end)
    {
        ReadOnlySpan<char> part = end.AsSpan();
        while (part.StartsWith("./".AsSpan(), StringComparison.Ordinal))
        {
            part = part.Slice(2);
        }

        if (part.Length > 0 && part[0] is '~' or '$')
        {
            part = part.Slice(part.IndexOf('/') + 1);
        }

        int start = path.Length - part.Length;
        return path.AsSpan().EndsWith(part, StringComparison.Ordinal)
            && (start == 0 || part.IsEmpty || path[start - 1] == '/');
    }

    /// <summary>The file that a program without a folder in its name is, or <c>null</c>.</summary>
    internal Download? FindProgram(string name) =>
        (_lengths & GetLengthBit(name.Length)) != 0
        && FindName(name) is { } download
        && Array.Exists(
            ProgramFolders,
            folder =>
                download.Path.Length == folder.Length + name.Length
                && download.Path.StartsWith(folder, StringComparison.Ordinal)
        )
            ? download
            : null;

    /// <summary>What stands behind the last slash.</summary>
    internal static string GetName(string path) => path.Substring(path.LastIndexOf('/') + 1);

    private static ulong GetLengthBit(int length) => 1UL << Math.Min(length, 63);

    private Download? FindName(string name) => _byName.TryGetValue(name, out Download? download) ? download : null;
}

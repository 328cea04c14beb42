using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Files;

namespace DockerfileLint.CommandLine.Discovery;

/// <summary>
/// Finds the nearest file of certain names upwards from a folder. Each folder is looked at once, each file read once.
/// Safe to use from several threads.
/// </summary>
/// <param name="names">The names, the strongest first.</param>
/// <param name="read">Reads what lies at a path in a folder.</param>
internal sealed class NearestFiles<
    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] T
>(ImmutableArray<string> names, Func<string, string, T> read)
    where T : class
{
    private readonly ConcurrentDictionary<string, Lazy<T?>> _byFolder = new(StringComparer.Ordinal);

    // What governs the files of a folder; otherwise each file in a deep one would have all folders above looked up.
    private readonly ConcurrentDictionary<string, T?> _nearest = new(StringComparer.Ordinal);

    /// <summary>The nearest file, or <c>null</c> where there is none.</summary>
    /// <param name="folder">Absolute path of the folder to start from.</param>
    /// <param name="top">Absolute path of the last folder to look in, or <c>null</c> for that of the system.</param>
    /// <param name="walk">
    /// The walk that came through the folder and knows what lies in it and those above, or <c>null</c>.
    /// </param>
    internal T? FindFrom(string folder, string? top, WalkRecord? walk)
    {
        if (_nearest.TryGetValue(folder, out T? nearest))
        {
            return nearest;
        }

        var passed = new List<string>();
        string? current = folder;
        bool isWalked = walk is not null;
        while (current is not null && nearest is null && !_nearest.TryGetValue(current, out nearest))
        {
            passed.Add(current);
            nearest =
                isWalked && !walk!.Holds(current, NotedFiles.Configuration)
                    ? null
                    : _byFolder.GetOrAdd(current, path => new Lazy<T?>(() => FindIn(path))).Value;
            isWalked = isWalked && !walk!.Starts.Contains(current);
            current = current == top ? null : Path.GetDirectoryName(current);
        }

        foreach (string each in passed)
        {
            _nearest.TryAdd(each, nearest);
        }

        return nearest;
    }

    /// <summary>The file in a folder, or <c>null</c>.</summary>
    internal T? FindIn(string folder) => FindIn(folder, names);

    /// <summary>The file in a folder under other names, or <c>null</c>.</summary>
    internal T? FindIn(string folder, params ImmutableArray<string> otherNames)
    {
        foreach (string name in otherNames)
        {
            string path = Path.Combine(folder, name);
            if (IsThere(path))
            {
                return read(path, folder);
            }
        }

        return null;
    }

    /// <summary>
    /// Whether there is an entry of a name, be it a link that leads nowhere; asking so costs no exception.
    /// </summary>
    private static bool IsThere(string path)
    {
        try
        {
            return new FileInfo(path).Attributes != (FileAttributes)(-1);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // What lies in a folder that must not be searched does not concern the file.
            return false;
        }
    }
}

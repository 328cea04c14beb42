using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Syntax.Yaml;
using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Compose;

/// <summary>What is mounted.</summary>
[Experimental(ExperimentalApi.Id)]
public enum MountKind
{
    /// <summary>A path of the host.</summary>
    Bind,

    /// <summary>A volume, named or anonymous.</summary>
    Volume,

    /// <summary>Memory.</summary>
    Tmpfs,

    /// <summary>A named pipe of a Windows host.</summary>
    NamedPipe,

    /// <summary>Something else, such as an image or a cluster volume.</summary>
    Other,
}

/// <summary>An entry of <c>volumes</c>, or of <c>tmpfs</c>, in short or long form.</summary>
[Experimental(ExperimentalApi.Id)]
public sealed class Mount
{
    /// <summary>What is mounted.</summary>
    public required Fact<MountKind> Kind { get; init; }

    /// <summary>Host path or volume name, or <c>null</c> where there is none.</summary>
    public Fact<string>? Source { get; init; }

    /// <summary>Path in the container, or <c>null</c> where it is missing.</summary>
    public Fact<string>? Target { get; init; }

    /// <summary>
    /// The path of the host that the container sees, cleaned: the source of a bind mount or pipe, or the device that a
    /// local named volume binds.
    /// Its span is where that path is written, so for a named volume in the volume's definition. <c>null</c> where no
    /// host path is mounted.
    /// </summary>
    public Fact<string>? HostPath { get; init; }

    /// <summary>Whether the container cannot write there.</summary>
    public required Fact<bool> IsReadOnly { get; init; }

    /// <summary><c>rshared</c>, <c>rslave</c> …, or <c>null</c>.</summary>
    public Fact<string>? Propagation { get; init; }

    /// <summary>
    /// How much memory a <see cref="MountKind.Tmpfs"/> may take, as it is written, or <c>null</c> where nothing says
    /// so.
    /// </summary>
    internal Fact<string>? Size { get; init; }

    /// <summary>The options of the short form as they are written; empty for the long form.</summary>
    public IReadOnlyList<Fact<string>> Options { get; init; } = [];

    /// <summary>The named volume's definition, or <c>null</c>.</summary>
    public ComposeEntry? VolumeDefinition { get; init; }

    /// <summary>The whole entry.</summary>
    public required ComposeNode Value { get; init; }

    /// <summary>The whole entry as it is written.</summary>
    public YamlNodeSyntax Node => Value.Syntax;

    /// <summary>Where the whole entry is written.</summary>
    public SourceSpan Span => Value.Span;

    /// <summary>
    /// Removes doubled slashes, <c>.</c> and <c>..</c> segments and the last slash of a POSIX path; leaves other paths
    /// and the pipes of Windows alone.
    /// </summary>
    internal static string CleanPath(string path)
    {
        if (path.Length == 0 || path[0] is not ('/' or '.' or '~') || path.StartsWith("//./", StringComparison.Ordinal))
        {
            return path;
        }

        bool isRooted = path[0] == '/';
        if (path.Length > 1 && path[path.Length - 1] != '/' && !path.Contains("//") && !path.Contains("/."))
        {
            return path;
        }

        var segments = new List<string>();
        foreach (string segment in path.Split('/'))
        {
            if (segment.Length == 0 || (segment == "." && (isRooted || segments.Count > 0)))
            {
                continue;
            }

            if (segment == ".." && segments.Count > 0 && segments[segments.Count - 1] is not (".." or "." or "~"))
            {
                segments.RemoveAt(segments.Count - 1);
            }
            else if (segment != ".." || !isRooted)
            {
                segments.Add(segment);
            }
        }

        return (isRooted ? "/" : "") + string.Join("/", segments);
    }
}

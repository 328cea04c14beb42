using System.Text;
using DockerfileLint.Text;

namespace DockerfileLint.Fuzz.Targets;

/// <summary>Files of a folder as one text: a line <c>-- PATH --</c> stands above each.</summary>
/// <param name="Files">The files in their order; there is always one.</param>
internal sealed record ProjectText(IReadOnlyList<(string Path, string Text)> Files)
{
    private const string Start = "-- ";
    private const string End = " --\n";

    /// <summary>Reads a text; what stands before the first line of this kind is a file of its own.</summary>
    /// <param name="text">The text.</param>
    /// <param name="firstPath">Path of that file.</param>
    internal static ProjectText Parse(string text, string firstPath)
    {
        var files = new List<(string, string)>();
        string path = firstPath;
        int start = 0;
        for (int at = 0; at < text.Length; )
        {
            int end = text.IndexOf('\n', at);
            end = end < 0 ? text.Length : end + 1;
            ReadOnlySpan<char> line = text.AsSpan(at, end - at);
            if (
                line.Length > Start.Length + End.Length
                && line.StartsWith(Start, StringComparison.Ordinal)
                && line.EndsWith(End, StringComparison.Ordinal)
            )
            {
                if (at > start || files.Count > 0)
                {
                    files.Add((path, text[start..at]));
                }

                path = line[Start.Length..^End.Length].ToString();
                start = end;
            }

            at = end;
        }

        files.Add((path, text[start..]));
        return new ProjectText(files);
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        foreach ((string path, string content) in Files)
        {
            text.Append(Start).Append(path).Append(End).Append(content);
            if (!content.EndsWith('\n'))
            {
                text.Append('\n');
            }
        }

        return text.ToString();
    }
}

/// <summary>The files of a project, and no others; the last of a path counts.</summary>
internal sealed class ProjectTextFiles : ISourceFiles
{
    private readonly Dictionary<string, SourceFile> _files = new(StringComparer.Ordinal);

    internal ProjectTextFiles(ProjectText project)
    {
        foreach ((string path, string text) in project.Files)
        {
            _files[path] = new SourceFile(path, SourceText.From(text));
        }
    }

    internal IEnumerable<string> Paths => _files.Keys;

    /// <inheritdoc/>
    public SourceFileLookup Find(string path) =>
        path.StartsWith("..", StringComparison.Ordinal) || path.StartsWith('/') ? SourceFileLookup.Unknown
        : _files.TryGetValue(path, out SourceFile? file) ? SourceFileLookup.Found(file)
        : SourceFileLookup.Missing;
}

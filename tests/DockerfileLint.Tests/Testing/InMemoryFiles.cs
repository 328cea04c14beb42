using DockerfileLint.Text;

namespace DockerfileLint.Tests.Testing;

/// <summary>Files by path; there are no others.</summary>
internal sealed class InMemoryFiles : ISourceFiles
{
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);

    /// <summary>The text of a file.</summary>
    internal string this[string path]
    {
        set => _texts[path] = value;
    }

    /// <inheritdoc/>
    public SourceFileLookup Find(string path) =>
        _texts.TryGetValue(path, out string? text)
            ? SourceFileLookup.Found(new SourceFile(path, SourceText.From(text)))
            : SourceFileLookup.Missing;
}

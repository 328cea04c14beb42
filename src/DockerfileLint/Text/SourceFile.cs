namespace DockerfileLint.Text;

/// <summary>A text and the path under which findings name it.</summary>
public sealed class SourceFile
{
    /// <summary>Creates a file.</summary>
    /// <param name="path">Path relative to the linted root, with <c>/</c> between its segments on every system.</param>
    /// <param name="text">The text.</param>
    public SourceFile(string path, SourceText text)
    {
        Path = path ?? throw new ArgumentNullException(nameof(path));
        Text = text ?? throw new ArgumentNullException(nameof(text));
    }

    /// <summary>Path relative to the linted root, with <c>/</c> between its segments on every system.</summary>
    public string Path { get; }

    /// <summary>The text.</summary>
    public SourceText Text { get; }

    /// <summary>The path.</summary>
    public override string ToString() => Path;
}

namespace DockerfileLint.Text;

/// <summary>A text and the path under which findings name it.</summary>
/// <remarks>
/// The path is the identity: two files are equal if their paths are, compared by their code units. Who reads a file
/// twice gets the same file, and no analysis knows two texts under one path. Texts of one file at different times are
/// told apart by <see cref="Text"/>.
/// </remarks>
public sealed class SourceFile : IEquatable<SourceFile>
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

    /// <summary>
    /// Whether a repository keeps the file, so that whoever has a copy of it has the text; <c>null</c> where no
    /// repository is known, or nobody asks.
    /// </summary>
    internal bool? IsTracked { get; init; }

    /// <summary>Whether two paths are the same.</summary>
    public static bool operator ==(SourceFile? left, SourceFile? right) =>
        left is null ? right is null : left.Equals(right);

    /// <summary>Whether two paths are not the same.</summary>
    public static bool operator !=(SourceFile? left, SourceFile? right) => !(left == right);

    /// <summary>Whether two paths are the same.</summary>
    public bool Equals(SourceFile? other) => ReferenceEquals(this, other) || (other is not null && Path == other.Path);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SourceFile);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Path);

    /// <summary>The path.</summary>
    public override string ToString() => Path;
}

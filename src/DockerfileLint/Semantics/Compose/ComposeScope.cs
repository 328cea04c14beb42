using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Compose;

/// <summary>What holds for all values of one file in one loading of it.</summary>
/// <param name="File">The file.</param>
internal sealed record ComposeScope(SourceFile File)
{
    /// <summary>A span of the file.</summary>
    internal SourceSpan At(TextSpan span) => new(File, span);
}

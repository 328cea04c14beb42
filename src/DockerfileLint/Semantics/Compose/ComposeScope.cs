using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Compose;

/// <summary>What holds for all values of one file in one loading of it.</summary>
/// <param name="File">The file.</param>
/// <param name="Directory">
/// The folder that relative paths in it start from, relative to the linted root with <c>/</c> between its segments;
/// empty for the root itself.
/// </param>
/// <param name="Environment">The variables for its interpolation.</param>
internal sealed record ComposeScope(SourceFile File, string Directory, ComposeEnvironment Environment)
{
    /// <summary>A span of the file.</summary>
    internal SourceSpan At(TextSpan span) => new(File, span);

    /// <summary>The same with another reading of the variables that files leave open.</summary>
    internal ComposeScope With(OpenVariables open) => this with { Environment = Environment.With(open) };
}

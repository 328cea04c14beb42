using DockerfileLint.Syntax.Yaml;
using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Compose;

/// <summary>What holds for all values of one file in one loading of it.</summary>
/// <param name="File">The file.</param>
/// <param name="Directory">
/// The folder that relative paths in it start from, relative to the linted root with <c>/</c> between its segments;
/// empty for the root itself.
/// </param>
/// <param name="Environment">The variables for its interpolation.</param>
/// <param name="Allowance">What these may add to the texts of the project.</param>
/// <param name="Included">
/// The items of <c>include</c> that bring the file in, the nearest to it first; <c>null</c> where none does.
/// </param>
internal sealed record ComposeScope(
    SourceFile File,
    string Directory,
    ComposeEnvironment Environment,
    ExpansionAllowance Allowance,
    ComposeOrigin? Included = null
)
{
    /// <summary>A span of the file.</summary>
    internal SourceSpan At(TextSpan span) => new(File, span);

    /// <summary>The steps of a value of the file, and behind them those that bring the whole file in.</summary>
    internal ComposeOrigin? Follow(ComposeOrigin? via) => Included is null ? via : ComposeOrigin.Concat(via, Included);

    /// <summary>The same with another reading of the variables that files leave open.</summary>
    internal ComposeScope With(OpenVariables open) => this with { Environment = Environment.With(open) };

    /// <summary>A scalar's value with its variables expanded, as far as the project can afford that.</summary>
    /// <param name="scalar">The scalar.</param>
    /// <param name="start">0-based offset in the value where the text of interest starts.</param>
    internal InterpolatedText Expand(YamlScalarSyntax scalar, int start)
    {
        if (Allowance.IsExhausted)
        {
            return InterpolatedText.CreateUnexpanded(scalar, start);
        }

        var text = InterpolatedText.Create(scalar, start, Environment.LookUp);
        Allowance.Take(text.DisplayText.Length - scalar.Value.Length);
        return text;
    }
}

using DockerfileLint.Syntax.Shell;
using DockerfileLint.Text;

namespace DockerfileLint.Rules.Shell;

/// <summary>A place where a script uses a feature that not every shell has.</summary>
/// <param name="Feature">The feature.</param>
/// <param name="Text">The text that the offsets mean.</param>
/// <param name="Start">0-based offset of the offending part.</param>
/// <param name="End">Its end.</param>
/// <param name="Name">
/// The variable, the option with its command (<c>read -p</c>), or what else tells uses of one feature apart; empty
/// where nothing does.
/// </param>
internal readonly record struct ShellFeatureUse(
    ShellFeature Feature,
    ShellText Text,
    int Start,
    int End,
    string Name = ""
)
{
    /// <summary>The place in the file.</summary>
    internal TextSpan Span => Text.Map(Start, End);

    /// <summary>What is written there.</summary>
    internal ReadOnlySpan<char> AsSpan() => Text.AsSpan(Start, End);
}

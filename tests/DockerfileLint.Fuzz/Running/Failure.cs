using System.Text.RegularExpressions;
using DockerfileLint.Fuzz.Invariants;

namespace DockerfileLint.Fuzz.Running;

/// <summary>What went wrong with an input.</summary>
/// <param name="Kind">The same for all inputs that fail for the same reason, as far as one can tell.</param>
/// <param name="Text">What to tell.</param>
internal sealed partial record Failure(string Kind, string Text)
{
    internal static Failure From(Exception exception) =>
        new(
            exception is InvariantException
                ? Variable().Replace(exception.Message, "${id}")
                : $"{exception.GetType().Name} {OwnFrame().Match(exception.StackTrace ?? "").Value}",
            exception.ToString()
        );

    // Ids of rules tell one failure from another; what else stands in quotes, and numbers, are those of the input.
    [GeneratedRegex(@"'(?<id>D[LC]\d{4})'|'[^']*'|[\d\[\].()]+")]
    private static partial Regex Variable();

    [GeneratedRegex(@"DockerfileLint\.(?!Fuzz)[\w.<>`]+")]
    private static partial Regex OwnFrame();
}

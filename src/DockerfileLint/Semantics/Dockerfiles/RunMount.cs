using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Syntax.Values;

namespace DockerfileLint.Semantics.Dockerfiles;

/// <summary>A <c>--mount</c> of a RUN.</summary>
/// <param name="Type">The type in lower case; <c>bind</c> where none is given.</param>
/// <param name="Target">The target as it is written, or the empty text.</param>
/// <param name="Flag">Where it is written.</param>
internal sealed record RunMount(string Type, string Target, FlagSyntax Flag)
{
    /// <summary>The mounts of a RUN that can be read.</summary>
    internal static IEnumerable<RunMount> Find(InstructionSyntax run)
    {
        foreach (FlagSyntax flag in run.Flags)
        {
            if (flag is { Name: "mount", Value: { } value } && FieldListGrammar.TryParse(value.Text) is { } fields)
            {
                yield return new RunMount(
                    fields.LastOrDefault(field => field.Key == "type")?.Value?.ToLowerInvariant() ?? "bind",
                    fields.LastOrDefault(field => field.Key is "target" or "dst" or "destination")?.Value ?? "",
                    flag
                );
            }
        }
    }

    /// <summary>Whether what is written there stays out of the image.</summary>
    internal bool IsKeptOut => Type is "cache" or "tmpfs";
}

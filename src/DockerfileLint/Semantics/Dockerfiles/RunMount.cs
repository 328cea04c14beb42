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
                    flag);
            }
        }
    }

    /// <summary>Whether what is written below a folder stays out of the image: a cache or a temporary file system is mounted there, or on a folder around it.</summary>
    /// <param name="run">The RUN.</param>
    /// <param name="folder">An absolute path, or the end of one, such as <c>.cache/pip</c>.</param>
    internal static bool Covers(InstructionSyntax run, string folder)
    {
        foreach (RunMount mount in Find(run))
        {
            if (mount.Type is "cache" or "tmpfs" && FolderName.Reaches(mount.Target.TrimEnd('/'), folder))
            {
                return true;
            }
        }

        return false;
    }
}

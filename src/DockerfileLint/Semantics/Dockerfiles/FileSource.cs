using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Syntax.Values;
using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Dockerfiles;

/// <summary>What COPY --from or RUN --mount with from takes files from.</summary>
/// <param name="Name">The stage or image as it is written; no variable in it is expanded.</param>
/// <param name="Span">Where it stands; the whole field of a mount where its text is quoted.</param>
internal readonly record struct FileSource(string Name, TextSpan Span)
{
    internal static IEnumerable<FileSource> Find(InstructionSyntax instruction)
    {
        foreach (FlagSyntax flag in instruction.Flags)
        {
            if (flag is { Name: "from", Value: { } from })
            {
                yield return new FileSource(from.Text, from.Span);
            }
            else if (flag is { Name: "mount", Value: { } mount })
            {
                foreach (ListField field in FieldListGrammar.TryParse(mount.Text) ?? [])
                {
                    if (field is { Key: "from", Value: { } source })
                    {
                        yield return new FileSource(
                            source,
                            mount.GetSpan(field.ValueStart, field.Start + field.Length - field.ValueStart)
                        );
                    }
                }
            }
        }
    }
}

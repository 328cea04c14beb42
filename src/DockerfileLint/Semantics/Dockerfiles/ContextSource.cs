using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Semantics.Dockerfiles;

/// <summary>A source of COPY or ADD that names files of the build context, and is known.</summary>
/// <param name="Word">The source as it is written.</param>
/// <param name="Value">The source after expansion.</param>
internal readonly record struct ContextSource(WordSyntax Word, string Value)
{
    /// <summary>
    /// The sources of an instruction that are paths in the build context: no address, no here-document, and nothing of
    /// another stage or image.
    /// </summary>
    internal static IEnumerable<ContextSource> Find(FileTransferInstructionSyntax instruction, Stage stage)
    {
        if (instruction.GetFlag("from") is not null)
        {
            yield break;
        }

        // The last argument is the destination.
        for (int i = 0; i < instruction.Arguments.Length - 1; i++)
        {
            WordSyntax word = instruction.Arguments[i];
            if (instruction.IsHeredoc(word))
            {
                continue;
            }

            if (
                stage.Expand(word).TryGetValue(out string? source)
                && source.Length > 0
                && !ContextPath.IsRemote(source)
            )
            {
                yield return new ContextSource(word, source);
            }
        }
    }
}

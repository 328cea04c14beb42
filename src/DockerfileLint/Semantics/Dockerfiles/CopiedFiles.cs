using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Semantics.Dockerfiles;

/// <summary>The files that COPY brings from the build context, by the names that they have in the image.</summary>
internal sealed class CopiedFiles
{
    private readonly Dictionary<(Stage? Stage, string Name), List<WordSyntax>> _sources = [];

    internal CopiedFiles(DockerfileModel model)
    {
        foreach (InstructionSyntax instruction in model.Tree.Root.Instructions)
        {
            if (
                instruction is CopyInstructionSyntax { Destination: { } destination } copy
                && copy.GetFlag("from") is null
            )
            {
                string target = GetBaseName(destination.Text);
                Stage? stage = model.FindStage(copy);
                foreach (WordSyntax source in copy.Sources)
                {
                    (Stage?, string) key = (stage, ArchiveName.IsArchive(target) ? target : GetBaseName(source.Text));
                    if (!_sources.TryGetValue(key, out List<WordSyntax>? sources))
                    {
                        _sources.Add(key, sources = []);
                    }

                    sources.Add(source);
                }
            }
        }
    }

    /// <summary>The source that a file of this name comes from at a place in the stage, or <c>null</c>.</summary>
    internal WordSyntax? Find(Stage? stage, string name, int position) =>
        _sources.TryGetValue((stage, name), out List<WordSyntax>? sources)
            ? sources.FindLast(source => source.Span.Start < position)
            : null;

    /// <summary>The last segment of a path in either system's spelling, without quotes.</summary>
    internal static string GetBaseName(string path)
    {
        string unquoted = path.Trim('"', '\'');
        return unquoted.Substring(unquoted.LastIndexOfAny(['/', '\\']) + 1);
    }
}

using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.BuildContexts;

/// <summary>The archives that COPY brings from the build context, by the names that they have in the image.</summary>
internal sealed class CopiedArchives
{
    private readonly DockerfileModel _model;
    private readonly Dictionary<(Stage? Stage, string Name), List<WordSyntax>> _sources = [];

    private CopiedArchives(DockerfileModel model)
    {
        _model = model;
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
                    Add(stage, ArchiveName.IsArchive(target) ? target : GetBaseName(source.Text), source);
                }
            }
        }
    }

    internal static CopiedArchives Of(DockerfileModel model) =>
        model.Indexes.Get(model, static model => new CopiedArchives(model));

    /// <summary>
    /// The source of the COPY that brought an archive of this name into the stage before an instruction, or
    /// <c>null</c>.
    /// </summary>
    internal WordSyntax? Find(InstructionSyntax instruction, string name) =>
        _sources.TryGetValue((_model.FindStage(instruction), name), out List<WordSyntax>? sources)
            ? sources.FindLast(source => source.Span.Start < instruction.Span.Start)
            : null;

    /// <summary>The last segment of a path in either system's spelling, without quotes.</summary>
    internal static string GetBaseName(string path)
    {
        string unquoted = path.Trim('"', '\'');
        return unquoted.Substring(unquoted.LastIndexOfAny(['/', '\\']) + 1);
    }

    private void Add(Stage? stage, string name, WordSyntax source)
    {
        if (!ArchiveName.IsArchive(name))
        {
            return;
        }

        if (!_sources.TryGetValue((stage, name), out List<WordSyntax>? sources))
        {
            _sources.Add((stage, name), sources = []);
        }

        sources.Add(source);
    }
}

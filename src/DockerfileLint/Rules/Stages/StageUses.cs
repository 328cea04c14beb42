using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Stages;

/// <summary>The stages of a file that others are built on or take files from.</summary>
internal sealed class StageUses
{
    private readonly HashSet<Stage> _used = [];

    /// <summary>Whether a variable decides which stage is used.</summary>
    private readonly bool _isOpen;

    private StageUses(DockerfileModel model)
    {
        foreach (Stage stage in model.Stages)
        {
            _isOpen |= stage.From.Image?.AsSpan().IndexOf('$') >= 0;
            _used.UnionWith(model.BuildGraph.GetDependencies(stage));
            foreach (InstructionSyntax instruction in stage.Instructions)
            {
                InstructionSyntax each = (instruction as OnbuildInstructionSyntax)?.Trigger ?? instruction;
                foreach (FileSource source in FileSource.Find(each))
                {
                    _isOpen |= source.Name.IndexOf('$') >= 0;
                    if (each != instruction && model.BuildGraph.Find(source.Name) is { } other)
                    {
                        _used.Add(other);
                    }
                }
            }
        }
    }

    internal static StageUses Of(DockerfileModel model) =>
        model.Indexes.Get(model, static model => new StageUses(model));

    /// <summary>Whether another stage needs a stage, or may need it.</summary>
    internal bool MayUse(Stage stage) => _isOpen || _used.Contains(stage);
}

using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.Rules.BuildContexts;

/// <summary>The stages whose layers a build without target puts into its image.</summary>
internal sealed class FinalImage
{
    private readonly HashSet<Stage> _stages = [];

    private FinalImage(DockerfileModel model)
    {
        for (Stage? stage = model.FinalStage; stage is not null; stage = stage.BaseStage)
        {
            _stages.Add(stage);
        }
    }

    internal static FinalImage Of(DockerfileModel model) =>
        model.Indexes.Get(model, static model => new FinalImage(model));

    /// <summary>Whether a stage is the final one, or the final one is built on it.</summary>
    internal bool HasLayersOf(Stage stage) => _stages.Contains(stage);
}

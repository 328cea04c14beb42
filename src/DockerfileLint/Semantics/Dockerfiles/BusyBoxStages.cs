using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Semantics.Dockerfiles;

/// <summary>
/// Which stages have the tools of BusyBox, as Alpine does, and where one installs a fuller program in their place.
/// </summary>
internal sealed class BusyBoxStages
{
    /// <summary>Repositories whose images are built on BusyBox, whatever their tag.</summary>
    private static readonly HashSet<string> Repositories = new(StringComparer.Ordinal)
    {
        "alpine",
        "busybox",
        "docker",
        "alpine/git",
        "cgr.dev/chainguard/wolfi-base",
        "gliderlabs/alpine",
        "frolvlad/alpine-glibc",
    };

    private readonly HashSet<Stage> _stages = [];
    private readonly Dictionary<Stage, int> _installations = [];

    private BusyBoxStages(DockerfileModel model)
    {
        foreach (Stage stage in model.Stages)
        {
            if (stage.BaseStage is { } baseStage ? _stages.Contains(baseStage) : IsBusyBox(stage))
            {
                _stages.Add(stage);
            }

            if (stage.BaseStage is { } other && _installations.ContainsKey(other))
            {
                _installations[stage] = stage.From.Span.Start;
            }

            foreach (RunInstructionSyntax run in stage.Instructions.OfType<RunInstructionSyntax>())
            {
                foreach (RunCommand command in model.GetScript(run)?.RunCommands ?? [])
                {
                    if (command is { Name: "apk", Subcommand: "add" })
                    {
                        _stages.Add(stage);
                        if (
                            !_installations.ContainsKey(stage)
                            && command.Line.Operands.Any(word => word.Text.StartsWith("wget", StringComparison.Ordinal))
                        )
                        {
                            _installations.Add(stage, command.Span.Start);
                        }
                    }
                }
            }
        }
    }

    internal static BusyBoxStages Of(DockerfileModel model) =>
        model.Indexes.Get(model, static model => new BusyBoxStages(model));

    /// <summary>Whether a stage has BusyBox: its image is known for it, or it installs packages of Alpine.</summary>
    internal bool Contains(Stage? stage) => stage is not null && _stages.Contains(stage);

    /// <summary>Whether a call of wget is one of BusyBox's program, and not of GNU's installed before.</summary>
    internal bool IsBusyBoxWget(RunCommand command, Stage? stage) =>
        Contains(stage) && !(_installations.TryGetValue(stage!, out int start) && start < command.Span.Start);

    private static bool IsBusyBox(Stage stage) =>
        stage.BaseName.DisplayText is { Length: > 0 } name
        && ImageReference.TryParse(name) is { } image
        && (
            Repositories.Contains(image.FamiliarName)
            || image.FamiliarName.EndsWith("/alpine", StringComparison.Ordinal)
            || image.Tag?.IndexOf("alpine", StringComparison.Ordinal) >= 0
        );
}

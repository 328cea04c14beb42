using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Shell;

/// <summary>Where the steps of a file put another shell in the place of <c>/bin/sh</c>.</summary>
internal sealed class ReplacedShells
{
    private readonly Dictionary<Stage, int> _ends = [];

    private ReplacedShells(DockerfileModel model)
    {
        foreach (Stage stage in model.Stages)
        {
            if (stage.BaseStage is { } baseStage && _ends.ContainsKey(baseStage))
            {
                _ends.Add(stage, stage.From.Span.End);
                continue;
            }

            foreach (RunInstructionSyntax run in stage.Instructions.OfType<RunInstructionSyntax>())
            {
                if (model.GetScript(run) is { } script && script.RunCommands.Any(ReplacesShell))
                {
                    _ends.Add(stage, run.Span.End);
                    break;
                }
            }
        }
    }

    internal static ReplacedShells Of(DockerfileModel model) =>
        model.Indexes.Get(model, static model => new ReplacedShells(model));

    /// <summary>Whether an instruction runs behind such a step.</summary>
    internal bool IsBefore(Stage? stage, InstructionSyntax instruction) =>
        stage is not null && _ends.TryGetValue(stage, out int end) && instruction.Span.Start >= end;

    private static bool ReplacesShell(RunCommand command) =>
        command.Name switch
        {
            "ln" or "cp" or "mv" => command.Line.Operands is { Length: >= 2 } operands
                && operands[operands.Length - 1].Text is "/bin/sh" or "/usr/bin/sh",
            "dpkg-reconfigure" => command.Line.Operands.Any(operand => operand.Text == "dash"),
            _ => false,
        };
}

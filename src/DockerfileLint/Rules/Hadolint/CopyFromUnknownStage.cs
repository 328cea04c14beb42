using System.Globalization;
using DockerfileLint.Diagnostics;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Hadolint;

[Rule("DL3022", Behaviour = RuleBehaviour.Hadolint)]
internal sealed partial class CopyFromUnknownStage : DockerfileRule
{
    public override void VisitCopy(CopyInstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (
            instruction.GetFlag("from") is { Value: { Text: { Length: > 0 } name } from }
            && name.IndexOf(':') < 0
            && !IsKnown(name, context)
        )
        {
            context.Report(from.Span, Message(name: name));
        }
    }

    /// <summary>
    /// By name with its case, or by the number that the text starts with; of the stages up to this one.
    /// </summary>
    private static bool IsKnown(string name, DockerfileRuleContext context)
    {
        int seen = context.Stage is { } stage ? stage.Index + 1 : 0;
        string digits = new([.. name.TakeWhile(c => c is >= '0' and <= '9')]);
        return context.Model.BuildGraph.NumbersByName.TryGetValue(name, out int named)
            ? named < seen && context.Model.Stages[named].Name == name
            : int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number < seen;
    }
}

using System.Globalization;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Stages;

[Rule("DL3022")]
internal sealed partial class CopyFromUnknownStage : DockerfileRule
{
    public override void VisitCopy(CopyInstructionSyntax instruction, DockerfileRuleContext context)
    {
        // An image with a tag or digest is meant as one.
        if (
            instruction.GetFlag("from") is not { Value: { } from }
            || from.AsSpan().IsEmpty
            || from.AsSpan().IndexOf(':') >= 0
        )
        {
            return;
        }

        bool isKnown =
            Compatibility(context) == "hadolint"
                ? IsKnownToHadolint(from.Text, context)
                : context.Model.BuildGraph.Find(from.Text) is not null;
        if (!isKnown)
        {
            context.Report(from.Span, Message(name: from.Text));
        }
    }

    /// <summary>
    /// By name with its case, or by the number that the text starts with; of the stages up to this one.
    /// </summary>
    private static bool IsKnownToHadolint(string name, DockerfileRuleContext context)
    {
        int seen = context.Stage is { } stage ? stage.Index + 1 : 0;
        string digits = new([.. name.TakeWhile(c => c is >= '0' and <= '9')]);
        return context.Model.BuildGraph.NumbersByName.TryGetValue(name, out int named)
            ? named < seen && context.Model.Stages[named].Name == name
            : int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number < seen;
    }
}

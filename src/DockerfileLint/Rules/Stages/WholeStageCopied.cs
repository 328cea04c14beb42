using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Stages;

[Rule("DL3067")]
internal sealed partial class WholeStageCopied : DockerfileRule
{
    public override void VisitCopy(CopyInstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (instruction.GetFlag("from") is not { Value: { } from } || instruction.Destination is not { } destination)
        {
            return;
        }

        if (!IsRoot(destination, context) || !AreSystems(context.Model.BuildGraph.Find(from.Text), context.Stage))
        {
            return;
        }

        foreach (WordSyntax source in instruction.Sources)
        {
            if (IsRoot(source, context))
            {
                context.Report(source.Span, Message(stage: from.Text));
                return;
            }
        }
    }

    /// <summary>
    /// Whether both hold a system of their own. A stage that adds nothing is the image that it names, which may be made
    /// to be copied whole.
    /// </summary>
    private static bool AreSystems(Stage? source, Stage? target) =>
        source is { RootStage.IsFromScratch: false, Instructions.IsEmpty: false }
        && target is { RootStage.IsFromScratch: false }
        && source.RootStage != target.RootStage;

    private static bool IsRoot(WordSyntax path, DockerfileRuleContext context)
    {
        ExpandedText text = context.Expand(path);
        return text.Certainty != Certainty.Unknown && text.Value is "/" or "/." or "/*";
    }
}

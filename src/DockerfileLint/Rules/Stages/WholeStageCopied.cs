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

        bool isCompatible = Compatibility(context) == "hadolint";
        if (
            !IsRoot(destination, isCompatible, context)
            || !(isCompatible || AreSystems(context.Model.BuildGraph.Find(from.Text), context.Stage))
        )
        {
            return;
        }

        foreach (WordSyntax source in instruction.Sources)
        {
            if (IsRoot(source, isCompatible, context))
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

    private static bool IsRoot(WordSyntax path, bool isCompatible, DockerfileRuleContext context)
    {
        if (isCompatible)
        {
            return path.Text.Trim('"', '\'') == "/";
        }

        return context.Expand(path).IsCertainly(static text => text is "/" or "/." or "/*");
    }
}

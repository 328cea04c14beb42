using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Instructions;

[Rule("DL3021")]
internal sealed partial class SeveralSourcesToFile : DockerfileRule
{
    public override void VisitCopy(CopyInstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (
            instruction.Sources.Length > 1
            && instruction.Destination is { } destination
            && MayBeFile(context.Expand(destination))
        )
        {
            context.Report(destination.Span, Message(destination: destination.Text));
        }
    }

    private static bool MayBeFile(ExpandedText destination)
    {
        string path = destination.Value;
        int name = path.LastIndexOfAny(['/', '\\']) + 1;
        return destination.Certainty != Certainty.Unknown && path.Substring(name) is not ("" or "." or "..");
    }
}

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
            && context.Expand(destination).IsCertainly(IsFile)
        )
        {
            context.Report(destination.Span, Message(destination: destination.Text));
        }
    }

    private static bool IsFile(string path)
    {
        int name = path.LastIndexOfAny(['/', '\\']) + 1;
        return path.Substring(name) is not ("" or "." or "..");
    }
}

using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Style;

[Rule("DL6004")]
internal sealed partial class StageNameCasing : DockerfileRule
{
    public override void VisitFrom(FromInstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (instruction.Name is { Text: { } name } word && name.ToLowerInvariant() is { } expected && name != expected)
        {
            context.Report(word.Span, Message(name: name, expected: expected));
        }
    }
}

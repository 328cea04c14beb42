using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Style;

[Rule("DL6011")]
internal sealed partial class InvalidExposeFormat : DockerfileRule
{
    public override void VisitExpose(ExposeInstructionSyntax instruction, DockerfileRuleContext context)
    {
        foreach (WordSyntax word in instruction.Ports)
        {
            foreach (ExposedPort port in ExposedPort.Find(word, context.Expand(word).DisplayText))
            {
                if (port.HostPart.Trim(':').Length > 0)
                {
                    bool isLiteral = word.Text.StartsWith(port.HostPart, StringComparison.Ordinal);
                    context.Report(
                        isLiteral ? word.GetSpan(0, port.HostPart.Length) : word.Span,
                        Message(port: word.Text)
                    );
                }
            }
        }
    }
}

using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Style;

[Rule("DL6010")]
internal sealed partial class ExposeProtocolCasing : DockerfileRule
{
    public override void VisitExpose(ExposeInstructionSyntax instruction, DockerfileRuleContext context)
    {
        foreach (WordSyntax word in instruction.Ports)
        {
            foreach (ExposedPort port in ExposedPort.Find(word, context.Expand(word).DisplayText))
            {
                string expected = port.Protocol.ToLowerInvariant();
                if (port.Protocol != expected && expected is "tcp" or "udp" or "sctp")
                {
                    bool isLiteral = word.Text.EndsWith("/" + port.Protocol, StringComparison.Ordinal);
                    context.Report(
                        isLiteral
                            ? word.GetSpan(word.Text.Length - port.Protocol.Length, port.Protocol.Length)
                            : word.Span,
                        Message(protocol: port.Protocol, expected: expected)
                    );
                }
            }
        }
    }
}

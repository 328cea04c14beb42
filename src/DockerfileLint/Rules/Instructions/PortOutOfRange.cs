using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Instructions;

[Rule("DL3011")]
internal sealed partial class PortOutOfRange : DockerfileRule
{
    private const int Highest = 65535;

    public override void VisitExpose(ExposeInstructionSyntax instruction, DockerfileRuleContext context)
    {
        bool isCompatible = Compatibility(context) == "hadolint";
        foreach (WordSyntax word in instruction.Ports)
        {
            bool hasVariable = word.AsSpan().IndexOf('$') >= 0;
            if (isCompatible && hasVariable)
            {
                continue;
            }

            if (
                context.Expand(word).TryGetValue(out string? expanded)
                && ExposedPort.Find(word, expanded).Any(port => port.Port.Split('-').Any(IsTooHigh))
            )
            {
                context.Report(word.Span, Message(port: word.Text));
            }
        }
    }

    /// <summary>Any number of digits is a number.</summary>
    private static bool IsTooHigh(string text)
    {
        string digits = text.TrimStart('0');
        return digits.Length > 0
            && digits.All(c => c is >= '0' and <= '9')
            && (digits.Length > 5 || int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture) > Highest);
    }
}

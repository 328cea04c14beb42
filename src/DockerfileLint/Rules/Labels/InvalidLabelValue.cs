using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Syntax.Values;

namespace DockerfileLint.Rules.Labels;

/// <summary>A label that is not of the type which the option <c>label-schema</c> declares for it.</summary>
[Rule("DL3052", "url")]
[Rule("DL3053", "rfc3339")]
[Rule("DL3054", "spdx")]
[Rule("DL3055", "hash")]
[Rule("DL3056", "semver")]
[Rule("DL3058", "email")]
internal sealed partial class InvalidLabelValue(string type) : DockerfileRule
{
    private readonly string _type = type;

    public override void VisitLabel(LabelInstructionSyntax instruction, DockerfileRuleContext context)
    {
        foreach (LabelValue label in RequiredLabels.Find(instruction, LabelSchema(context), _type, context))
        {
            if (!IsValid(label.Value))
            {
                context.Report(label.ReportedSpan, Message(key: label.Key, value: label.Value));
            }
        }
    }

    /// <summary>Whether a text consists of digits to the base 16.</summary>
    internal static bool IsHexadecimal(string text) => text.All(c => c is (>= '0' and <= '9') or (>= 'a' and <= 'f'));

    private bool IsValid(string value) =>
        _type switch
        {
            "url" => UriGrammar.IsAbsolute(value) && UriGrammar.HasHost(value),
            "rfc3339" => TimestampGrammar.IsTimestamp(value),
            "spdx" => SpdxExpression.IsExpression(value),
            "hash" => value.Length is (>= 7 and <= 40) or 64 && IsHexadecimal(value),
            "semver" => SemanticVersionGrammar.IsVersion(value),
            _ => EmailAddressGrammar.IsAddress(value),
        };
}

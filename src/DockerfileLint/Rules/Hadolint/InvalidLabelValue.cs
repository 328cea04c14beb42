using DockerfileLint.Diagnostics;
using DockerfileLint.Rules.Labels;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Syntax.Values;

namespace DockerfileLint.Rules.Hadolint;

[Rule("DL3052", "url", Behaviour = RuleBehaviour.Hadolint)]
[Rule("DL3053", "rfc3339", Behaviour = RuleBehaviour.Hadolint)]
[Rule("DL3054", "spdx", Behaviour = RuleBehaviour.Hadolint)]
[Rule("DL3055", "hash", Behaviour = RuleBehaviour.Hadolint)]
[Rule("DL3056", "semver", Behaviour = RuleBehaviour.Hadolint)]
[Rule("DL3058", "email", Behaviour = RuleBehaviour.Hadolint)]
internal sealed partial class InvalidLabelValue(string type) : DockerfileRule
{
    private readonly string _type = type;

    public override void VisitLabel(LabelInstructionSyntax instruction, DockerfileRuleContext context)
    {
        foreach (LabelValue label in WrittenLabels.Find(instruction, LabelSchema(context), _type, context))
        {
            if (!IsValid(label.Value))
            {
                context.Report(label.ReportedSpan, Message(key: label.Key, value: label.Value));
            }
        }
    }

    private bool IsValid(string value) =>
        _type switch
        {
            "url" => UriGrammar.IsAbsolute(value),
            "rfc3339" => TimestampGrammar.IsTimestamp(value),
            "spdx" => SpdxLicenses.IsExactLicense(value),
            "hash" => value.Length is 7 or 40 && Labels.InvalidLabelValue.IsHexadecimal(value),
            "semver" => SemanticVersionGrammar.IsVersion(value),
            _ => EmailAddressGrammar.IsAddress(value),
        };
}

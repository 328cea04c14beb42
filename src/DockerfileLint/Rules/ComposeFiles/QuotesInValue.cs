using DockerfileLint.Semantics.Compose;
using DockerfileLint.Syntax.Yaml;

namespace DockerfileLint.Rules.ComposeFiles;

[Rule("DC1015")]
internal sealed partial class QuotesInValue : ComposeRule
{
    public override void VisitService(Service service, ComposeRuleContext context)
    {
        foreach (ComposeKeyValue entry in service.GetAllKeyValues())
        {
            // A plain scalar never starts with a quote, so that this one starts with the name.
            if (
                entry.Text is { Scalar.Style: YamlScalarStyle.Plain, DisplayText: { Length: > 1 } value } text
                && value[0] is '"' or '\''
                && value[value.Length - 1] == value[0]
            )
            {
                context.Report(text.Span, Message(name: entry.Name, value: value.Substring(1, value.Length - 2)));
            }
        }
    }
}

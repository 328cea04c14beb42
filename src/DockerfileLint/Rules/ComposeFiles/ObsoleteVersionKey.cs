using DockerfileLint.Semantics.Compose;
using DockerfileLint.Syntax.Yaml;
using DockerfileLint.Text;

namespace DockerfileLint.Rules.ComposeFiles;

[Rule("DC1005")]
internal sealed partial class ObsoleteVersionKey : ComposeRule
{
    public override void VisitFile(ComposeModel model, ComposeRuleContext context)
    {
        // Older stacks choose their schema by it, and version 1 never had it.
        if (context.Target == ComposeTarget.Swarm || model.Syntax.IsLegacyLayout)
        {
            return;
        }

        foreach (YamlMappingSyntax root in model.Syntax.Roots)
        {
            if (root.Find("version") is { } version)
            {
                context.Report(new SourceSpan(model.File, version.Key.ContentSpan), Message(key: "version"));
            }
        }
    }
}

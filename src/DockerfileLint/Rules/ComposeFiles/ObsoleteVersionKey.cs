using DockerfileLint.Semantics.Compose;
using DockerfileLint.Syntax.Compose;
using DockerfileLint.Syntax.Yaml;
using DockerfileLint.Text;

namespace DockerfileLint.Rules.ComposeFiles;

[Rule("DC1005")]
internal sealed partial class ObsoleteVersionKey : ComposeRule
{
    public override void VisitFile(ComposeFileSyntax file, ComposeRuleContext context)
    {
        // Older stacks choose their schema by it, and version 1 never had it.
        if (context.Target == ComposeTarget.Swarm || file.IsLegacyLayout)
        {
            return;
        }

        foreach (YamlMappingSyntax root in file.Roots)
        {
            if (root.Find("version") is { } version)
            {
                context.Report(new SourceSpan(file.Tree.File, version.Key.ContentSpan), Message(key: "version"));
            }
        }
    }
}

using DockerfileLint.Semantics;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Text;

namespace DockerfileLint.Rules.BaseImages;

[Rule("DL5026")]
internal sealed partial class ForeignFrontend : DockerfileRule
{
    /// <summary>Docker's front end and its variants, such as <c>docker/dockerfile-upstream</c>.</summary>
    private const string Official = "docker/dockerfile";

    public override void VisitInstruction(InstructionSyntax instruction, DockerfileRuleContext context)
    {
        // The directives stand before the first instruction.
        DockerfileSyntax root = context.Model.Tree.Root;
        if (instruction != root.Instructions[0])
        {
            return;
        }

        foreach (DirectiveSyntax directive in root.Directives)
        {
            if (directive.Name == "syntax")
            {
                Check(directive, context);
            }
        }
    }

    private static void Check(DirectiveSyntax directive, DockerfileRuleContext context)
    {
        // What follows the first blank is for the front end.
        string value = directive.Value;
        int blank = value.IndexOf(' ');
        string image = blank < 0 ? value : value.Substring(0, blank);
        if (
            image.Length > 0
            && !(ImageReference.TryParse(image) is { } reference && IsOfficial(reference.FamiliarName))
        )
        {
            context.Report(new TextSpan(directive.ValueSpan.Start, image.Length), Message(image: image));
        }
    }

    private static bool IsOfficial(string name) =>
        name.StartsWith(Official, StringComparison.Ordinal) && name.IndexOf('/', Official.Length) < 0;
}

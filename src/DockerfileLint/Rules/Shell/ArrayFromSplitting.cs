using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>SC2206 and SC2207: the elements of an array come from splitting.</summary>
/// <param name="source">What is split, a variable or an output.</param>
[Rule("SC2206", "variable")]
[Rule("SC2207", "output")]
internal sealed partial class ArrayFromSplitting(string source) : ShellRule
{
    private readonly string _source = source;

    public override void VisitAssignment(ShellAssignmentSyntax node, ShellRuleContext context)
    {
        if (!node.IsArray)
        {
            return;
        }

        foreach (ShellWordSyntax element in node.Elements)
        {
            foreach (ShellWordPartSyntax part in element.Parts)
            {
                bool isSplit = part switch
                {
                    ShellParameterSyntax parameter => _source == "variable"
                        && !parameter.IsLength
                        && parameter.Name is not ("?" or "#" or "$" or "!" or "-"),
                    ShellCommandSubstitutionSyntax => _source == "output",
                    _ => false,
                };
                if (isSplit)
                {
                    context.Report(part, Message(part.ToString()));
                }
            }
        }
    }
}

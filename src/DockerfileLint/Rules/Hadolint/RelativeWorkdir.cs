using DockerfileLint.Diagnostics;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Hadolint;

[Rule("DL3000", Behaviour = RuleBehaviour.Hadolint)]
internal sealed partial class RelativeWorkdir : DockerfileRule
{
    public override void VisitWorkdir(WorkdirInstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (
            instruction.Path is { } word
            && !instruction.IsTrigger
            && word.TextWithoutQuotes() is var path
            && !IsAbsolute(path)
        )
        {
            context.Report(word.Span, Message(path: word.Text));
        }
    }

    /// <summary>By a slash, a variable or the letter of a drive, and not by a backslash.</summary>
    private static bool IsAbsolute(string path) =>
        path.Length > 0 && (path[0] is '/' or '$' || (path.Length > 1 && path[1] == ':' && char.IsLetter(path[0])));
}

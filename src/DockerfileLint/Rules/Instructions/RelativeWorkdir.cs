using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Instructions;

[Rule("DL3000")]
internal sealed partial class RelativeWorkdir : DockerfileRule
{
    public override void VisitWorkdir(WorkdirInstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (instruction.Path is not { } path || instruction.IsTrigger)
        {
            return;
        }

        string compatibility = Compatibility(context);
        ExpandedText expanded = compatibility == "hadolint" ? new ExpandedText(path.Text.Trim('"', '\''), Certainty.Known) : context.Expand(path);
        bool startsWithUnknown = expanded.Certainty == Certainty.Unknown && path.AsSpan().TrimStart("\"'".AsSpan()).StartsWith("$".AsSpan(), StringComparison.Ordinal);
        if (IsAbsolute(expanded.Value) || startsWithUnknown || (compatibility == "hadolint" && expanded.Value.Length > 0 && expanded.Value[0] == '$'))
        {
            return;
        }

        if (compatibility != "buildkit" || IsFirst(instruction, context.Stage))
        {
            context.Report(path.Span, Message(path: path.Text));
        }
    }

    private static bool IsAbsolute(string path) =>
        path.Length > 0 && (path[0] is '/' or '\\' || (path.Length > 1 && path[1] == ':' && char.IsLetter(path[0])));

    private static bool IsFirst(WorkdirInstructionSyntax instruction, Stage? stage)
    {
        for (Stage? current = stage; current is not null; current = current.BaseStage)
        {
            if (current.Instructions.Any(other => other is WorkdirInstructionSyntax && other != instruction && (current != stage || other.Span < instruction.Span)))
            {
                return false;
            }
        }

        return true;
    }
}

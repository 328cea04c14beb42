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
        ExpandedText expanded =
            compatibility == "hadolint"
                ? new ExpandedText(path.Text.Trim('"', '\''), Certainty.Known)
                : context.Expand(path);
        bool startsWithUnknown =
            expanded.Certainty == Certainty.Unknown
            && path.AsSpan().TrimStart("\"'".AsSpan()).StartsWith("$".AsSpan(), StringComparison.Ordinal);
        if (
            IsAbsolute(expanded.Value)
            || startsWithUnknown
            || (compatibility == "hadolint" && expanded.Value.Length > 0 && expanded.Value[0] == '$')
        )
        {
            return;
        }

        if (compatibility != "buildkit" || context.Stage?.HasBefore(instruction, InstructionKind.Workdir) != true)
        {
            context.Report(path.Span, Message(path: path.Text));
        }
    }

    private static bool IsAbsolute(string path) =>
        path.Length > 0 && (path[0] is '/' or '\\' || (path.Length > 1 && path[1] == ':' && char.IsLetter(path[0])));
}

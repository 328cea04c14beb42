using DockerfileLint.Semantics;
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
        Fact<string> fact = context.Expand(path);
        string expanded = compatibility == "hadolint" ? path.Text.Trim('"', '\'') : fact.DisplayText;
        bool startsWithUnknown =
            compatibility != "hadolint"
            && !fact.TryGetValue(out _)
            && path.AsSpan().TrimStart("\"'".AsSpan()).StartsWith("$".AsSpan(), StringComparison.Ordinal);
        if (
            IsAbsolute(expanded)
            || startsWithUnknown
            || (compatibility == "hadolint" && expanded.Length > 0 && expanded[0] == '$')
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

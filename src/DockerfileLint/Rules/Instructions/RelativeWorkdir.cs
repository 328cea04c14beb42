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

        if (IsRelative(path, context))
        {
            context.Report(path.Span, Message(path: path.Text));
        }
    }

    /// <summary>Whether a path is relative; what a path is that begins with an unknown value nobody knows.</summary>
    internal static bool IsRelative(WordSyntax path, DockerfileRuleContext context)
    {
        ExpandedText expanded = context.Expand(path);
        bool startsWithUnknown =
            expanded.Certainty == Certainty.Unknown
            && path.AsSpan().TrimStart("\"'".AsSpan()).StartsWith("$".AsSpan(), StringComparison.Ordinal);
        return !startsWithUnknown && !IsAbsolute(expanded.Value);
    }

    internal static bool IsAbsolute(string path) =>
        path.Length > 0 && (path[0] is '/' or '\\' || (path.Length > 1 && path[1] == ':' && char.IsLetter(path[0])));
}

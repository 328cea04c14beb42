using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Instructions;

[Rule("DL3045")]
internal sealed partial class RelativeCopyDestination : DockerfileRule
{
    public override void VisitCopy(CopyInstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (instruction.Destination is not { } destination)
        {
            return;
        }

        bool isCompatible = Compatibility(context) == "hadolint";
        ExpandedText path = isCompatible
            ? new ExpandedText(destination.Text.Trim('"', '\''), Certainty.Known)
            : context.Expand(destination);
        bool startsWithVariable = destination
            .AsSpan()
            .TrimStart("\"'".AsSpan())
            .StartsWith("$".AsSpan(), StringComparison.Ordinal);
        if (
            path.Value.Length == 0
            || IsAbsolute(path.Value)
            || (startsWithVariable && (isCompatible || path.Certainty == Certainty.Unknown))
        )
        {
            return;
        }

        bool hasWorkdir = context.Stage is { } stage
            ? stage.HasBefore(instruction, InstructionKind.Workdir)
            : HasWorkdirBefore(instruction, context);
        if (!hasWorkdir)
        {
            context.Report(destination.Span, Message(destination: destination.Text));
        }
    }

    private static bool IsAbsolute(string path) =>
        path[0] is '/' or '\\' || (path.Length > 1 && path[1] == ':' && char.IsLetter(path[0]));

    /// <summary>Without any stage.</summary>
    private static bool HasWorkdirBefore(InstructionSyntax instruction, DockerfileRuleContext context) =>
        context.Model.Preamble.FirstOrDefault(other => other.Kind == InstructionKind.Workdir) is { } workdir
        && workdir.Span.Start < instruction.Span.Start;
}

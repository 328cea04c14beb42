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

        ExpandedText path = context.Expand(destination);
        bool startsWithVariable = destination
            .AsSpan()
            .TrimStart("\"'".AsSpan())
            .StartsWith("$".AsSpan(), StringComparison.Ordinal);
        if (
            path.Value.Length > 0
            && !IsAbsolute(path.Value)
            && !(startsWithVariable && path.Certainty == Certainty.Unknown)
            && !HasWorkdirBefore(instruction, context)
        )
        {
            context.Report(destination.Span, Message(destination: destination.Text));
        }
    }

    internal static bool IsAbsolute(string path) =>
        path[0] is '/' or '\\' || (path.Length > 1 && path[1] == ':' && char.IsLetter(path[0]));

    /// <summary>Whether the stage has a WORKDIR before an instruction; a file may have no stage.</summary>
    internal static bool HasWorkdirBefore(InstructionSyntax instruction, DockerfileRuleContext context) =>
        context.Stage is { } stage
            ? stage.HasBefore(instruction, InstructionKind.Workdir)
            : context.Model.Preamble.FirstOrDefault(other => other.Kind == InstructionKind.Workdir) is { } workdir
                && workdir.Span.Start < instruction.Span.Start;
}

using DockerfileLint.Semantics;
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
        Fact<string> expanded = context.Expand(destination);
        string path = isCompatible ? destination.Text.Trim('"', '\'') : expanded.DisplayText;
        bool startsWithVariable = destination
            .AsSpan()
            .TrimStart("\"'".AsSpan())
            .StartsWith("$".AsSpan(), StringComparison.Ordinal);
        if (
            path.Length == 0
            || IsAbsolute(path)
            || (startsWithVariable && (isCompatible || !expanded.TryGetValue(out _)))
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

using DockerfileLint.Diagnostics;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Instructions;

/// <summary>What the rules about instructions that replace an earlier one share.</summary>
internal static class OverriddenInstruction
{
    /// <summary>Reports an instruction where an earlier one of its stage loses its effect.</summary>
    internal static void Check(InstructionSyntax instruction, DiagnosticMessage message, DockerfileRuleContext context)
    {
        if (context.Model.GetOverridden(instruction) is { } overridden)
        {
            Report(instruction, message, overridden, "This instruction has no effect.", context);
        }
    }

    /// <summary>Reports the instruction that loses its effect, at the later one.</summary>
    internal static void CheckEarlier(
        InstructionSyntax instruction,
        DiagnosticMessage message,
        DockerfileRuleContext context
    )
    {
        if (context.Model.GetOverridden(instruction) is { } overridden)
        {
            Report(overridden, message, instruction, "This instruction takes its place.", context);
        }
    }

    private static void Report(
        InstructionSyntax instruction,
        DiagnosticMessage message,
        InstructionSyntax other,
        string explanation,
        DockerfileRuleContext context
    ) =>
        context.Report(
            instruction.KeywordSpan,
            message,
            related: [new RelatedLocation(new Location(context.File, other.KeywordSpan), explanation)]
        );
}

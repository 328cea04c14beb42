using DockerfileLint.Diagnostics;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Text;

namespace DockerfileLint.Rules.Instructions;

/// <summary>What the rules about instructions that replace an earlier one share.</summary>
internal static class OverriddenInstruction
{
    /// <summary>
    /// Reports an instruction where an earlier one of its stage loses its effect; BuildKit points at the earlier one.
    /// </summary>
    internal static void Check(
        InstructionSyntax instruction,
        string compatibility,
        DiagnosticMessage message,
        DockerfileRuleContext context
    )
    {
        if (context.Model.GetOverridden(instruction) is { } overridden)
        {
            bool isEarlierReported = compatibility == "buildkit";
            InstructionSyntax reported = isEarlierReported ? overridden : instruction;
            InstructionSyntax other = isEarlierReported ? instruction : overridden;
            string explanation = isEarlierReported
                ? "This instruction takes its place."
                : "This instruction has no effect.";
            context.Report(
                reported.KeywordSpan,
                message,
                related: [new RelatedLocation(new SourceSpan(context.File, other.KeywordSpan), explanation)]
            );
        }
    }
}

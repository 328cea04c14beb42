using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules;

/// <summary>Tells rules about the size of images whether a layer is part of one.</summary>
internal static class ShippedStages
{
    /// <summary>
    /// Whether what an instruction writes comes into an image: it stands in the final stage or in one that another
    /// stage is built on. Triggers and instructions outside stages count.
    /// </summary>
    internal static bool IsShipped(this DockerfileRuleContext context, InstructionSyntax instruction) =>
        context.Stage is not { } stage
        || instruction.IsTrigger
        || stage.IsFinal
        || context.Model.BuildGraph.IsBase(stage);
}

using System.Collections.Immutable;
using DockerfileLint.Diagnostics;
using DockerfileLint.Rules;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Tests.Testing;

/// <summary>A rule as another assembly writes it, without the generator.</summary>
internal sealed class OwnRule(
    string id,
    Action<RunInstructionSyntax, DockerfileRuleContext>? onRun = null,
    Action<Stage, DockerfileRuleContext>? onStage = null,
    ImmutableArray<string> supersedes = default,
    ImmutableArray<RuleTier> tiers = default,
    bool visitsTriggers = false
) : DockerfileRule
{
    private static readonly MessageTemplate Template = new("default", "Own.");

    public override RuleDescriptor Descriptor { get; } =
        new(id, $"own-{id.ToLowerInvariant()}", [Template], Severity.Warning)
        {
            Tiers = tiers.IsDefault ? [new RuleTier("soft", Severity.Info)] : tiers,
            Supersedes = supersedes.IsDefault ? [] : supersedes,
        };

    public override bool VisitsTriggers => visitsTriggers;

    internal static DiagnosticMessage NewMessage() => new(Template);

    public override void VisitRun(RunInstructionSyntax instruction, DockerfileRuleContext context) =>
        onRun?.Invoke(instruction, context);

    public override void VisitStage(Stage stage, DockerfileRuleContext context) => onStage?.Invoke(stage, context);
}

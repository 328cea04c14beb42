using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Diagnostics;

namespace DockerfileLint.Rules;

/// <summary>
/// A rule: it visits the semantic model and reports spans. Rules keep no state and know neither severity, suppression,
/// configuration files nor output.
/// </summary>
/// <remarks>
/// Derive from <see cref="DockerfileRule"/> or <see cref="ComposeRule"/>. The rules of this library get
/// <see cref="Descriptor"/> generated from their pages; others write it by hand.
/// </remarks>
[Experimental(ExperimentalApi.Id)]
public abstract class Rule
{
    private protected Rule() { }

    /// <summary>What is known about the rule without running it.</summary>
    public abstract RuleDescriptor Descriptor { get; }
}

using System.Collections.Immutable;
using DockerfileLint.Diagnostics;
using Microsoft.CodeAnalysis;

namespace DockerfileLint.Analyzers;

/// <summary>Takes what is found at an operation.</summary>
internal sealed class FindingSink(Action<Microsoft.CodeAnalysis.Diagnostic> report)
{
    private readonly Action<Microsoft.CodeAnalysis.Diagnostic> _report = report;

    internal void Report(
        IOperation place,
        RuleDescriptor rule,
        string message,
        string? tier = null,
        ImmutableDictionary<string, string?>? properties = null
    ) => _report(ContainerRules.CreateDiagnostic(rule, tier, place.Syntax.GetLocation(), properties, message));
}

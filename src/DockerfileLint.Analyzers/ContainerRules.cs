using System.Collections.Immutable;
using DockerfileLint.Diagnostics;
using Microsoft.CodeAnalysis;
using RoslynDescriptor = Microsoft.CodeAnalysis.DiagnosticDescriptor;

namespace DockerfileLint.Analyzers;

/// <summary>
/// The rules of the catalogue that containers declared in C# are held against, as the compiler knows them. Severity,
/// title and help come from their pages, messages from whoever reports.
/// </summary>
internal static class ContainerRules
{
    private static readonly RuleDescriptor[] Rules =
    [
        RuleDescriptors.HostPidNamespace,
        RuleDescriptors.HostIpcNamespace,
        RuleDescriptors.HostNetwork,
        RuleDescriptors.HostUtsNamespace,
        RuleDescriptors.HostUserNamespace,
        RuleDescriptors.HostCgroupNamespace,
        RuleDescriptors.HostSystemMounted,
        RuleDescriptors.EngineSocketMounted,
        RuleDescriptors.HostDataMounted,
        RuleDescriptors.HostServiceSocket,
        RuleDescriptors.Privileged,
        RuleDescriptors.UserIsRoot,
        RuleDescriptors.EscapeCapability,
        RuleDescriptors.SeccompUnconfined,
        RuleDescriptors.ApparmorUnconfined,
        RuleDescriptors.SelinuxDisabled,
        RuleDescriptors.UnmaskedSystemPaths,
        RuleDescriptors.EscapeDevice,
        RuleDescriptors.RiskyCapability,
        RuleDescriptors.HostDevice,
        RuleDescriptors.AdminPortPublished,
        RuleDescriptors.SshPortPublished,
        RuleDescriptors.SecretInEnvironment,
        RuleDescriptors.ComposeSecretValue,
        RuleDescriptors.UnpinnedImage,
        RuleDescriptors.UnsupportedImage,
    ];

    private static readonly Dictionary<string, RoslynDescriptor> ById = Rules.ToDictionary(
        rule => rule.Id,
        ToRoslyn,
        StringComparer.Ordinal
    );

    /// <summary>All of them.</summary>
    internal static ImmutableArray<RoslynDescriptor> All { get; } = [.. ById.Values];

    /// <summary>A finding of a rule, with the severity of its tier unless a configuration sets another.</summary>
    internal static Microsoft.CodeAnalysis.Diagnostic CreateDiagnostic(
        RuleDescriptor rule,
        string? tier,
        Microsoft.CodeAnalysis.Location location,
        ImmutableDictionary<string, string?>? properties,
        string message
    ) =>
        Microsoft.CodeAnalysis.Diagnostic.Create(
            ById[rule.Id],
            location,
            ToRoslyn(rule.GetDefaultSeverity(tier)),
            additionalLocations: null,
            properties,
            message
        );

    private static RoslynDescriptor ToRoslyn(RuleDescriptor rule) =>
        new(
            rule.Id,
            rule.Title,
            "{0}",
            rule.Category,
            ToRoslyn(rule.DefaultSeverity),
            isEnabledByDefault: rule.DefaultSeverity != Severity.Off,
            rule.Summary,
            rule.HelpUri
        );

    private static DiagnosticSeverity ToRoslyn(Severity severity) =>
        severity switch
        {
            Severity.Error => DiagnosticSeverity.Error,
            Severity.Warning => DiagnosticSeverity.Warning,
            Severity.Info or Severity.Style => DiagnosticSeverity.Info,
            _ => DiagnosticSeverity.Hidden,
        };
}

using System.Collections.Immutable;
using DockerfileLint.Diagnostics;

namespace DockerfileLint.Rules;

/// <summary>The rules of this library; filled by the source generator.</summary>
public static partial class RuleCatalog
{
    /// <summary>The rule classes by id.</summary>
    public static ImmutableArray<Rule> Rules => [];

    /// <summary>All descriptors by id, those of parsers and notifications included.</summary>
    public static ImmutableArray<RuleDescriptor> Descriptors => [];
}

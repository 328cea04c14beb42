using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Diagnostics;

namespace DockerfileLint.Rules;

/// <summary>
/// The rules of this library. The generator fills it from the pages in <c>rules/</c> and the classes with
/// <see cref="RuleAttribute"/>.
/// </summary>
[Experimental(ExperimentalApi.Id)]
public static partial class RuleCatalog
{
    /// <summary>One instance of each rule, by id in ordinal order; what peers do instead is not among them.</summary>
    public static partial ImmutableArray<Rule> Rules { get; }

    /// <summary>All descriptors by id in ordinal order, those of parsers and notifications included.</summary>
    public static partial ImmutableArray<RuleDescriptor> Descriptors { get; }

    /// <summary>One instance of each class for a behaviour, by id in ordinal order.</summary>
    internal static partial ImmutableArray<Rule> GetRulesOf(RuleBehaviour behaviour);
}

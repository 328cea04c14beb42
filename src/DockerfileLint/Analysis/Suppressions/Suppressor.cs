using DockerfileLint.Diagnostics;
using DockerfileLint.Text;

namespace DockerfileLint.Analysis.Suppressions;

/// <summary>A suppression comment and the part of the file that it covers. Immutable.</summary>
internal sealed class Suppressor(SuppressionComment comment, TextSpan coverage)
{
    internal SuppressionComment Comment => comment;

    internal TextSpan Coverage => coverage;

    /// <summary>Whether the comment turns an experimental check on, in the part that it covers.</summary>
    internal bool Enables(RuleDescriptor rule)
    {
        foreach (NamedSpan named in comment.Experimental)
        {
            if (rule.IsExperimental && HasAlias(rule, "buildkit", named.Name))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a rule is an experimental check and one of some names, which <c>all</c> stands for.</summary>
    internal static bool IsExperimentalCheck(RuleDescriptor rule, HashSet<string> names)
    {
        if (!rule.IsExperimental)
        {
            return false;
        }

        foreach (RuleAlias alias in rule.Aliases)
        {
            if (alias.Peer == "buildkit" && (names.Contains("all") || alias.Ids.Any(names.Contains)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a rule is one of BuildKit's checks.</summary>
    internal static bool IsBuildKitCheck(RuleDescriptor rule) => HasAlias(rule, "buildkit", "all");

    private static bool HasAlias(RuleDescriptor rule, string peer, string name)
    {
        foreach (RuleAlias alias in rule.Aliases)
        {
            if (alias.Peer == peer && (name == "all" || alias.Ids.Contains(name)))
            {
                return true;
            }
        }

        return false;
    }
}

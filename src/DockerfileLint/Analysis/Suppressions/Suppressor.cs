using DockerfileLint.Diagnostics;
using DockerfileLint.Text;

namespace DockerfileLint.Analysis.Suppressions;

/// <summary>A suppression comment and the part of the file that it covers.</summary>
internal sealed class Suppressor(SuppressionComment comment, TextSpan coverage)
{
    private readonly bool[] _used = new bool[comment.Rules.Length];

    internal SuppressionComment Comment => comment;

    internal TextSpan Coverage => coverage;

    /// <summary>Whether a rule of the comment has suppressed something.</summary>
    /// <param name="index">0-based place in the comment's list.</param>
    internal bool IsUsed(int index) => _used[index];

    internal bool Names(RuleDescriptor rule) => Array.Exists([.. comment.Rules], named => Names(named.Name, rule));

    /// <summary>Remembers that a finding of a rule is suppressed.</summary>
    internal void Use(RuleDescriptor rule)
    {
        for (int i = 0; i < _used.Length; i++)
        {
            _used[i] |= Names(comment.Rules[i].Name, rule);
        }
    }

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

    /// <summary>Whether a rule is one of BuildKit's checks.</summary>
    internal static bool IsBuildKitCheck(RuleDescriptor rule) => HasAlias(rule, "buildkit", "all");

    private bool Names(string name, RuleDescriptor rule) =>
        comment.Dialect switch
        {
            SuppressionDialects.Own => rule.IsKnownAs(name),
            SuppressionDialects.Hadolint => rule.IsHadolintRule(name),
            _ => !rule.IsExperimental && HasAlias(rule, "buildkit", name),
        };

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

using DockerfileLint.Diagnostics;

namespace DockerfileLint.Analysis.Suppressions;

/// <summary>
/// The suppressions of a file by the names in their lists, so that each rule finds its own however many there are.
/// </summary>
internal sealed class SuppressionNames
{
    private readonly Dictionary<string, List<Suppressor>> _own = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<Suppressor>> _hadolint = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Suppressor>> _buildKit = new(StringComparer.Ordinal);

    // Those of other tools, by tool and id.
    private readonly Dictionary<string, List<Suppressor>> _peers = new(StringComparer.OrdinalIgnoreCase);

    internal SuppressionNames(List<Suppressor> suppressors)
    {
        foreach (Suppressor suppressor in suppressors)
        {
            Dictionary<string, List<Suppressor>> table = suppressor.Comment.Dialect switch
            {
                SuppressionDialects.Own => _own,
                SuppressionDialects.Hadolint => _hadolint,
                SuppressionDialects.BuildKit => _buildKit,
                _ => _peers,
            };
            string peer = table == _peers ? GetPeer(suppressor.Comment.Dialect) + ":" : "";
            foreach (NamedSpan rule in suppressor.Comment.Rules)
            {
                string name = peer + rule.Name;
                if (!table.TryGetValue(name, out List<Suppressor>? named))
                {
                    named = [];
                    table.Add(name, named);
                }

                // A list may repeat a name.
                if (named.Count == 0 || named[named.Count - 1] != suppressor)
                {
                    named.Add(suppressor);
                }
            }
        }
    }

    /// <summary>The suppressions that name a rule, each once.</summary>
    internal HashSet<Suppressor> Find(RuleDescriptor rule)
    {
        var found = new HashSet<Suppressor>();
        if (_own.Count > 0)
        {
            Add(found, _own, rule.Id);
            Add(found, _own, rule.Name);
        }

        Add(found, _hadolint, rule.Id);
        if (_peers.Count > 0)
        {
            AddPeers(found, rule);
        }

        foreach (RuleAlias alias in rule.Aliases)
        {
            bool isCheck = alias.Peer == "buildkit" && !rule.IsExperimental;
            if (isCheck)
            {
                Add(found, _buildKit, "all");
            }

            foreach (string id in alias.Ids)
            {
                Add(found, _own, id);
                if (alias.Peer == "hadolint")
                {
                    Add(found, _hadolint, id);
                }
                else if (isCheck)
                {
                    Add(found, _buildKit, id);
                }
            }
        }

        return found;
    }

    private static string GetPeer(SuppressionDialects dialect) => dialect.ToString().ToLowerInvariant();

    private void AddPeers(HashSet<Suppressor> found, RuleDescriptor rule)
    {
        // tally knows hadolint's ids.
        Add(found, _peers, "tally:" + SuppressionComment.AllRules);
        Add(found, _peers, "tally:" + rule.Id);
        foreach (RuleAlias alias in rule.Aliases)
        {
            string peer = alias.Peer == "hadolint" ? "tally" : alias.Peer;
            Add(found, _peers, peer + ":" + SuppressionComment.AllRules);
            foreach (string id in alias.Ids)
            {
                Add(found, _peers, peer + ":" + id);
            }
        }
    }

    private static void Add(HashSet<Suppressor> found, Dictionary<string, List<Suppressor>> table, string name)
    {
        if (table.Count > 0 && table.TryGetValue(name, out List<Suppressor>? named))
        {
            found.UnionWith(named);
        }
    }
}

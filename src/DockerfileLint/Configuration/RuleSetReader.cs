using System.Collections.Immutable;
using DockerfileLint.Diagnostics;
using DockerfileLint.Syntax;
using DockerfileLint.Syntax.Yaml;

namespace DockerfileLint.Configuration;

/// <summary>
/// Reads the <c>rules</c> of a preset: a mapping from an id, a name or a prefix with <c>*</c> to a severity, to
/// <c>on</c> (the rule's own severity, or the one it has once enabled), to <c>default</c> (its page's severity, off
/// included), or to <c>{severity, behaviour, options}</c>.
/// Later entries win.
/// </summary>
internal static class RuleSetReader
{
    /// <exception cref="FormatException">The file is not what it should be; the message has the place.</exception>
    internal static RuleSet Apply(YamlSyntaxTree tree, RuleSet rules)
    {
        if (tree.Diagnostics.Length > 0)
        {
            throw new FormatException(tree.Diagnostics[0].ToString());
        }

        YamlNodeSyntax? root = tree.Root.Documents.Count > 0 ? tree.Root.Documents[0].Content : null;
        if ((root as YamlMappingSyntax)?.FindValue("rules") is not YamlMappingSyntax entries)
        {
            throw new FormatException($"{tree.File.Path} has no mapping 'rules'.");
        }

        foreach (YamlPairSyntax entry in entries.Pairs)
        {
            RuleDescriptor[] named = [.. Find(rules, entry.Name ?? "")];
            if (named.Length == 0)
            {
                throw Error(entry.Key, "names no rule");
            }

            foreach (RuleDescriptor rule in named)
            {
                rules = ApplyEntry(rules, rule, entry.Value);
            }
        }

        return rules;
    }

    /// <summary>What the tool says about itself is no matter of taste and stays out of patterns.</summary>
    internal static IEnumerable<RuleDescriptor> Find(RuleSet rules, string pattern) =>
        pattern.EndsWith("*", StringComparison.Ordinal)
            ? rules.Descriptors.Where(rule =>
                rule.Kind != RuleKind.Notification
                && rule.Id.StartsWith(pattern.Substring(0, pattern.Length - 1), StringComparison.Ordinal)
            )
            : rules.Find(pattern);

    private static RuleSet ApplyEntry(RuleSet rules, RuleDescriptor rule, YamlNodeSyntax value)
    {
        if (value is YamlScalarSyntax scalar)
        {
            return ApplySeverity(rules, rule, scalar);
        }

        if (value is not YamlMappingSyntax setting)
        {
            throw Error(value, "is neither a severity nor a mapping with 'severity', 'behaviour' and 'options'");
        }

        foreach (YamlPairSyntax pair in setting.Pairs)
        {
            rules = (pair.Name, pair.Value) switch
            {
                ("severity", YamlScalarSyntax severity) => ApplySeverity(rules, rule, severity),
                ("behaviour", YamlScalarSyntax behaviour) => ApplyBehaviour(rules, rule, behaviour),
                ("options", YamlMappingSyntax options) => options.Pairs.Aggregate(
                    rules,
                    (current, option) => ApplyOption(current, rule, option)
                ),
                _ => throw Error(pair, "is none of 'severity', 'behaviour' and 'options'"),
            };
        }

        return rules;
    }

    private static RuleSet ApplySeverity(RuleSet rules, RuleDescriptor rule, YamlScalarSyntax value) =>
        SeverityWord.Apply(rules, rule, value.Value)
        ?? throw Error(value, "is no severity; allowed are error, warning, info, style, off, on and default");

    private static RuleSet ApplyBehaviour(RuleSet rules, RuleDescriptor rule, YamlScalarSyntax value)
    {
        ImmutableArray<RuleBehaviour> allowed = rule.Behaviours.Insert(0, RuleBehaviour.Own);
        foreach (RuleBehaviour behaviour in allowed)
        {
            if (GetName(behaviour) == value.Value)
            {
                return rules.WithBehaviour(rule, behaviour);
            }
        }

        throw Error(value, $"is no behaviour of {rule.Id}; allowed are {string.Join(", ", allowed.Select(GetName))}");
    }

    internal static string GetName(RuleBehaviour behaviour) => behaviour.ToString().ToLowerInvariant();

    private static RuleSet ApplyOption(RuleSet rules, RuleDescriptor rule, YamlPairSyntax pair)
    {
        if (rule.FindOption(pair.Name ?? "") is not { } option)
        {
            throw Error(
                pair.Key,
                rule.Options.IsEmpty
                    ? $"is no option of {rule.Id}, which has none"
                    : $"is no option of {rule.Id}; its options are "
                        + string.Join(", ", rule.Options.Select(each => each.Name))
            );
        }

        object value =
            ReadValue(option, pair.Value)
            ?? throw Error(pair.Value, $"is no value of '{option.Name}'; allowed: {option.Allowed}");
        return rules.WithOptions(rule, rules.GetOptions(rule).With(option, value));
    }

    /// <summary>
    /// The value, or <c>null</c> where it is not allowed. A list may be written as one text or as a sequence.
    /// </summary>
    internal static object? ReadValue(RuleOption option, YamlNodeSyntax node) =>
        node switch
        {
            YamlScalarSyntax scalar => option.Parse(scalar.Value),
            YamlSequenceSyntax sequence
                when option is RuleOption<ImmutableArray<string>>
                    && sequence.Items.All(item => item is YamlScalarSyntax) => ImmutableArray.CreateRange(
                sequence.Items.Select(item => ((YamlScalarSyntax)item).Value)
            ),
            _ => null,
        };

    private static FormatException Error(SyntaxNode node, string problem) =>
        new($"{node.Tree.File.Path}:{node.Tree.Text.GetLinePosition(node.Span.Start)}: '{node}' {problem}.");
}

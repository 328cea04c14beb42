using System.Collections.Immutable;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Text;

namespace DockerfileLint.Rules.Labels;

/// <summary>
/// The labels of the option <c>label-schema</c>: items <c>name:type</c>; without a type, any text will do.
/// </summary>
internal sealed class RequiredLabels
{
    private readonly Dictionary<string, string> _types = new(StringComparer.Ordinal);

    private RequiredLabels(ImmutableArray<string> items)
    {
        foreach (string item in items)
        {
            int colon = item.LastIndexOf(':');
            string name = (colon < 0 ? item : item.Substring(0, colon)).Trim();
            if (name.Length > 0)
            {
                _types[name] = colon < 0 ? "text" : item.Substring(colon + 1).Trim();
            }
        }
    }

    /// <summary>The keys that images must have.</summary>
    internal IEnumerable<string> Keys => _types.Keys;

    /// <summary>The labels of the running rule's option.</summary>
    internal static RequiredLabels Of(RuleContext context, ImmutableArray<string> items) =>
        context.GetIndex(items, static items => new RequiredLabels(items));

    /// <summary>Whether the schema knows a key.</summary>
    internal bool Contains(string key) => _types.ContainsKey(key);

    /// <summary>
    /// The labels of an instruction whose values must be of a type, are known and are not empty, which is another
    /// rule's.
    /// </summary>
    /// <param name="instruction">The LABEL.</param>
    /// <param name="items">The option.</param>
    /// <param name="type">One type of the option.</param>
    /// <param name="context">The visited file.</param>
    internal static IEnumerable<LabelValue> Find(
        LabelInstructionSyntax instruction,
        ImmutableArray<string> items,
        string type,
        DockerfileRuleContext context
    )
    {
        if (items.Length == 0)
        {
            return [];
        }

        RequiredLabels required = Of(context, items);
        return LabelValue
            .Find(instruction, context)
            .Where(label => label.Value.Length > 0 && required.IsOfType(label.Key, type));
    }

    /// <summary>Whether the value of a key must be of a type.</summary>
    internal bool IsOfType(string key, string type) =>
        _types.TryGetValue(key, out string? declared) && declared == type;
}

/// <summary>A label whose key and value are known.</summary>
/// <param name="Pair">The label as it is written.</param>
/// <param name="Word">The value as it is written.</param>
/// <param name="Key">The key after expansion.</param>
/// <param name="Value">The value after expansion.</param>
internal readonly record struct LabelValue(KeyValueSyntax Pair, WordSyntax Word, string Key, string Value)
{
    /// <summary>What a finding about the value underlines.</summary>
    internal TextSpan ReportedSpan => Word.Span.IsEmpty ? Pair.Span : Word.Span;

    /// <summary>The labels of an instruction, those with variables of unknown value left out.</summary>
    internal static IEnumerable<LabelValue> Find(LabelInstructionSyntax instruction, DockerfileRuleContext context)
    {
        foreach (KeyValueSyntax pair in instruction.Pairs)
        {
            if (
                pair.Value is { } word
                && context.Expand(pair.Key).TryGetValue(out string? key)
                && context.Expand(word).TryGetValue(out string? value)
            )
            {
                yield return new LabelValue(pair, word, key, value);
            }
        }
    }
}

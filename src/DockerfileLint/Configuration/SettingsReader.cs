using System.Collections.Immutable;
using DockerfileLint.Diagnostics;
using DockerfileLint.Syntax.Yaml;
using DockerfileLint.Text;

namespace DockerfileLint.Configuration;

/// <summary>
/// Reads values out of a configuration file. Every problem has its place and says what is allowed there.
/// </summary>
internal abstract class SettingsReader(YamlSyntaxTree tree)
{
    private readonly List<Notification> _problems = [];

    /// <summary>What was found wrong, in text order.</summary>
    internal ImmutableArray<Notification> GetProblems() =>
        [.. _problems.OrderBy(problem => problem.Location!.Span.Start)];

    /// <summary>The pairs of the file's one document; none where it is empty or no YAML.</summary>
    /// <param name="allowed">The keys that it may have.</param>
    private protected IReadOnlyList<YamlPairSyntax> ReadDocument(ReadOnlySpan<string> allowed)
    {
        foreach (Diagnostic diagnostic in tree.Diagnostics)
        {
            AddError(diagnostic.Location.Span, InvalidConfigurationMessages.Default(GetText(diagnostic.Location.Span)));
        }

        IReadOnlyList<YamlDocumentSyntax> documents = tree.Root.Documents;
        if (documents.Count > 1)
        {
            AddError(documents[1].Span, InvalidConfigurationMessages.SecondDocument(GetText(documents[1].Span)));
        }

        // Of a file that is no YAML nobody knows what its parts were meant to be.
        return
            tree.Diagnostics.Length > 0
            || documents.Count == 0
            || documents[0].Content.Resolved is YamlScalarSyntax { IsNull: true }
            ? []
            : ReadPairs(documents[0].Content, tree.File.Path, allowed);
    }

    /// <summary>The items of a list; none where nothing is given.</summary>
    private protected IReadOnlyList<YamlNodeSyntax> ReadList(YamlPairSyntax pair)
    {
        switch (pair.Value.Resolved)
        {
            case YamlSequenceSyntax sequence:
                return sequence.Items;
            case YamlScalarSyntax { IsNull: true }:
                return [];
            default:
                AddWrongType(pair.Value, pair.Name!, "a list");
                return [];
        }
    }

    /// <summary>The pairs of a mapping; none where nothing is given.</summary>
    private protected IEnumerable<YamlPairSyntax> ReadMapping(YamlPairSyntax pair, ReadOnlySpan<string> allowed) =>
        pair.Value.Resolved is YamlScalarSyntax { IsNull: true } ? [] : ReadPairs(pair.Value, pair.Name!, allowed);

    /// <summary>The pairs of a mapping, merged ones included.</summary>
    /// <param name="node">The mapping.</param>
    /// <param name="name">What it belongs to, for the message.</param>
    /// <param name="allowed">The keys that it may have; any where there is none.</param>
    private protected List<YamlPairSyntax> ReadPairs(YamlNodeSyntax node, string name, ReadOnlySpan<string> allowed)
    {
        if (node.Resolved is not YamlMappingSyntax mapping)
        {
            AddWrongType(node, name, "keys with values");
            return [];
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (YamlPairSyntax pair in mapping.Pairs)
        {
            if (!pair.IsMerge && pair.Name is { } key && !seen.Add(key))
            {
                AddError(pair.Key.ContentSpan, InvalidConfigurationMessages.RepeatedKey(key));
            }
        }

        var pairs = new List<YamlPairSyntax>();
        foreach (YamlPairSyntax pair in mapping.GetEffectivePairs())
        {
            if (pair.Name is null || (!allowed.IsEmpty && allowed.IndexOf(pair.Name) < 0))
            {
                AddUnknownKey(pair.Key, allowed);
            }
            else
            {
                pairs.Add(pair);
            }
        }

        return pairs;
    }

    private void AddUnknownKey(YamlNodeSyntax key, ReadOnlySpan<string> allowed)
    {
        string name = GetText(key.ContentSpan);
        string list = string.Join(", ", allowed.ToArray());
        AddError(
            key.ContentSpan,
            SpellChecker.GetSuggestion(name.AsSpan(), allowed) is { } nearest
                ? InvalidConfigurationMessages.MisspelledKey(name, nearest, list)
                : InvalidConfigurationMessages.UnknownKey(name, list)
        );
    }

    private protected bool? ReadBoolean(YamlPairSyntax pair)
    {
        // hadolint's reader follows YAML 1.1, where these words are truth values too.
        switch ((pair.Value.Resolved as YamlScalarSyntax)?.Value.ToLowerInvariant())
        {
            case "true" or "yes" or "on":
                return true;
            case "false" or "no" or "off":
                return false;
            default:
                if (pair.Value.Resolved is not YamlScalarSyntax { IsNull: true })
                {
                    AddWrongType(pair.Value, pair.Name!, "true or false");
                }

                return null;
        }
    }

    /// <summary>A text that is one of a list; <c>null</c> where it is not, or nothing is given.</summary>
    private protected string? ReadWord(YamlNodeSyntax node, string name, ImmutableArray<string> allowed)
    {
        if (
            node.Resolved is YamlScalarSyntax { IsNull: true, Style: YamlScalarStyle.Plain }
            && node.Parent is YamlPairSyntax
        )
        {
            return null;
        }

        if (ReadText(node, name) is not { } word)
        {
            return null;
        }

        if (allowed.Contains(word))
        {
            return word;
        }

        AddUnknownValue(node, word, name, allowed.AsSpan());
        return null;
    }

    private protected void AddUnknownValue(YamlNodeSyntax node, string word, string name, ReadOnlySpan<string> allowed)
    {
        string list = string.Join(", ", allowed.ToArray());
        AddError(
            node.ContentSpan,
            SpellChecker.GetSuggestion(word.AsSpan(), allowed) is { } nearest
                ? InvalidConfigurationMessages.MisspelledValue(word, name, nearest, list)
                : InvalidConfigurationMessages.UnknownValue(word, name, list)
        );
    }

    private protected string? ReadText(YamlNodeSyntax node, string name)
    {
        if (node.Resolved is YamlScalarSyntax { IsNull: false, Value.Length: > 0 } scalar)
        {
            return scalar.Value;
        }

        AddWrongType(node, name, "a text");
        return null;
    }

    private protected void AddWrongType(YamlNodeSyntax node, string name, string expected)
    {
        string actual = node.Resolved switch
        {
            YamlMappingSyntax => "keys with values",
            YamlSequenceSyntax => "a list",
            YamlScalarSyntax { IsNull: false } => GetText(node.ContentSpan),
            _ => "nothing",
        };
        AddError(node.ContentSpan, InvalidConfigurationMessages.WrongType(name, actual, expected));
    }

    private protected void AddError(TextSpan span, DiagnosticMessage message) =>
        Add(RuleDescriptors.InvalidConfiguration, span, message);

    /// <summary>Adds what does not keep the configuration from being applied.</summary>
    private protected void AddWarning(TextSpan span, DiagnosticMessage message) =>
        _problems.Add(
            new Notification(RuleDescriptors.InvalidConfiguration, message, tree.File.Path, At(span))
            {
                Severity = Severity.Warning,
            }
        );

    private protected void Add(RuleDescriptor rule, TextSpan span, DiagnosticMessage message) =>
        _problems.Add(new Notification(rule, message, tree.File.Path, At(span)));

    private protected Location At(TextSpan span) => new(new SourceSpan(tree.File, span));

    /// <summary>The start of a span's first line.</summary>
    private protected string GetText(TextSpan span)
    {
        string text = tree.Text.ToString(
            new TextSpan(span.Start, Math.Min(span.Length, AnalysisBudget.MaxQuoteLength))
        );
        int end = text.IndexOfAny(['\n', '\r']);
        return end < 0 ? text : text.Substring(0, end);
    }
}

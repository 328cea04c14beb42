using System.Globalization;
using System.Text;
using System.Text.Json;
using DockerfileLint.Analysis.Languages;
using DockerfileLint.Diagnostics;

namespace DockerfileLint.Reporting;

/// <summary>The descriptors that a run refers to, in order of first use.</summary>
internal sealed class SarifDescriptors
{
    /// <summary>More tags are not shown, and from 21 on a code-scanning service refuses the file.</summary>
    private const int MaximumTags = 10;

    private readonly List<(RuleDescriptor Rule, Language? Language)> _descriptors = [];
    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);
    private readonly SortedDictionary<int, Severity> _overrides = [];
    private readonly Dictionary<int, Severity> _worst = [];

    internal int Count => _descriptors.Count;

    /// <summary>SARIF's word for a severity.</summary>
    internal static string GetLevel(Severity severity) =>
        severity switch
        {
            Severity.Error => "error",
            Severity.Warning => "warning",
            Severity.Off => "none",
            _ => "note",
        };

    /// <summary>
    /// The weight of a rule about security from 0.1 to 10, within the band that consumers take for the same level:
    /// they show it in the place of the level. <c>null</c> for other rules.
    /// </summary>
    internal static double? GetSecuritySeverity(RuleDescriptor rule, Severity severity) =>
        rule.SecuritySeverity is not { } security
            ? null
            : severity switch
            {
                Severity.Error => Math.Max(security, 7.0),
                Severity.Warning => Math.Min(Math.Max(security, 4.0), 6.9),
                _ => Math.Min(security, 3.9),
            };

    /// <summary>
    /// Weight between 0 and 100. Consumers read it before the level, so that it must say what <c>security-severity</c>
    /// says.
    /// </summary>
    internal static double GetRank(RuleDescriptor rule, Severity severity) =>
        GetSecuritySeverity(rule, severity) is { } security
            ? Math.Round(security * 10, 1)
            : severity switch
            {
                Severity.Error => 70,
                Severity.Warning => 50,
                Severity.Info => 20,
                _ => 10,
            };

    /// <summary>0-based index of a descriptor, which is added where it is new.</summary>
    /// <param name="rule">The descriptor.</param>
    /// <param name="language">The language of the file that it reports, or <c>null</c>.</param>
    internal int GetIndex(RuleDescriptor rule, Language? language)
    {
        if (!_indexes.TryGetValue(rule.Id, out int index))
        {
            index = _descriptors.Count;
            _indexes.Add(rule.Id, index);
            _descriptors.Add((rule, language));
        }

        return index;
    }

    /// <summary>Remembers the most severe finding of a rule, which its weight for security agrees with.</summary>
    internal void AddSeverity(int index, Severity severity)
    {
        if (!_worst.TryGetValue(index, out Severity worst) || severity > worst)
        {
            _worst[index] = severity;
        }
    }

    /// <summary>
    /// Remembers that a configuration gave a finding of a rule another severity than the rule has by default.
    /// </summary>
    internal void Override(int index, Severity severity)
    {
        if (!_overrides.ContainsKey(index))
        {
            _overrides.Add(index, severity);
        }
    }

    /// <summary>Writes <c>ruleConfigurationOverrides</c> of the invocation.</summary>
    internal void WriteOverrides(Utf8JsonWriter writer)
    {
        if (_overrides.Count == 0)
        {
            return;
        }

        writer.WriteStartArray("ruleConfigurationOverrides"u8);
        foreach (KeyValuePair<int, Severity> entry in _overrides)
        {
            RuleDescriptor rule = _descriptors[entry.Key].Rule;
            writer.WriteStartObject();
            writer.WriteStartObject("descriptor"u8);
            writer.WriteText("id"u8, rule.Id);
            writer.WriteNumber("index"u8, entry.Key);
            writer.WriteEndObject();
            writer.WriteStartObject("configuration"u8);
            writer.WriteBoolean("enabled"u8, true);
            writer.WriteString("level"u8, GetLevel(entry.Value));
            writer.WriteNumber("rank"u8, GetRank(rule, entry.Value));
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>Writes the descriptors as an array.</summary>
    internal void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> name, SarifTaxa taxa)
    {
        writer.WriteStartArray(name);
        for (int i = 0; i < _descriptors.Count; i++)
        {
            (RuleDescriptor rule, Language? language) = _descriptors[i];
            WriteDescriptor(writer, rule, language, taxa, _worst.TryGetValue(i, out Severity worst) ? worst : null);
        }

        writer.WriteEndArray();
    }

    private static void WriteDescriptor(
        Utf8JsonWriter writer,
        RuleDescriptor rule,
        Language? language,
        SarifTaxa taxa,
        Severity? worst
    )
    {
        writer.WriteStartObject();
        writer.WriteText("id"u8, rule.Id);
        writer.WriteText("name"u8, ToPascalCase(rule.Name));
        WriteMessage(writer, "shortDescription"u8, EndSentence(rule.Title), markdown: null);
        WriteMessage(writer, "fullDescription"u8, EndSentence(rule.Summary), markdown: null);
        WriteMessage(
            writer,
            "help"u8,
            rule.HelpUri is null ? EndSentence(rule.Summary) : $"{EndSentence(rule.Summary)} See {rule.HelpUri}",
            RulePage.GetMarkdown(rule) ?? $"# {rule.Id}: {rule.Name}\n\n{EndSentence(rule.Summary)}\n"
        );
        if (rule.HelpUri is not null)
        {
            writer.WriteText("helpUri"u8, rule.HelpUri);
        }

        writer.WriteStartObject("messageStrings"u8);
        foreach (MessageTemplate message in rule.Messages)
        {
            WriteMessage(
                writer,
                Encoding.UTF8.GetBytes(message.Id),
                message.Text,
                MessageText.ToMarkdown(message.Text)
            );
        }

        writer.WriteEndObject();
        Severity severity = rule.DefaultSeverity == Severity.Off ? rule.EnabledSeverity : rule.DefaultSeverity;
        writer.WriteStartObject("defaultConfiguration"u8);
        writer.WriteBoolean("enabled"u8, IsEnabledByDefault(rule));
        writer.WriteString("level"u8, GetLevel(severity));
        writer.WriteNumber("rank"u8, GetRank(rule, severity));
        writer.WriteEndObject();
        if (rule.Kind != RuleKind.Notification)
        {
            WriteRelationships(writer, rule, taxa);
            WriteProperties(writer, rule, language, severity, GetSecuritySeverity(rule, worst ?? severity));
        }

        writer.WriteEndObject();
    }

    private static bool IsEnabledByDefault(RuleDescriptor rule) =>
        rule.DefaultSeverity != Severity.Off || rule.Tiers.Any(tier => tier.Severity != Severity.Off);

    private static void WriteRelationships(Utf8JsonWriter writer, RuleDescriptor rule, SarifTaxa taxa)
    {
        if (rule.Cwe.IsEmpty && rule.Cis.IsEmpty && rule.Nist.IsEmpty && rule.Owasp.IsEmpty)
        {
            return;
        }

        writer.WriteStartArray("relationships"u8);
        foreach (int number in rule.Cwe.Distinct())
        {
            taxa.WriteRelationship(
                writer,
                SarifTaxonomy.Cwe,
                number.ToString(CultureInfo.InvariantCulture),
                "superset"
            );
        }

        // A section of a guide is a recommendation: a finding bears on it, but is not one of a set that it describes.
        WriteRelevant(writer, taxa, SarifTaxonomy.Cis, rule.Cis);
        WriteRelevant(writer, taxa, SarifTaxonomy.Nist, rule.Nist);
        WriteRelevant(writer, taxa, SarifTaxonomy.Owasp, rule.Owasp);
        writer.WriteEndArray();
    }

    private static void WriteRelevant(
        Utf8JsonWriter writer,
        SarifTaxa taxa,
        SarifTaxonomy taxonomy,
        IEnumerable<string> entries
    )
    {
        foreach (string entry in entries.Distinct(StringComparer.Ordinal))
        {
            taxa.WriteRelationship(writer, taxonomy, entry, "relevant");
        }
    }

    private static void WriteProperties(
        Utf8JsonWriter writer,
        RuleDescriptor rule,
        Language? language,
        Severity severity,
        double? securitySeverity
    )
    {
        writer.WriteStartObject("properties"u8);
        writer.WriteStartArray("tags"u8);
        foreach (string tag in GetTags(rule, language).Distinct(StringComparer.OrdinalIgnoreCase).Take(MaximumTags))
        {
            writer.WriteTextValue(tag);
        }

        writer.WriteEndArray();
        writer.WriteString(
            "precision"u8,
            rule.Precision switch
            {
                RulePrecision.VeryHigh => "very-high",
                RulePrecision.High => "high",
                RulePrecision.Medium => "medium",
                _ => "low",
            }
        );
        if (securitySeverity is { } security)
        {
            // A number here makes a code-scanning service refuse the file: the convention is text.
            writer.WriteString("security-severity"u8, security.ToString("0.0", CultureInfo.InvariantCulture));
        }

        writer.WriteString(
            "problem.severity"u8,
            severity switch
            {
                Severity.Error => "error",
                Severity.Warning => "warning",
                _ => "recommendation",
            }
        );
        writer.WriteEndObject();
    }

    /// <summary>The tags by importance: those that services act on come first.</summary>
    private static IEnumerable<string> GetTags(RuleDescriptor rule, Language? language)
    {
        if (rule.SecuritySeverity is not null)
        {
            yield return "security";
        }

        if (language is not null)
        {
            yield return language.Tag;
        }

        foreach (int number in rule.Cwe)
        {
            yield return "external/cwe/cwe-" + number.ToString("000", CultureInfo.InvariantCulture);
        }

        yield return rule.Category;
        foreach (string tag in rule.Tags)
        {
            yield return tag;
        }
    }

    private static void WriteMessage(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string text, string? markdown)
    {
        writer.WriteStartObject(name);
        writer.WriteText("text"u8, text);
        if (markdown is not null)
        {
            writer.WriteText("markdown"u8, markdown);
        }

        writer.WriteEndObject();
    }

    private static string EndSentence(string text) =>
        text.Length == 0 || text[text.Length - 1] is '.' or '!' or '?' ? text : text + ".";

    private static string ToPascalCase(string name)
    {
        var result = new StringBuilder(name.Length);
        bool upper = true;
        foreach (char c in name)
        {
            if (c == '-')
            {
                upper = true;
                continue;
            }

            result.Append(upper ? char.ToUpperInvariant(c) : c);
            upper = false;
        }

        return result.ToString();
    }
}

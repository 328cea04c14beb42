using System.Collections.Immutable;
using System.Globalization;

namespace DockerfileLint.Diagnostics;

/// <summary>
/// Reads the records that the generator writes for the pages: lines of a key and its values, with tabs between them.
/// </summary>
/// <remarks>
/// Text, because an object initializer per page is code that every process has to compile before it runs once: measured
/// with 152 pages, 45 ms against 8. It is read at every start, so it copies nothing twice.
/// </remarks>
internal static class RuleDescriptorReader
{
    internal static RuleDescriptor Read(string record)
    {
        string id = "",
            name = "",
            title = "",
            summary = "",
            category = "",
            helpUri = "";
        RuleKind kind = RuleKind.Rule;
        Severity severity = Severity.Off,
            enabledSeverity = Severity.Off;
        RulePrecision precision = RulePrecision.High;
        RuleStretch oncePer = RuleStretch.Place;
        double? securitySeverity = null;
        FixApplicability? fix = null;
        string? fixEffect = null;
        Edition edition = Edition.First;
        (Edition, Severity)? raised = null;
        ImmutableArray<MessageTemplate> messages = [];
        ImmutableArray<RuleTier> tiers = [];
        ImmutableArray<RuleAlias> aliases = [];
        ImmutableArray<RuleOption> options = [];
        ImmutableArray<string> tags = [],
            supersedes = [],
            cis = [],
            nist = [],
            owasp = [];
        ImmutableArray<int> cwe = [];
        ImmutableArray<RuleBehaviour> behaviours = [];
        int next;
        for (int start = 0; start < record.Length; start = next)
        {
            int end = record.IndexOf('\n', start);
            end = end < 0 ? record.Length : end;
            next = end + 1;
            int keyEnd = record.IndexOf('\t', start, end - start);
            ImmutableArray<string> values = ReadValues(record, keyEnd + 1, end);
            switch (record.AsSpan(start, keyEnd - start))
            {
                case "id":
                    id = values[0];
                    break;
                case "name":
                    name = values[0];
                    break;
                case "title":
                    title = values[0];
                    break;
                case "summary":
                    summary = values[0];
                    break;
                case "category":
                    category = values[0];
                    break;
                case "kind":
                    kind = ReadKind(values[0]);
                    break;
                case "severity":
                    severity = ReadSeverity(values[0]);
                    break;
                case "enabled-severity":
                    enabledSeverity = ReadSeverity(values[0]);
                    break;
                case "precision":
                    precision = ReadPrecision(values[0]);
                    break;
                case "once-per":
                    oncePer = ReadStretch(values[0]);
                    break;
                case "security-severity":
                    securitySeverity = double.Parse(values[0], CultureInfo.InvariantCulture);
                    break;
                case "edition":
                    edition = ReadEdition(values[0]);
                    break;
                case "raised":
                    raised = (ReadEdition(values[0]), ReadSeverity(values[1]));
                    break;
                case "fix":
                    fix = ReadFix(values[0]);
                    fixEffect = values.Length > 1 ? values[1] : null;
                    break;
                case "help-uri":
                    helpUri = values[0];
                    break;
                case "message":
                    messages = messages.Add(
                        new MessageTemplate(values[0], values[1], values.Length > 2 ? values[2] : null)
                    );
                    break;
                case "tier":
                    tiers = tiers.Add(new RuleTier(values[0], ReadSeverity(values[1])));
                    break;
                case "aliases":
                    aliases = aliases.Add(new RuleAlias(values[0], values.RemoveAt(0)));
                    break;
                case "option":
                    options = options.Add(ReadOption(values));
                    break;
                case "tags":
                    tags = values;
                    break;
                case "supersedes":
                    supersedes = values;
                    break;
                case "behaviours":
                    behaviours = ImmutableArray.CreateRange(values, ReadBehaviour);
                    break;
                case "cwe":
                    cwe = ImmutableArray.CreateRange(values, ReadInteger);
                    break;
                case "cis":
                    cis = values;
                    break;
                case "nist":
                    nist = values;
                    break;
                case "owasp":
                    owasp = values;
                    break;
                default:
                    throw new ArgumentException(
                        $"There is no key in '{record.Substring(start, end - start)}'.",
                        nameof(record)
                    );
            }
        }

        return new RuleDescriptor(id, name, messages, severity, helpUri)
        {
            Title = title,
            Summary = summary,
            Category = category,
            Kind = kind,
            EnabledSeverity = enabledSeverity,
            Precision = precision,
            OncePer = oncePer,
            SecuritySeverity = securitySeverity,
            Fix = fix,
            FixEffect = fixEffect,
            Edition = edition,
            Raised = raised,
            Tiers = tiers,
            Aliases = aliases,
            Options = options,
            Tags = tags,
            Supersedes = supersedes,
            Behaviours = behaviours,
            Cwe = cwe,
            Cis = cis,
            Nist = nist,
            Owasp = owasp,
        };
    }

    private static FixApplicability ReadFix(string word) =>
        word switch
        {
            "safe" => FixApplicability.Safe,
            "unsafe" => FixApplicability.Unsafe,
            _ => FixApplicability.Display,
        };

    private static ImmutableArray<string> ReadValues(string record, int start, int end)
    {
        int count = 1;
        for (int i = start; i < end; i++)
        {
            count += record[i] == '\t' ? 1 : 0;
        }

        ImmutableArray<string>.Builder values = ImmutableArray.CreateBuilder<string>(count);
        while (values.Count < count)
        {
            int valueEnd = record.IndexOf('\t', start, end - start);
            valueEnd = valueEnd < 0 ? end : valueEnd;
            values.Add(record.Substring(start, valueEnd - start));
            start = valueEnd + 1;
        }

        return values.MoveToImmutable();
    }

    /// <summary>Name, type and default; of an integer the bounds, too.</summary>
    private static RuleOption ReadOption(ImmutableArray<string> values) =>
        values[1] switch
        {
            "boolean" => RuleOption.Boolean(values[0], values[2] == "true"),
            "integer" => RuleOption.Integer(
                values[0],
                ReadInteger(values[2]),
                ReadInteger(values[3]),
                ReadInteger(values[4])
            ),
            "list" => RuleOption.List(values[0], values[2].Length == 0 ? [] : values[2].Split(',')),
            "string" => RuleOption.Text(values[0], values[2]),
            _ => RuleOption.Choice(values[0], values[1].Split('|'), values[2]),
        };

    private static int ReadInteger(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static Edition ReadEdition(string text) =>
        Edition.TryParse(text, out Edition edition)
            ? edition
            : throw new ArgumentException($"There is no edition '{text}'.", nameof(text));

    private static RuleKind ReadKind(string text) =>
        text switch
        {
            "rule" => RuleKind.Rule,
            "parser" => RuleKind.Parser,
            "notification" => RuleKind.Notification,
            _ => throw new ArgumentException($"There is no kind '{text}'.", nameof(text)),
        };

    private static RuleBehaviour ReadBehaviour(string text) =>
        text switch
        {
            "hadolint" => RuleBehaviour.Hadolint,
            "buildkit" => RuleBehaviour.BuildKit,
            _ => throw new ArgumentException($"There is no behaviour '{text}'.", nameof(text)),
        };

    private static Severity ReadSeverity(string text) =>
        text switch
        {
            "error" => Severity.Error,
            "warning" => Severity.Warning,
            "info" => Severity.Info,
            "style" => Severity.Style,
            "off" => Severity.Off,
            _ => throw new ArgumentException($"There is no severity '{text}'.", nameof(text)),
        };

    private static RulePrecision ReadPrecision(string text) =>
        text switch
        {
            "low" => RulePrecision.Low,
            "medium" => RulePrecision.Medium,
            "high" => RulePrecision.High,
            "very-high" => RulePrecision.VeryHigh,
            _ => throw new ArgumentException($"There is no precision '{text}'.", nameof(text)),
        };

    private static RuleStretch ReadStretch(string text) =>
        text switch
        {
            "neighbours" => RuleStretch.Neighbours,
            "instruction" => RuleStretch.Instruction,
            "service" => RuleStretch.Service,
            "file" => RuleStretch.File,
            _ => throw new ArgumentException($"There is no stretch '{text}'.", nameof(text)),
        };
}

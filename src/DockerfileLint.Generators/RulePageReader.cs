using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DockerfileLint.Generators;

/// <summary>
/// Reads and checks one page. What needs the other pages or the classes is checked by <see cref="CatalogModel"/>.
/// </summary>
internal sealed class RulePageReader
{
    private readonly string _path;
    private readonly SourceText _text;
    private readonly FrontMatter _frontMatter;
    private readonly List<Problem> _problems;

    private RulePageReader(string path, SourceText text, FrontMatter frontMatter, List<Problem> problems)
    {
        _path = path;
        _text = text;
        _frontMatter = frontMatter;
        _problems = problems;
    }

    internal static RulePageResult Read(string path, SourceText text)
    {
        var problems = new List<Problem>();
        RulePage? page = FrontMatter.Read(path, text, problems) is { } frontMatter
            ? new RulePageReader(path, text, frontMatter, problems).ReadPage()
            : null;
        return new RulePageResult(page, problems.ToEquatableArray());
    }

    private RulePage? ReadPage()
    {
        CheckKeys();
        FrontMatterItem? id = GetSingle("id");
        FrontMatterItem? name = GetSingle("name");
        string kind = GetOneOf("kind", PageSchema.Kinds, "rule");
        string severity = GetOneOf("severity", PageSchema.Severities, "warning");
        if (id is null || name is null || !CheckName(id, name))
        {
            return null;
        }

        CheckFileName(id, name);
        RulePageBody body = RulePageBody.Read(_text, _frontMatter.EndLine);
        CheckBody(body, id.Text, name.Text, kind);
        return new RulePage(
            _path,
            id.Text,
            name.Text,
            GetTitle(),
            body.Summary,
            GetOneOf("category", PageSchema.Categories, "tool"),
            kind,
            severity,
            GetEnabledSeverity(severity),
            GetEdition(),
            ReadRaised(),
            GetOneOf("precision", PageSchema.Precisions, "high"),
            GetOneOf("once-per", PageSchema.Stretches, "place"),
            GetSecuritySeverity(),
            ReadFix(),
            GetSingle("fix-effect")?.Text,
            ReadTiers(),
            ReadMessages(),
            GetList("tags").Select(item => item.Text).ToEquatableArray(),
            ReadAliases(),
            GetList("supersedes").Select(item => new RulePageReference(item.Text, item.Location)).ToEquatableArray(),
            ReadBehaviours(),
            GetNumbers("cwe", "whole numbers above 0, such as 250", IsWholeNumber),
            GetNumbers("cis", "numbers of sections, such as 4.1", IsSectionNumber),
            GetNumbers("nist", "numbers of sections, such as 3.1.2", IsSectionNumber),
            GetNumbers("owasp", "numbers of rules, such as 2", IsSectionNumber),
            ReadOptions(),
            id.Location,
            name.Location
        );
    }

    private void CheckKeys()
    {
        foreach (FrontMatterEntry entry in _frontMatter.Entries)
        {
            string[] parts = entry.Key.Split('.');
            bool isKnown = parts.Length switch
            {
                1 => PageSchema.Keys.Contains(parts[0]),
                2 => (parts[0] == "tier" && Names.IsKebabCase(parts[1]))
                    || (parts[0] is "message" or "help" && Names.IsKebabCase(parts[1]) && parts[1] != "default")
                    || (parts[0] == "aliases" && PageSchema.Peers.Contains(parts[1])),
                3 => parts[0] == "option"
                    && Names.IsKebabCase(parts[1])
                    && parts[2] is "type" or "default" or "minimum" or "maximum",
                _ => false,
            };
            if (!isKnown)
            {
                Report(
                    Problems.UnknownKey,
                    entry.KeyLocation,
                    entry.Key,
                    parts[0] == "aliases"
                        ? Join(PageSchema.Peers.Select(peer => "aliases." + peer))
                        : Join(PageSchema.Keys.Concat(PageSchema.Families))
                );
            }
            else if (
                entry.IsList
                && !(
                    parts[0] == "aliases"
                    || PageSchema.ListKeys.Contains(entry.Key)
                    || (parts[0] == "option" && parts[2] == "default")
                )
            )
            {
                Report(
                    Problems.MalformedValue,
                    entry.Location,
                    entry.Key,
                    "it is one value, no list (put a text that starts with '[' into quotation marks)"
                );
            }
            else if (
                !entry.IsList
                && entry.Items.Length > 0
                && (parts[0] == "aliases" || PageSchema.ListKeys.Contains(entry.Key))
            )
            {
                Report(Problems.MalformedValue, entry.Location, entry.Key, "it is a list, '[a, b]'");
            }
            else if (
                entry is { IsList: false, Items: [{ Text: var text }] }
                && parts[0] != "option"
                && string.IsNullOrWhiteSpace(text)
            )
            {
                Report(Problems.MalformedValue, entry.Location, entry.Key, "it is empty");
            }
        }

        foreach (string key in PageSchema.RequiredKeys)
        {
            if (_frontMatter.Find(key) is null)
            {
                Report(Problems.MissingKey, _frontMatter.Start, key);
            }
        }
    }

    private bool CheckName(FrontMatterItem id, FrontMatterItem name)
    {
        if (!PageSchema.IsId(id.Text))
        {
            Report(
                Problems.MalformedName,
                id.Location,
                "id",
                id.Text,
                "DL, DC, DX or SC and four digits, such as DL3002"
            );
            return false;
        }

        if (!Names.IsKebabCase(name.Text))
        {
            Report(
                Problems.MalformedName,
                name.Location,
                "name",
                name.Text,
                "lower-case words and digits with '-' between them, such as last-user-is-root"
            );
            return false;
        }

        return true;
    }

    private void CheckFileName(FrontMatterItem id, FrontMatterItem name)
    {
        string fileName = _path.Substring(_path.LastIndexOfAny(['/', '\\']) + 1);
        string expected = $"{id.Text}-{name.Text}.md";
        if (fileName != expected)
        {
            Report(
                Problems.WrongFileName,
                fileName.StartsWith(id.Text + "-", StringComparison.Ordinal) ? name.Location : id.Location,
                fileName,
                expected
            );
        }
    }

    private void CheckBody(RulePageBody body, string id, string name, string kind)
    {
        SourceLocation heading = At(body.HeadingSpan);
        if (body.Heading != $"# {id}: {name}")
        {
            Report(Problems.WrongHeading, heading, body.Heading, id, name);
        }

        if (body.Summary.Length == 0)
        {
            Report(Problems.MissingSummary, heading);
        }
        else if (body.Summary.Length > PageSchema.MaximumSummaryLength)
        {
            Report(
                Problems.SummaryTooLong,
                At(body.SummarySpan),
                body.Summary.Length.ToString(CultureInfo.InvariantCulture),
                PageSchema.MaximumSummaryLength.ToString(CultureInfo.InvariantCulture)
            );
        }

        foreach (string section in kind == "rule" ? ["Bad", "Good"] : Array.Empty<string>())
        {
            if (!body.HasSection(section))
            {
                Report(Problems.MissingSection, heading, section);
            }
        }
    }

    private string GetTitle()
    {
        FrontMatterItem? title = GetSingle("title");
        if (title is not null && title.Text.EndsWith(".", StringComparison.Ordinal))
        {
            Report(Problems.TitleWithPeriod, title.Location);
        }

        return title?.Text ?? "";
    }

    private string GetEnabledSeverity(string severity)
    {
        FrontMatterEntry? entry = _frontMatter.Find("enabled-severity");
        if (severity != "off")
        {
            if (entry is not null)
            {
                Report(Problems.SuperfluousEnabledSeverity, entry.KeyLocation);
            }

            return severity;
        }

        if (entry is null)
        {
            Report(Problems.MissingEnabledSeverity, _frontMatter.Find("severity")!.Location);
        }

        return GetOneOf("enabled-severity", [.. PageSchema.Severities.Where(allowed => allowed != "off")], "warning");
    }

    /// <summary>An unsafe fix says what it may change, and no other does.</summary>
    private string? ReadFix()
    {
        if (_frontMatter.Find("fix-effect") is { } effect && GetSingle("fix")?.Text != "unsafe")
        {
            Report(Problems.MalformedValue, effect.Location, "fix-effect", "it belongs to 'fix: unsafe' alone");
        }

        if (GetSingle("fix") is not { } fix)
        {
            return null;
        }

        if (fix.Text == "unsafe" && _frontMatter.Find("fix-effect") is null)
        {
            Report(Problems.MissingKey, fix.Location, "fix-effect");
        }

        return GetOneOf("fix", PageSchema.Fixes, "display");
    }

    private string? GetEdition()
    {
        if (GetSingle("edition") is not { } item || PageSchema.IsEdition(item.Text))
        {
            return GetSingle("edition")?.Text;
        }

        Report(Problems.MalformedNumber, item.Location, "edition", item.Text, "a year and a number, such as 2026.1");
        return null;
    }

    private EquatableArray<string> ReadRaised()
    {
        FrontMatterItem[] items = [.. GetList("raised")];
        if (
            items.Length == 0
            || (
                items is [{ Text: var edition }, { Text: var before }]
                && PageSchema.IsEdition(edition)
                && PageSchema.Severities.Contains(before)
            )
        )
        {
            return items.Select(item => item.Text).ToEquatableArray();
        }

        Report(
            Problems.MalformedNumber,
            items[0].Location,
            "raised",
            items[0].Text,
            "an edition and the severity before it, such as [2026.1, info]"
        );
        return default;
    }

    private string? GetSecuritySeverity()
    {
        if (GetSingle("security-severity") is not { } item)
        {
            return null;
        }

        if (
            !item.Text.All(c => c is (>= '0' and <= '9') or '.')
            || !double.TryParse(
                item.Text,
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out double value
            )
        )
        {
            Report(Problems.MalformedNumber, item.Location, "security-severity", item.Text, "0.1 to 10.0");
            return null;
        }

        if (value is < 0.1 or > 10)
        {
            Report(Problems.SecuritySeverityOutOfRange, item.Location, item.Text);
            return null;
        }

        return value.ToString("0.0##", CultureInfo.InvariantCulture);
    }

    private EquatableArray<RulePageTier> ReadTiers()
    {
        var tiers = new List<RulePageTier>();
        foreach ((string name, FrontMatterItem item) in GetFamily("tier."))
        {
            if (PageSchema.Severities.Contains(item.Text))
            {
                tiers.Add(new RulePageTier(name, item.Text));
            }
            else
            {
                Report(Problems.UnknownTierSeverity, item.Location, name, item.Text, Join(PageSchema.Severities));
            }
        }

        return tiers.ToEquatableArray();
    }

    private EquatableArray<RulePageMessage> ReadMessages()
    {
        FrontMatterItem? help = GetSingle("help");
        var messages = new List<RulePageMessage>
        {
            // A missing message is a problem already; an empty one keeps the rest of the page usable.
            GetSingle("message") is { } message
                ? MessageFormat.Read("default", message, help, ReportPart)
                : new RulePageMessage("default", "", Help: null, default),
        };
        var helps = GetFamily("help.").ToList();
        foreach ((string id, FrontMatterItem item) in GetFamily("message."))
        {
            FrontMatterItem? ownHelp = helps.Find(each => each.Name == id).Item;
            messages.Add(MessageFormat.Read(id, item, ownHelp ?? help, ReportPart));
        }

        foreach ((string id, FrontMatterItem item) in helps)
        {
            if (!messages.Exists(each => each.Id == id))
            {
                Report(Problems.HelpWithoutMessage, item.Location, id);
            }
        }

        return messages.ToEquatableArray();
    }

    private EquatableArray<RulePageAlias> ReadAliases() =>
        PageSchema
            .Peers.Select(peer => new RulePageAlias(
                peer,
                GetList("aliases." + peer).Select(item => item.Text).ToEquatableArray()
            ))
            .Where(alias => alias.Ids.Length > 0)
            .ToEquatableArray();

    private EquatableArray<RulePageBehaviour> ReadBehaviours()
    {
        var behaviours = new List<RulePageBehaviour>();
        foreach (string key in new[] { "behaviours", "comment-behaviours" })
        {
            foreach (FrontMatterItem item in GetList(key))
            {
                if (!PageSchema.Behaviours.Contains(item.Text))
                {
                    Report(Problems.UnknownValue, item.Location, key, item.Text, Join(PageSchema.Behaviours));
                }
                else if (behaviours.Any(other => other.Peer == item.Text))
                {
                    Report(Problems.DuplicateBehaviour, item.Location, item.Text);
                }
                else
                {
                    behaviours.Add(new RulePageBehaviour(item.Text, key == "behaviours", item.Location));
                }
            }
        }

        return behaviours.ToEquatableArray();
    }

    private EquatableArray<RulePageOption> ReadOptions()
    {
        var options = new List<RulePageOption>();
        foreach (FrontMatterEntry entry in _frontMatter.Entries)
        {
            string[] parts = entry.Key.Split('.');
            if (parts.Length != 3 || parts[0] != "option")
            {
                continue;
            }

            string name = parts[1];
            FrontMatterEntry? type = _frontMatter.Find($"option.{name}.type");
            FrontMatterEntry? value = _frontMatter.Find($"option.{name}.default");
            if (type is null)
            {
                Report(Problems.MalformedOption, entry.KeyLocation, name, $"the key 'option.{name}.type' is missing");
            }
            else if (value is null)
            {
                Report(
                    Problems.MalformedOption,
                    entry.KeyLocation,
                    name,
                    $"the key 'option.{name}.default' is missing"
                );
            }
            else if (entry == type && type.Items.Length == 1)
            {
                options.Add(ReadOption(name, type.Items[0], value));
            }
        }

        return options.ToEquatableArray();
    }

    private RulePageOption ReadOption(string name, FrontMatterItem type, FrontMatterEntry value)
    {
        string text = string.Join(",", value.Items.Select(item => item.Text));
        if (value.Items.FirstOrDefault(item => value.IsList && item.Text.Contains(',')) is { } torn)
        {
            Report(Problems.MalformedOption, torn.Location, name, "an item of a list holds no comma");
        }

        string[] words = type.Text.Split('|');
        int minimum = ReadBound(name, type, "minimum", none: int.MinValue, lowest: int.MinValue);
        int maximum = ReadBound(name, type, "maximum", none: int.MaxValue, lowest: minimum);
        if (words.Length == 1 && !PageOptionType.All.Contains(type.Text))
        {
            Report(
                Problems.UnknownValue,
                type.Location,
                $"option.{name}.type",
                type.Text,
                Join(PageOptionType.All) + ", or at least two words with '|' between them"
            );
            return new RulePageOption(name, PageOptionType.String, text, minimum, maximum);
        }

        if (words.Length > 1 && (!words.All(Names.IsKebabCase) || words.Distinct().Count() < words.Length))
        {
            Report(
                Problems.MalformedOption,
                type.Location,
                name,
                "a choice is different words in lower case with '|' between them, such as 'as-written|upper|lower'"
            );
            return new RulePageOption(name, PageOptionType.String, text, minimum, maximum);
        }

        if (PageOptionType.GetExpectation(type.Text, text, value.IsList, minimum, maximum) is { } expectation)
        {
            Report(
                Problems.MalformedOption,
                value.Location,
                name,
                $"its default '{text}' does not fit its type (allowed: {expectation})"
            );
        }

        return new RulePageOption(name, type.Text, text, minimum, maximum);
    }

    /// <summary>The number under a key of an option, or <paramref name="none"/> where the key is missing.</summary>
    private int ReadBound(string name, FrontMatterItem type, string key, int none, int lowest)
    {
        if (GetSingle($"option.{name}.{key}") is not { } item)
        {
            return none;
        }

        if (type.Text != PageOptionType.Integer)
        {
            Report(Problems.MalformedOption, item.Location, name, $"only an integer has a {key}");
        }
        else if (!PageOptionType.TryReadInteger(item.Text, out int number))
        {
            Report(Problems.MalformedOption, item.Location, name, $"its {key} '{item.Text}' is no whole number");
        }
        else if (number < lowest)
        {
            Report(Problems.MalformedOption, item.Location, name, "its maximum is below its minimum");
        }
        else
        {
            return number;
        }

        return none;
    }

    private EquatableArray<string> GetNumbers(string key, string allowed, Func<string, bool> isNumber)
    {
        var numbers = new List<string>();
        foreach (FrontMatterItem item in GetList(key))
        {
            if (isNumber(item.Text))
            {
                numbers.Add(item.Text);
            }
            else
            {
                Report(Problems.MalformedNumber, item.Location, key, item.Text, allowed);
            }
        }

        return numbers.ToEquatableArray();
    }

    private static bool IsWholeNumber(string text) =>
        text.Length is > 0 and < 7 && text[0] != '0' && text.All(c => c is >= '0' and <= '9');

    private static bool IsSectionNumber(string text) =>
        text.Split('.').All(part => part.Length > 0 && part.All(c => c is >= '0' and <= '9'));

    private string GetOneOf(string key, string[] allowed, string fallback)
    {
        if (GetSingle(key) is not { } item)
        {
            return fallback;
        }

        if (allowed.Contains(item.Text))
        {
            return item.Text;
        }

        Report(Problems.UnknownValue, item.Location, key, item.Text, Join(allowed));
        return fallback;
    }

    private FrontMatterItem? GetSingle(string key) =>
        _frontMatter.Find(key) is { IsList: false, Items: [var item] } ? item : null;

    private IEnumerable<FrontMatterItem> GetList(string key) =>
        _frontMatter.Find(key) is { IsList: true } entry ? entry.Items : [];

    private IEnumerable<(string Name, FrontMatterItem Item)> GetFamily(string prefix) =>
        from entry in _frontMatter.Entries
        let name = entry.Key.StartsWith(prefix, StringComparison.Ordinal) ? entry.Key.Substring(prefix.Length) : ""
        where Names.IsKebabCase(name) && name != "default" && !entry.IsList && entry.Items.Length == 1
        select (name, entry.Items[0]);

    private static string Join(IEnumerable<string> values) => string.Join(", ", values);

    private SourceLocation At(TextSpan span) => SourceLocation.From(_path, _text, span);

    private void Report(DiagnosticDescriptor descriptor, SourceLocation location, params string[] arguments) =>
        _problems.Add(new Problem(descriptor, location, arguments));

    private void ReportPart(
        DiagnosticDescriptor descriptor,
        FrontMatterItem item,
        int start,
        int length,
        string[] arguments
    ) => Report(descriptor, At(item.GetSpan(start, length)), arguments);
}

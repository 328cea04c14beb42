using Microsoft.CodeAnalysis;

namespace DockerfileLint.Generators;

/// <summary>
/// The errors of the generator. Each says what is wrong and what is allowed; the location says where.
/// </summary>
internal static class Problems
{
    private const string Category = "RulePages";

    internal static readonly DiagnosticDescriptor MissingFrontMatter = new(
        "DLG0001",
        "Rule page without front matter",
        "The page has no front matter: it starts with a line '---', then 'key: value' lines, then a line '---'",
        Category,
        DiagnosticSeverity.Error,
        true
    );

    internal static readonly DiagnosticDescriptor MalformedLine = new(
        "DLG0002",
        "Malformed line in front matter",
        "'{0}' is no front matter: a line is 'key: value', without nesting and without comments",
        Category,
        DiagnosticSeverity.Error,
        true
    );

    internal static readonly DiagnosticDescriptor MissingKey = new(
        "DLG0003",
        "Missing key in front matter",
        "The front matter lacks the key '{0}': every page has id, name, title, category, severity and message",
        Category,
        DiagnosticSeverity.Error,
        true
    );

    internal static readonly DiagnosticDescriptor UnknownKey = new(
        "DLG0004",
        "Unknown key in front matter",
        "There is no key '{0}'. Allowed: {1}.",
        Category,
        DiagnosticSeverity.Error,
        true
    );

    internal static readonly DiagnosticDescriptor DuplicateKey = new(
        "DLG0005",
        "Duplicate key in front matter",
        "The key '{0}' stands twice in this page: keep one of them",
        Category,
        DiagnosticSeverity.Error,
        true
    );

    internal static readonly DiagnosticDescriptor MalformedValue = new(
        "DLG0006",
        "Malformed value in front matter",
        "The value of '{0}' cannot be read: {1}",
        Category,
        DiagnosticSeverity.Error,
        true
    );

    internal static readonly DiagnosticDescriptor UnknownValue = new(
        "DLG0007",
        "Unknown value in front matter",
        "'{1}' is no value of '{0}'. Allowed: {2}.",
        Category,
        DiagnosticSeverity.Error,
        true
    );

    internal static readonly DiagnosticDescriptor MalformedNumber = new(
        "DLG0008",
        "Malformed number in front matter",
        "'{1}' is no number for '{0}'. Allowed: {2}.",
        Category,
        DiagnosticSeverity.Error,
        true
    );

    internal static readonly DiagnosticDescriptor WrongFileName = new(
        "DLG0009",
        "File name of a rule page does not match its front matter",
        "The page is named '{0}', but its id and name ask for '{1}'",
        Category,
        DiagnosticSeverity.Error,
        true
    );

    internal static readonly DiagnosticDescriptor DuplicateId = new(
        "DLG0010",
        "Two rule pages with the same id",
        "The id '{0}' belongs to '{1}' already: every page has an id of its own",
        Category,
        DiagnosticSeverity.Error,
        true
    );

    internal static readonly DiagnosticDescriptor DuplicateName = new(
        "DLG0011",
        "Two rule pages with the same name",
        "The name '{0}' belongs to '{1}' already: every page has a name of its own",
        Category,
        DiagnosticSeverity.Error,
        true
    );

    internal static readonly DiagnosticDescriptor UnknownTierSeverity = new(
        "DLG0012",
        "Tier with an unknown severity",
        "'{1}' is no severity for the tier '{0}'. Allowed: {2}.",
        Category,
        DiagnosticSeverity.Error,
        true
    );

    internal static readonly DiagnosticDescriptor PlaceholderNotQuoted = new(
        "DLG0013",
        "Placeholder without single quotes",
        "The placeholder '{0}' of the message stands without single quotes around it: write '{1}', or double the "
            + "braces if they are meant as text",
        Category,
        DiagnosticSeverity.Error,
        true
    );

    internal static readonly DiagnosticDescriptor MessageWithoutPeriod = new(
        "DLG0014",
        "Message that does not end in a period",
        "The message '{0}' does not end in a period: messages are whole sentences",
        Category,
        DiagnosticSeverity.Error,
        true
    );

    internal static readonly DiagnosticDescriptor HelpWithoutMessage = new(
        "DLG0037",
        "Help without a message",
        "There is a 'help.{0}' but no 'message.{0}'",
        Category,
        DiagnosticSeverity.Error,
        true
    );

    internal static readonly DiagnosticDescriptor WrongHeading = new(
        "DLG0015",
        "Wrong heading of a rule page",
        "The page's text starts with '{0}', but must start with the heading '# {1}: {2}'",
        Category,
        DiagnosticSeverity.Error,
        true
    );

    internal static readonly DiagnosticDescriptor MissingSection = new(
        "DLG0016",
        "Rule page without example",
        "The page lacks the section '## {0}': every rule shows a bad and a good example",
        Category,
        DiagnosticSeverity.Error,
        true
    );

    internal static readonly DiagnosticDescriptor MissingSummary = new(
        "DLG0017",
        "Rule page without first paragraph",
        "A paragraph of prose must follow the heading: what the rule finds and why it matters",
        Category,
        DiagnosticSeverity.Error,
        true
    );

    internal static readonly DiagnosticDescriptor SummaryTooLong = new(
        "DLG0018",
        "First paragraph of a rule page is too long",
        "The first paragraph has {0} characters of the {1} allowed: move the rest under '## Why'",
        Category,
        DiagnosticSeverity.Error,
        true
    );

    internal static readonly DiagnosticDescriptor SecuritySeverityOutOfRange = new(
        "DLG0019",
        "Security severity out of range",
        "The security-severity '{0}' is out of range. Allowed: 0.1 to 10.0.",
        Category,
        DiagnosticSeverity.Error,
        true
    );

    internal static readonly DiagnosticDescriptor MissingEnabledSeverity = new(
        "DLG0020",
        "Rule that is off without enabled-severity",
        "A rule whose severity is 'off' needs the key 'enabled-severity': the severity once it is turned on",
        Category,
        DiagnosticSeverity.Error,
        true
    );

    internal static readonly DiagnosticDescriptor SuperfluousEnabledSeverity = new(
        "DLG0021",
        "Superfluous enabled-severity",
        "The key 'enabled-severity' is only for rules whose severity is 'off': remove it",
        Category,
        DiagnosticSeverity.Error,
        true
    );

    internal static readonly DiagnosticDescriptor PageWithoutClass = new(
        "DLG0022",
        "Rule page without a class",
        "No class has [Rule(\"{0}\")]: write one, or say 'kind: parser' or 'kind: notification' if no rule class "
            + "reports it",
        Category,
        DiagnosticSeverity.Error,
        true
    );

    internal static readonly DiagnosticDescriptor ClassWithoutPage = new(
        "DLG0023",
        "Rule class without a page",
        "There is no page for the rule '{0}': write 'rules/{0}-<name>.md'",
        Category,
        DiagnosticSeverity.Error,
        true
    );

    internal static readonly DiagnosticDescriptor ClassOfOtherKind = new(
        "DLG0024",
        "Rule class for a page that has none",
        "The page of '{0}' says 'kind: {1}', so no class may have [Rule(\"{0}\")]: remove the class or the kind",
        Category,
        DiagnosticSeverity.Error,
        true
    );

    internal static readonly DiagnosticDescriptor WrongClass = new(
        "DLG0025",
        "Rule class of the wrong form",
        "The rule class '{0}' must be a 'sealed partial class' that stands in a namespace and has no type parameters",
        Category,
        DiagnosticSeverity.Error,
        true
    );

    internal static readonly DiagnosticDescriptor UnknownSupersededRule = new(
        "DLG0026",
        "Unknown rule in supersedes",
        "'{0}' is the id of no other page: 'supersedes' lists ids of this project's rules",
        Category,
        DiagnosticSeverity.Error,
        true
    );

    internal static readonly DiagnosticDescriptor DuplicateClass = new(
        "DLG0027",
        "Two classes for one rule",
        "The rule '{0}' has the class '{1}' already: one rule, one class",
        Category,
        DiagnosticSeverity.Error,
        true
    );

    internal static readonly DiagnosticDescriptor UndispatchedVisit = new(
        "DLG0028",
        "Visit method that nothing calls",
        "'{0}' is overridden, but '{1}' has no member '{2}': the runner would never call it",
        Category,
        DiagnosticSeverity.Error,
        true
    );

    internal static readonly DiagnosticDescriptor MalformedName = new(
        "DLG0029",
        "Malformed id or name",
        "'{1}' is no {0}. Allowed: {2}.",
        Category,
        DiagnosticSeverity.Error,
        true
    );

    internal static readonly DiagnosticDescriptor MalformedOption = new(
        "DLG0030",
        "Malformed option",
        "The option '{0}' is malformed: {1}",
        Category,
        DiagnosticSeverity.Error,
        true
    );

    internal static readonly DiagnosticDescriptor MalformedMessage = new(
        "DLG0031",
        "Malformed placeholder",
        "The message has {0}: a placeholder is '{{name}}', and braces that are meant as text are doubled",
        Category,
        DiagnosticSeverity.Error,
        true
    );

    internal static readonly DiagnosticDescriptor BehaviourWithoutClass = new(
        "DLG0033",
        "Declared behaviour without a class",
        "No class has [Rule(\"{0}\", Behaviour = RuleBehaviour.{1})]: write one in Rules/{1}, or list '{2}' under "
            + "'comment-behaviours' if the rule finds the same and only comments are treated as there",
        Category,
        DiagnosticSeverity.Error,
        true
    );

    internal static readonly DiagnosticDescriptor UndeclaredBehaviour = new(
        "DLG0034",
        "Class for a behaviour that the page does not declare",
        "The page of '{0}' does not declare this behaviour: add '{1}' to its key 'behaviours', or remove the class",
        Category,
        DiagnosticSeverity.Error,
        true
    );

    internal static readonly DiagnosticDescriptor DuplicateBehaviour = new(
        "DLG0035",
        "Behaviour that is declared twice",
        "The behaviour '{0}' is declared twice: it stands once, in 'behaviours' or in 'comment-behaviours'",
        Category,
        DiagnosticSeverity.Error,
        true
    );

    internal static readonly DiagnosticDescriptor DifferentPages = new(
        "DLG0036",
        "Pages of one class that differ",
        "The {1} of '{0}' and '{2}' differ, but both have the class '{3}': the pages of one class have the same "
            + "messages with the same placeholders, the same tiers and the same options",
        Category,
        DiagnosticSeverity.Error,
        true
    );

    internal static readonly DiagnosticDescriptor TitleWithPeriod = new(
        "DLG0032",
        "Title that ends in a period",
        "The title ends in a period: it is a line for lists, not a sentence",
        Category,
        DiagnosticSeverity.Error,
        true
    );
}

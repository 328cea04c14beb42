namespace DockerfileLint.Diagnostics;

internal static class RuleDescriptors
{
    internal static RuleDescriptor YamlSyntaxError { get; } = new()
    {
        Id = "DC1000",
        Name = "yaml-syntax-error",
        Title = "The file is not valid YAML",
        Summary = "The file is not valid YAML.",
        Category = "syntax",
        Kind = RuleKind.Parser,
        DefaultSeverity = Severity.Error,
        EnabledSeverity = Severity.Error,
        Messages = [new("default", "Not YAML."), new("any", "{0}")],
        Tags = ["build-error"],
        HelpUri = "https://example.invalid/",
    };
}

internal static class YamlSyntaxErrorMessages
{
    private static DiagnosticMessage Create(string id, params string[] arguments) => new(new MessageTemplate(id, id + string.Concat(arguments.Select((_, i) => " '{" + i + "}'"))), arguments);
    internal static DiagnosticMessage Default() => Create("default");
    internal static DiagnosticMessage TabIndentation() => Create("tab-indentation");
    internal static DiagnosticMessage UnclosedQuote() => Create("unclosed-quote");
    internal static DiagnosticMessage InvalidEscape(string escape) => Create("invalid-escape", escape);
    internal static DiagnosticMessage UnclosedBracket(string bracket) => Create("unclosed-bracket", bracket);
    internal static DiagnosticMessage MissingColon() => Create("missing-colon");
    internal static DiagnosticMessage UnexpectedMapping() => Create("unexpected-mapping");
    internal static DiagnosticMessage InlineSequence() => Create("inline-sequence");
    internal static DiagnosticMessage TrailingContent() => Create("trailing-content");
    internal static DiagnosticMessage WrongIndentation() => Create("wrong-indentation");
    internal static DiagnosticMessage ReservedCharacter(string character) => Create("reserved-character", character);
    internal static DiagnosticMessage UndefinedAlias(string name) => Create("undefined-alias", name);
    internal static DiagnosticMessage InvalidAlias(string name) => Create("invalid-alias", name);
    internal static DiagnosticMessage InvalidEncoding() => Create("invalid-encoding");
    internal static DiagnosticMessage ControlCharacter(string character) => Create("control-character", character);
    internal static DiagnosticMessage TooDeep(string limit) => Create("too-deep", limit);
    internal static DiagnosticMessage TooManyNodes(string limit) => Create("too-many-nodes", limit);
    internal static DiagnosticMessage TooManyErrors(string limit) => Create("too-many-errors", limit);
    internal static DiagnosticMessage TooManyMerges(string limit) => Create("too-many-merges", limit);
}

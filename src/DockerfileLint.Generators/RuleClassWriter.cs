namespace DockerfileLint.Generators;

/// <summary>Writes the generated part of a rule class.</summary>
internal static class RuleClassWriter
{
    /// <summary>The property of a class of several rules that says which one an instance is.</summary>
    internal const string OwnDescriptor = "OwnDescriptor";

    private const string DescriptorType = "global::DockerfileLint.Diagnostics.RuleDescriptor";

    internal static string Write(MatchedClass match)
    {
        RulePage page = match.FirstPage;
        CodeWriter code = new CodeWriter()
            .Line($"namespace {match.Class.Namespace};")
            .Line()
            .Open($"partial class {Names.Escape(match.Class.Name)}")
            .Line("/// <inheritdoc/>")
            .Line(
                $"public override {DescriptorType} Descriptor => "
                    + $"{(match.IsShared ? OwnDescriptor : MessageWriter.GetDescriptor(page))};"
            )
            .Line();
        if (match.IsShared)
        {
            code.Line("/// <summary>Which of the rules of this class the instance is.</summary>")
                .Line($"internal required {DescriptorType} {OwnDescriptor} {{ get; init; }}")
                .Line();
        }

        WriteElements(code, match.Class);
        MessageWriter.WriteMethods(
            code,
            page,
            "private",
            match.IsShared,
            message => message.Id == "default" ? "Message" : "Message" + Names.ToPascalCase(message.Id)
        );
        foreach (RulePageTier tier in page.Tiers)
        {
            code.Line().Line($"private const string {Names.ToPascalCase(tier.Name)}Tier = {Names.Literal(tier.Name)};");
        }

        for (int i = 0; i < page.Options.Length; i++)
        {
            code.Line().Line(WriteOption(page, i));
        }

        return code.Close().ToString();
    }

    private static void WriteElements(CodeWriter code, RuleClass rule)
    {
        if (rule.ElementsType is null)
        {
            return;
        }

        string type = "global::DockerfileLint.Rules." + rule.ElementsType;
        string elements =
            rule.Elements.Length == 0
                ? type + ".None"
                : string.Join(" | ", rule.Elements.Select(element => $"{type}.{element}"));
        code.Line("/// <inheritdoc/>").Line($"public override {type} Elements => {elements};").Line();
    }

    private static string WriteOption(RulePage page, int index)
    {
        RulePageOption option = page.Options[index];
        string type = option.Type switch
        {
            PageOptionType.Boolean => "bool",
            PageOptionType.Integer => "int",
            PageOptionType.List => "global::System.Collections.Immutable.ImmutableArray<string>",
            PageOptionType.String => "string",
            _ => $"global::DockerfileLint.Rules.{OptionEnumWriter.GetName(page, option)}",
        };
        string number = PageOptionType.ToText(index);
        string value = option.IsChoice
            ? $"({type})context.GetOption<int>({number})"
            : $"context.GetOption<{type}>({number})";
        return $"private static {type} {Names.ToPascalCase(option.Name)}(global::DockerfileLint.Rules.RuleContext "
            + $"context) => {value};";
    }
}

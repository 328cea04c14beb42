namespace DockerfileLint.Generators;

/// <summary>Writes the generated part of a rule class.</summary>
internal static class RuleClassWriter
{
    internal static string Write(MatchedClass match)
    {
        RulePage page = match.Page;
        CodeWriter code = new CodeWriter()
            .Line($"namespace {match.Class.Namespace};")
            .Line()
            .Open($"partial class {Names.Escape(match.Class.Name)}")
            .Line("/// <inheritdoc/>")
            .Line(
                $"public override global::DockerfileLint.Diagnostics.RuleDescriptor Descriptor => "
                    + $"global::DockerfileLint.Diagnostics.RuleDescriptors.{page.PropertyName};"
            )
            .Line();
        WriteElements(code, match.Class);
        MessageWriter.WriteMethods(
            code,
            page,
            "private",
            message => message.Id == "default" ? "Message" : "Message" + Names.ToPascalCase(message.Id)
        );
        foreach (RulePageTier tier in page.Tiers)
        {
            code.Line().Line($"private const string {Names.ToPascalCase(tier.Name)}Tier = {Names.Literal(tier.Name)};");
        }

        foreach (RulePageOption option in page.Options)
        {
            code.Line().Line(WriteOption(option));
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

    private static string WriteOption(RulePageOption option)
    {
        string value = $"context.GetOption({Names.Literal(option.Name)})";
        (string type, string expression) = option.Type switch
        {
            PageOptionType.Boolean => ("bool", $"bool.Parse({value})"),
            PageOptionType.Integer => (
                "int",
                $"int.Parse({value}, global::System.Globalization.NumberStyles.AllowLeadingSign, "
                    + $"global::System.Globalization.CultureInfo.InvariantCulture)"
            ),
            PageOptionType.List => (
                "string[]",
                $"global::System.Array.ConvertAll({value}.Split(new[] {{ ',' }}, "
                    + $"global::System.StringSplitOptions.RemoveEmptyEntries), static item => item.Trim())"
            ),
            _ => ("string", value),
        };
        return $"private static {type} {Names.ToPascalCase(option.Name)}(global::DockerfileLint.Rules.RuleContext "
            + $"context) => {expression};";
    }
}

namespace DockerfileLint.Generators;

/// <summary>Writes the enums of options that are a choice of words: one for all classes of the rule.</summary>
internal static class OptionEnumWriter
{
    /// <summary>The name of rule and option: <c>StageNameCasingStyle</c>.</summary>
    internal static string GetName(RulePage page, RulePageOption option) =>
        page.PropertyName + Names.ToPascalCase(option.Name);

    internal static string Write(RulePage page, RulePageOption option)
    {
        CodeWriter code = new CodeWriter()
            .Line("namespace DockerfileLint.Rules;")
            .Line()
            .Line($"/// <summary>The option <c>{option.Name}</c> of {page.Id} {page.Name}.</summary>")
            .Open($"internal enum {GetName(page, option)}");
        foreach (string word in option.Type.Split('|'))
        {
            code.Line($"/// <summary><c>{word}</c></summary>").Line($"{Names.ToPascalCase(word)},");
        }

        return code.Close().ToString();
    }
}

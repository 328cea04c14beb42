using System.CommandLine;
using System.CommandLine.Parsing;

namespace DockerfileLint.CommandLine.Commands;

/// <summary>Options whose values are a fixed list.</summary>
internal static class ChoiceOption
{
    /// <summary>An option that takes one of a list of values.</summary>
    internal static Option<string> Create(string name, string description, params string[] choices)
    {
        var option = new Option<string>(name) { Description = description, HelpName = string.Join('|', choices) };
        Restrict(option, choices);
        return option;
    }

    /// <summary>An option that takes one of a list of values and may be given several times.</summary>
    internal static Option<string[]> CreateRepeatable(string name, string description, params string[] choices)
    {
        var option = new Option<string[]>(name) { Description = description, HelpName = string.Join('|', choices) };
        Restrict(option, choices);
        return option;
    }

    private static void Restrict(Option option, string[] choices)
    {
        option.CompletionSources.Add(choices);
        option.Validators.Add(result =>
        {
            foreach (Token token in result.Tokens)
            {
                if (!choices.Contains(token.Value))
                {
                    result.AddError(
                        $"{option.Name}: '{token.Value}' is not one of {string.Join(", ", choices)}."
                            + Suggestion.For(token.Value, choices)
                    );
                }
            }
        });
    }
}

using System.Collections.Immutable;
using DockerfileLint.Rules.Labels;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Hadolint;

/// <summary>Labels as hadolint reads them: it fills in no variables, and judges empty values too.</summary>
internal static class WrittenLabels
{
    /// <summary>The labels of an instruction.</summary>
    internal static IEnumerable<LabelValue> Find(LabelInstructionSyntax instruction)
    {
        foreach (KeyValueSyntax pair in instruction.Pairs)
        {
            if (pair.Value is { } word)
            {
                yield return new LabelValue(pair, word, pair.Key.TextWithoutQuotes(), word.TextWithoutQuotes());
            }
        }
    }

    /// <summary>The labels of an instruction whose values must be of a type.</summary>
    /// <param name="instruction">The LABEL.</param>
    /// <param name="items">The option <c>label-schema</c>.</param>
    /// <param name="type">One type of the option.</param>
    /// <param name="context">The visited file.</param>
    internal static IEnumerable<LabelValue> Find(
        LabelInstructionSyntax instruction,
        ImmutableArray<string> items,
        string type,
        DockerfileRuleContext context
    )
    {
        if (items.Length == 0)
        {
            return [];
        }

        RequiredLabels required = RequiredLabels.Of(context, items);
        return Find(instruction).Where(label => required.IsOfType(label.Key, type));
    }
}

using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Hadolint;

[Rule("DL3044", Behaviour = RuleBehaviour.Hadolint)]
internal sealed partial class SameInstructionVariable : DockerfileRule
{
    /// <summary>By the text of the values, whatever their order.</summary>
    public override void VisitEnv(EnvInstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (instruction.Pairs.Length < 2)
        {
            return;
        }

        ILookup<string, KeyValueSyntax> pairs = instruction.Pairs.ToLookup(
            pair => pair.Key.Text,
            StringComparer.Ordinal
        );
        foreach (KeyValueSyntax pair in instruction.Pairs)
        {
            if (pair.Value is not { } value)
            {
                continue;
            }

            foreach ((int start, string name) in VariableText.Find(value.Text))
            {
                bool isSetHere = pairs[name].Any(other => other != pair);
                if (isSetHere && !context.Model.IsSetBefore(name, instruction))
                {
                    context.Report(value.GetSpan(start, name.Length), Message(name: name));
                }
            }
        }
    }
}

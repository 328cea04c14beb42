using System.Collections.Immutable;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Semantics.Dockerfiles;

/// <summary>
/// Where ARG and ENV first name a variable, in whatever stage: what tools go by that do not tell stages apart.
/// </summary>
internal sealed class FirstDefinitions
{
    private readonly Dictionary<(string Name, InstructionKind Kind), int> _starts = [];

    private FirstDefinitions(DockerfileModel model)
    {
        foreach (InstructionSyntax instruction in model.Tree.Root.Instructions)
        {
            ImmutableArray<KeyValueSyntax> pairs = instruction switch
            {
                ArgInstructionSyntax arg => arg.Declarations,
                EnvInstructionSyntax env => env.Pairs,
                _ => [],
            };
            foreach (KeyValueSyntax pair in pairs)
            {
                var key = (pair.Key.Text, instruction.Kind);
                if (!_starts.ContainsKey(key))
                {
                    _starts.Add(key, instruction.Span.Start);
                }
            }
        }
    }

    internal static FirstDefinitions Of(DockerfileModel model) =>
        model.Indexes.Get(model, static model => new FirstDefinitions(model));

    /// <summary>Whether an ARG or ENV above an instruction names a variable.</summary>
    internal bool IsSetBefore(string name, InstructionSyntax instruction) =>
        IsSetBefore(name, InstructionKind.Arg, instruction) || IsSetBefore(name, InstructionKind.Env, instruction);

    /// <summary>Whether an instruction of a kind, ARG or ENV, above another one names a variable.</summary>
    internal bool IsSetBefore(string name, InstructionKind kind, InstructionSyntax instruction) =>
        _starts.TryGetValue((name, kind), out int start) && start < instruction.Span.Start;
}

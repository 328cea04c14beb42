using System.Collections.Immutable;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Instructions;

/// <summary>
/// Which earlier CMD, ENTRYPOINT or HEALTHCHECK loses its effect by a later one of the same stage. A trigger of the
/// stage's base counts as earlier than all.
/// </summary>
internal sealed class ReplacedInstructions
{
    private readonly Dictionary<InstructionSyntax, InstructionSyntax> _replaced = [];

    private ReplacedInstructions(DockerfileModel model)
    {
        var last = new Dictionary<InstructionKind, InstructionSyntax>();
        Add(model.Preamble, last);
        foreach (Stage stage in model.Stages)
        {
            last.Clear();
            foreach (InstructionSyntax trigger in stage.BaseStage?.Triggers ?? [])
            {
                // They run first in this stage.
                last[trigger.Kind] = trigger;
            }

            Add(stage.Instructions, last);
        }
    }

    internal static ReplacedInstructions Of(DockerfileModel model) =>
        model.Indexes.Get(model, static model => new ReplacedInstructions(model));

    /// <summary>The instruction that another one replaces, or <c>null</c>.</summary>
    internal InstructionSyntax? FindReplacedBy(InstructionSyntax instruction) =>
        _replaced.TryGetValue(instruction, out InstructionSyntax? replaced) ? replaced : null;

    private void Add(
        ImmutableArray<InstructionSyntax> instructions,
        Dictionary<InstructionKind, InstructionSyntax> last
    )
    {
        foreach (InstructionSyntax instruction in instructions)
        {
            if (instruction.Kind is InstructionKind.Cmd or InstructionKind.Entrypoint or InstructionKind.Healthcheck)
            {
                if (last.TryGetValue(instruction.Kind, out InstructionSyntax? earlier))
                {
                    _replaced.Add(instruction, earlier);
                }

                last[instruction.Kind] = instruction;
            }
        }
    }
}

using System.Collections.Immutable;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Downloads;

/// <summary>
/// The first call of curl and of wget by a RUN of each stage, and by the triggers of each stage, which run in another
/// one.
/// </summary>
internal sealed class FirstDownloads
{
    private readonly DockerfileModel _model;
    private readonly Dictionary<(Stage? Stage, bool IsTrigger, string Name), RunCommand> _commands = [];

    private readonly Func<RunCommand, bool>? _isSeen;

    /// <param name="model">The file.</param>
    /// <param name="isSeen">Which calls count for hadolint; <c>null</c> where all count.</param>
    internal FirstDownloads(DockerfileModel model, Func<RunCommand, bool>? isSeen = null)
    {
        _isSeen = isSeen;
        _model = model;
        foreach (InstructionSyntax instruction in model.Tree.Root.Instructions)
        {
            if (((instruction as OnbuildInstructionSyntax)?.Trigger ?? instruction) is RunInstructionSyntax run)
            {
                Add(run);
            }
        }
    }

    internal static FirstDownloads Of(DockerfileModel model) =>
        model.Indexes.Get(model, static model => new FirstDownloads(model));

    /// <summary>
    /// The first call of a program in the stage of a command, or in the triggers of that stage where the command is
    /// part of one; <c>null</c> where there is none.
    /// </summary>
    /// <param name="near">The command.</param>
    /// <param name="name"><c>curl</c> or <c>wget</c>.</param>
    internal RunCommand? Find(RunCommand near, string name) =>
        _commands.TryGetValue(GetKey(near.Instruction, name), out RunCommand? command) ? command : null;

    private void Add(RunInstructionSyntax run)
    {
        foreach (RunCommand command in GetCommands(run))
        {
            (Stage?, bool, string) key = GetKey(run, command.Name);
            if (command.Name is "curl" or "wget" && !_commands.ContainsKey(key) && _isSeen?.Invoke(command) != false)
            {
                _commands.Add(key, command);
            }
        }
    }

    private ImmutableArray<RunCommand> GetCommands(RunInstructionSyntax run)
    {
        InstructionScript? script = _model.GetScript(run);
        return (_isSeen is null ? script : script?.GetInOneLine(CancellationToken.None))?.RunCommands ?? [];
    }

    private (Stage?, bool, string) GetKey(InstructionSyntax instruction, string name) =>
        (_model.FindStage(instruction), instruction.IsTrigger, name);
}

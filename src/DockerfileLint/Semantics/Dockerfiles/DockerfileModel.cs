using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Diagnostics;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Dockerfiles;

/// <summary>What a Dockerfile means: its stages and what runs in them.</summary>
[Experimental(ExperimentalApi.Id)]
public sealed class DockerfileModel
{
    private readonly ISourceFiles? _files;
    private BuildContext? _context;
    private HashSet<Stage>? _finalStages;
    private Dictionary<InstructionSyntax, InstructionSyntax>? _overridden;
    private bool? _usesLowerCase;
    private BuildGraph? _buildGraph;
    private Dictionary<InstructionSyntax, InstructionScript>? _scripts;
    private CopiedFiles? _copiedArchives;
    private Dictionary<string, Dictionary<(Stage? Stage, bool IsTrigger), RunCommand>>? _firstCommands;
    private InstructionScript? _lastScript;
    private Dictionary<(string Name, InstructionKind Kind), int>? _firstDefinitions;
    private Dictionary<(Stage Stage, string Text), int>? _firstMentions;
    private Dictionary<(InstructionSyntax Instruction, string Text), bool>? _mentions;
    private ImmutableArray<ShellPragma> _shellPragmas;

    private DockerfileModel(
        DockerfileSyntaxTree tree,
        ImmutableArray<Stage> stages,
        ImmutableArray<InstructionSyntax> preamble,
        VariableScope global,
        ISourceFiles? files
    )
    {
        GlobalVariables = global;
        _files = files;
        Tree = tree;
        Stages = stages;
        Preamble = preamble;
    }

    /// <summary>The tree.</summary>
    public DockerfileSyntaxTree Tree { get; }

    /// <summary>The stages in order.</summary>
    public ImmutableArray<Stage> Stages { get; }

    /// <summary>What stands before the first FROM.</summary>
    public ImmutableArray<InstructionSyntax> Preamble { get; }

    /// <summary>
    /// The stage that a build without target makes: the last one, or <c>null</c> in a file without FROM.
    /// </summary>
    public Stage? FinalStage => Stages.IsEmpty ? null : Stages[Stages.Length - 1];

    /// <summary>
    /// The build context, as far as the files beside the Dockerfile tell. They are read on first use.
    /// </summary>
    internal BuildContext Context => _context ??= BuildContext.Find(Tree.File, _files);

    /// <summary>How the stages need each other.</summary>
    public BuildGraph BuildGraph => _buildGraph ??= new BuildGraph(Stages);

    /// <summary>
    /// Whether instruction names are written in lower case: among the stages, more of them are wholly lower case than
    /// wholly upper case.
    /// </summary>
    public bool UsesLowerCase => _usesLowerCase ??= CountCases() > 0;

    /// <summary>Creates the model of a tree.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="files">The files beside the Dockerfile, or <c>null</c> where nothing is known of them.</param>
    public static DockerfileModel Create(DockerfileSyntaxTree tree, ISourceFiles? files = null)
    {
        if (tree is null)
        {
            throw new ArgumentNullException(nameof(tree));
        }

        ImmutableArray<InstructionSyntax> instructions = tree.Root.Instructions;
        int start = 0;
        while (start < instructions.Length && instructions[start].Kind != InstructionKind.From)
        {
            start++;
        }

        ImmutableArray<InstructionSyntax> preamble = instructions.Slice(0, start);
        VariableScope global = VariableScope.CreateGlobal(tree.Escape, preamble);
        ImmutableArray<Stage>.Builder stages = ImmutableArray.CreateBuilder<Stage>();
        var byName = new Dictionary<string, Stage>(StringComparer.Ordinal);
        while (start < instructions.Length)
        {
            int end = start + 1;
            while (end < instructions.Length && instructions[end].Kind != InstructionKind.From)
            {
                end++;
            }

            var stage = new Stage(
                stages.Count,
                (FromInstructionSyntax)instructions[start],
                instructions.Slice(start + 1, end - start - 1),
                end == instructions.Length,
                tree.Escape,
                global,
                byName
            );
            stages.Add(stage);
            if (stage.Name is { } name)
            {
                byName[name.ToLowerInvariant()] = stage;
            }

            start = end;
        }

        return new DockerfileModel(tree, stages.DrainToImmutable(), preamble, global, files);
    }

    /// <summary>
    /// What RUN, CMD, ENTRYPOINT or HEALTHCHECK runs, parsed on first demand; <c>null</c> for other instructions and
    /// where there is no command.
    /// </summary>
    public InstructionScript? GetScript(InstructionSyntax instruction)
    {
        if (instruction is null)
        {
            throw new ArgumentNullException(nameof(instruction));
        }

        if (_lastScript?.Instruction == instruction)
        {
            // Many rules ask for the same one in turn.
            return _lastScript;
        }

        if (InstructionScriptReader.GetCommand(instruction) is not { } command)
        {
            return null;
        }

        _scripts ??= [];
        if (!_scripts.TryGetValue(instruction, out InstructionScript? script))
        {
            script = InstructionScriptReader.Read(
                instruction,
                command,
                FindStage(instruction)?.GetShell(instruction) ?? EffectiveShell.Linux
            );
            _scripts.Add(instruction, script);
        }

        return _lastScript = script;
    }

    /// <summary>
    /// The first call of a program by a RUN in the stage of a command, or in the triggers of that stage where the
    /// command is part of one; <c>null</c> where there is none.
    /// </summary>
    internal RunCommand? GetFirstCommand(RunCommand near, string name)
    {
        _firstCommands ??= new Dictionary<string, Dictionary<(Stage?, bool), RunCommand>>(StringComparer.Ordinal);
        if (!_firstCommands.TryGetValue(name, out Dictionary<(Stage?, bool), RunCommand>? commands))
        {
            commands = FindFirstCommands(name);
            _firstCommands.Add(name, commands);
        }

        return commands.TryGetValue((FindStage(near.Instruction), near.Instruction.IsTrigger), out RunCommand? found)
            ? found
            : null;
    }

    private Dictionary<(Stage?, bool), RunCommand> FindFirstCommands(string name)
    {
        var first = new Dictionary<(Stage?, bool), RunCommand>();
        foreach (InstructionSyntax each in Tree.Root.Instructions)
        {
            InstructionSyntax? run = each is OnbuildInstructionSyntax onbuild ? onbuild.Trigger : each;
            if (run is not RunInstructionSyntax || GetScript(run) is not { } script)
            {
                continue;
            }

            foreach (RunCommand command in script.RunCommands)
            {
                if (command.Name == name)
                {
                    (Stage?, bool) key = (FindStage(each), run.IsTrigger);
                    first[key] = first.TryGetValue(key, out RunCommand? earlier) ? earlier : command;
                    break;
                }
            }
        }

        return first;
    }

    /// <summary>
    /// Whether a RUN, COPY or ADD that has run by the end of an instruction holds a text, in the stage or in those it
    /// is built on: a setting that it writes into a file, or such a file.
    /// </summary>
    internal bool IsMentionedBefore(InstructionSyntax instruction, string text)
    {
        Stage? own = FindStage(instruction);
        int depth = 0;
        for (Stage? stage = own; stage is not null && depth < Stage.ChainLimit; stage = stage.BaseStage, depth++)
        {
            if (FindMention(stage, text) < (stage == own ? instruction.Span.End : int.MaxValue))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether an instruction holds a text.</summary>
    internal bool IsMentionedIn(InstructionSyntax instruction, string text)
    {
        _mentions ??= [];
        if (!_mentions.TryGetValue((instruction, text), out bool isMentioned))
        {
            isMentioned = Tree.Text.AsSpan(instruction.Span).IndexOf(text.AsSpan(), StringComparison.Ordinal) >= 0;
            _mentions.Add((instruction, text), isMentioned);
        }

        return isMentioned;
    }

    private int FindMention(Stage stage, string text)
    {
        _firstMentions ??= [];
        if (!_firstMentions.TryGetValue((stage, text), out int first))
        {
            InstructionSyntax? mention = stage.Instructions.FirstOrDefault(each =>
                each.Kind
                    is InstructionKind.Run
                        or InstructionKind.Copy
                        or InstructionKind.Add
                        or InstructionKind.Onbuild
                && IsMentionedIn(each, text)
            );
            first = mention?.Span.Start ?? int.MaxValue;
            _firstMentions.Add((stage, text), first);
        }

        return first;
    }

    /// <summary>
    /// The source of the COPY that brought an archive of this name into the stage before an instruction, or
    /// <c>null</c>.
    /// </summary>
    internal WordSyntax? FindCopiedArchive(InstructionSyntax instruction, string name)
    {
        _copiedArchives ??= new CopiedFiles(this);
        return _copiedArchives.Find(FindStage(instruction), name, instruction.Span.Start);
    }

    /// <summary>The instruction before another one, ONBUILD included, or <c>null</c> for the first.</summary>
    internal InstructionSyntax? GetPrevious(InstructionSyntax instruction)
    {
        ImmutableArray<InstructionSyntax> instructions = Tree.Root.Instructions;
        int low = 0;
        int high = instructions.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (instructions[middle].Span.Start < instruction.Span.Start)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low == 0 ? null : instructions[low - 1];
    }

    /// <summary>The ARG names before the first FROM, and the platform arguments.</summary>
    internal VariableScope GlobalVariables { get; }

    /// <summary>
    /// Whether a build without target makes an image with the layers of a stage: it is the final stage, or the final
    /// stage is built on it.
    /// </summary>
    internal bool IsInFinalImage(Stage stage)
    {
        if (_finalStages is null)
        {
            _finalStages = [];
            for (Stage? final = FinalStage; final is not null; final = final.BaseStage)
            {
                _finalStages.Add(final);
            }
        }

        return _finalStages.Contains(stage);
    }

    /// <summary>
    /// The earlier CMD, ENTRYPOINT or HEALTHCHECK of the same stage that an instruction replaces, or that a trigger of
    /// its base gave it; <c>null</c> where there is none.
    /// </summary>
    public InstructionSyntax? GetOverridden(InstructionSyntax instruction)
    {
        if (instruction is null)
        {
            throw new ArgumentNullException(nameof(instruction));
        }

        _overridden ??= FindOverridden();
        return _overridden.TryGetValue(instruction, out InstructionSyntax? overridden) ? overridden : null;
    }

    /// <summary>
    /// Whether an ARG or ENV above an instruction names a variable, in whatever stage: what tools go by that do not
    /// tell stages apart.
    /// </summary>
    internal bool IsSetBefore(string name, InstructionSyntax instruction) =>
        IsSetBefore(name, InstructionKind.Arg, instruction) || IsSetBefore(name, InstructionKind.Env, instruction);

    /// <summary>
    /// Whether an instruction of a kind, ARG or ENV, above another one names a variable, in whatever stage.
    /// </summary>
    internal bool IsSetBefore(string name, InstructionKind kind, InstructionSyntax instruction)
    {
        _firstDefinitions ??= FindFirstDefinitions();
        return _firstDefinitions.TryGetValue((name, kind), out int first) && first < instruction.Span.Start;
    }

    /// <summary>The comments that name the shell of the RUN instructions below them, in text order.</summary>
    internal ImmutableArray<ShellPragma> ShellPragmas =>
        _shellPragmas.IsDefault ? _shellPragmas = ShellPragma.FindAll(Tree) : _shellPragmas;

    /// <summary>
    /// The comment that names the shell at a place of a stage: the last one before it in the stage, else the last one
    /// of the stage that this one is built on, else the last one above the first FROM; <c>null</c> where there is none.
    /// A SHELL instruction between the comment and the place is stronger, which is the caller's to see.
    /// </summary>
    /// <param name="stage">The stage.</param>
    /// <param name="position">0-based offset, such as the start of a RUN.</param>
    internal ShellPragma? GetShellPragma(Stage stage, int position)
    {
        if (ShellPragmas.IsEmpty)
        {
            return null;
        }

        for (Stage? current = stage; current is not null; current = current.BaseStage)
        {
            int end =
                current == stage ? position
                : current.Index + 1 < Stages.Length ? Stages[current.Index + 1].From.Span.Start
                : Tree.Text.Length;
            if (FindLastShellPragma(current.From.Span.Start, end) is { } pragma)
            {
                return pragma;
            }
        }

        return FindLastShellPragma(0, Stages[0].From.Span.Start);
    }

    private ShellPragma? FindLastShellPragma(int start, int end)
    {
        for (int i = ShellPragmas.Length - 1; i >= 0; i--)
        {
            if (ShellPragmas[i].Span.Start >= start && ShellPragmas[i].Span.Start < end)
            {
                return ShellPragmas[i];
            }
        }

        return null;
    }

    /// <summary>What the builder refuses once it follows stages and variables.</summary>
    internal ImmutableArray<Diagnostic> GetDiagnostics() => new BuildGraphChecker(this).Check();

    /// <summary>Expands a word that stands before the first FROM.</summary>
    internal Fact<string> ExpandGlobal(WordSyntax word) => GlobalVariables.Expand(word.Text, word.Span.Start).At(word);

    /// <summary>The stage that an instruction stands in, or <c>null</c> before the first one.</summary>
    internal Stage? FindStage(InstructionSyntax instruction)
    {
        int low = 0;
        int high = Stages.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (Stages[middle].From.Span.Start <= instruction.Span.Start)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low == 0 ? null : Stages[low - 1];
    }

    private Dictionary<(string Name, InstructionKind Kind), int> FindFirstDefinitions()
    {
        var first = new Dictionary<(string Name, InstructionKind Kind), int>();
        foreach (InstructionSyntax instruction in Tree.Root.Instructions)
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
                if (!first.ContainsKey(key))
                {
                    first.Add(key, instruction.Span.Start);
                }
            }
        }

        return first;
    }

    private Dictionary<InstructionSyntax, InstructionSyntax> FindOverridden()
    {
        var overridden = new Dictionary<InstructionSyntax, InstructionSyntax>();
        var last = new Dictionary<InstructionKind, InstructionSyntax>();
        int stage = 0;
        foreach (InstructionSyntax instruction in Tree.Root.Instructions)
        {
            switch (instruction.Kind)
            {
                case InstructionKind.From:
                    last.Clear();
                    foreach (InstructionSyntax trigger in Stages[stage++].BaseStage?.Triggers ?? [])
                    {
                        // They run first in this stage.
                        last[trigger.Kind] = trigger;
                    }

                    break;
                case InstructionKind.Cmd or InstructionKind.Entrypoint or InstructionKind.Healthcheck:
                    if (last.TryGetValue(instruction.Kind, out InstructionSyntax? earlier))
                    {
                        overridden.Add(instruction, earlier);
                    }

                    last[instruction.Kind] = instruction;
                    break;
                default:
                    break;
            }
        }

        return overridden;
    }

    /// <summary>Names in lower case less names in upper case.</summary>
    private int CountCases()
    {
        int count = 0;
        for (int i = Preamble.Length; i < Tree.Root.Instructions.Length; i++)
        {
            InstructionSyntax instruction = Tree.Root.Instructions[i];
            if (instruction.Kind != InstructionKind.Unknown)
            {
                ReadOnlySpan<char> keyword = Tree.Text.AsSpan(instruction.KeywordSpan);
                count +=
                    DockerfileFacts.IsLowerCase(keyword) ? 1
                    : DockerfileFacts.IsUpperCase(keyword) ? -1
                    : 0;
            }
        }

        return count;
    }
}

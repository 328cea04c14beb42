using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using DockerfileLint.Diagnostics;
using DockerfileLint.Syntax;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Dockerfiles;

/// <summary>
/// What a Dockerfile means: its stages and what runs in them. Immutable for those who look; what is computed on first
/// demand, here and in all that hangs on a model, is the same object for all threads.
/// </summary>
[Experimental(ExperimentalApi.Id)]
public sealed class DockerfileModel
{
    // By the instruction, or by the ONBUILD that it is the trigger of.
    private readonly OnDemandTable<InstructionScript> _scripts;
    private readonly AnalysisBudget _budget;
    private InstructionScript? _lastScript;
    private readonly DockerfileModel? _withoutRequest;
    private ConcurrentDictionary<BuildRequest, DockerfileModel>? _others;

    private DockerfileModel(
        DockerfileSyntaxTree tree,
        ImmutableArray<Stage> stages,
        ImmutableArray<InstructionSyntax> preamble,
        VariableScope global,
        BuildRequest request,
        DockerfileModel? withoutRequest,
        AnalysisBudget budget
    )
    {
        _withoutRequest = withoutRequest;
        GlobalVariables = global;
        Tree = tree;
        Stages = stages;
        Preamble = preamble;
        Request = request;
        _budget = budget;
        RequestedStage = request.Target is { } target ? FindTarget(target) : null;
        FinalStage = RequestedStage ?? (stages.IsEmpty ? null : stages[stages.Length - 1]);
        if (FinalStage is not null)
        {
            FinalStage.IsFinal = true;
        }

        BuildGraph = new BuildGraph(stages, FinalStage);
        _scripts = new OnDemandTable<InstructionScript>(tree.Root.Instructions.Length);
    }

    /// <summary>The tree.</summary>
    public DockerfileSyntaxTree Tree { get; }

    /// <summary>The stages in order.</summary>
    public ImmutableArray<Stage> Stages { get; }

    /// <summary>What stands before the first FROM.</summary>
    public ImmutableArray<InstructionSyntax> Preamble { get; }

    /// <summary>What the build is asked for.</summary>
    public BuildRequest Request { get; }

    /// <summary>
    /// The stage that the build makes its image of: the one that it is asked for, or else the last one; <c>null</c> in
    /// a file without FROM.
    /// </summary>
    public Stage? FinalStage { get; }

    /// <summary>
    /// The stage that the build is asked for; <c>null</c> where it asks for none, or for one that the file does not
    /// have.
    /// </summary>
    public Stage? RequestedStage { get; }

    /// <summary>How the stages need each other.</summary>
    public BuildGraph BuildGraph { get; }

    /// <summary>Whether scripts that somebody asked for were not read, or not all that they run in turn.</summary>
    internal bool HasCutScripts { get; private set; }

    /// <summary>What single rules ask of the model.</summary>
    internal ModelIndexes Indexes { get; } = new();

    /// <summary>Creates the model of a tree.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="budget">What the file may cost, or <c>null</c> for the default.</param>
    /// <param name="cancellation">Ends the making.</param>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public static DockerfileModel Create(
        DockerfileSyntaxTree tree,
        AnalysisBudget? budget = null,
        CancellationToken cancellation = default
    ) =>
        tree is null
            ? throw new ArgumentNullException(nameof(tree))
            : Create(tree, BuildRequest.Default, withoutRequest: null, budget ?? AnalysisBudget.Default, cancellation);

    private static DockerfileModel Create(
        DockerfileSyntaxTree tree,
        BuildRequest request,
        DockerfileModel? withoutRequest,
        AnalysisBudget budget,
        CancellationToken cancellation
    )
    {
        ImmutableArray<InstructionSyntax> instructions = tree.Root.Instructions;
        int start = 0;
        while (start < instructions.Length && instructions[start].Kind != InstructionKind.From)
        {
            start++;
        }

        ImmutableArray<InstructionSyntax> preamble = instructions.Slice(0, start);
        VariableScope global = VariableScope.CreateGlobal(tree, preamble, request, budget, cancellation);
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
                request,
                tree.Escape,
                global,
                byName,
                cancellation
            );
            stages.Add(stage);
            if (stage.Name is { } name)
            {
                byName[name.ToLowerInvariant()] = stage;
            }

            start = end;
        }

        return new DockerfileModel(tree, stages.DrainToImmutable(), preamble, global, request, withoutRequest, budget);
    }

    /// <summary>What the file means to a build, made once for equal requests.</summary>
    /// <param name="request">What the build is asked for.</param>
    /// <param name="cancellation">Ends the making.</param>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public DockerfileModel For(BuildRequest request, CancellationToken cancellation = default)
    {
        if (request is null)
        {
            throw new ArgumentNullException(nameof(request));
        }

        if (request.Equals(Request))
        {
            return this;
        }

        // The model without a request holds the others.
        if (_withoutRequest is not null)
        {
            return _withoutRequest.For(request, cancellation);
        }

        ConcurrentDictionary<BuildRequest, DockerfileModel> others =
            _others
            ?? InterlockedOperations.Initialize(ref _others, new ConcurrentDictionary<BuildRequest, DockerfileModel>());
        return others.TryGetValue(request, out DockerfileModel? other)
            ? other
            : others.GetOrAdd(request, Create(Tree, request, this, _budget, cancellation));
    }

    /// <summary>
    /// The same, <c>null</c> where too many builds ask for it: each costs as much as the file.
    /// </summary>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    internal DockerfileModel? FindFor(BuildRequest request, CancellationToken cancellation)
    {
        DockerfileModel alone = _withoutRequest ?? this;
        bool isKnown = request.Equals(alone.Request) || (alone._others is { } others && others.ContainsKey(request));
        return isKnown || alone._others is null || alone._others.Count < AnalysisBudget.MaxBuilds
            ? alone.For(request, cancellation)
            : null;
    }

    /// <summary>
    /// The stage that a build can ask for, by name in any letter case, the last one of several, or by number;
    /// <c>null</c> where there is none.
    /// </summary>
    internal Stage? FindTarget(string nameOrNumber)
    {
        for (int i = Stages.Length - 1; i >= 0; i--)
        {
            if (string.Equals(Stages[i].Name, nameOrNumber, StringComparison.OrdinalIgnoreCase))
            {
                return Stages[i];
            }
        }

        return
            int.TryParse(nameOrNumber, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            && number < Stages.Length
            ? Stages[number]
            : null;
    }

    /// <summary>
    /// What RUN, CMD, ENTRYPOINT or HEALTHCHECK runs, parsed once on first demand; <c>null</c> for other instructions
    /// and where there is no command.
    /// </summary>
    /// <exception cref="ArgumentException">The instruction is none of <see cref="Tree"/>.</exception>
    public InstructionScript? GetScript(InstructionSyntax instruction) =>
        GetScript(instruction, CancellationToken.None);

    /// <summary>The same, where the caller may give up meanwhile.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    internal InstructionScript? GetScript(InstructionSyntax instruction, CancellationToken cancellation)
    {
        if (instruction is null)
        {
            throw new ArgumentNullException(nameof(instruction));
        }

        // Many rules ask for the same one in turn.
        InstructionScript? last = _lastScript;
        if (last?.Instruction == instruction)
        {
            return last;
        }

        if (InstructionScriptReader.GetCommand(instruction) is not { } command)
        {
            return null;
        }

        if (instruction.Tree != Tree)
        {
            throw new ArgumentException("The instruction belongs to another tree.", nameof(instruction));
        }

        if (command.Span.End > AnalysisBudget.MaxScriptedLength)
        {
            HasCutScripts = true;
            return null;
        }

        return _lastScript = _scripts.Get(
            GetInstructionIndex(instruction.Span.Start),
            (Model: this, Instruction: instruction, Command: command, Cancellation: cancellation),
            static each => each.Model.ReadScript(each.Instruction, each.Command, each.Cancellation),
            cancellation
        );
    }

    /// <summary>The instruction before another one, ONBUILD included, or <c>null</c> for the first.</summary>
    internal InstructionSyntax? GetPrevious(InstructionSyntax instruction)
    {
        int count = CountBefore(instruction.Span.Start);
        return count == 0 ? null : Tree.Root.Instructions[count - 1];
    }

    /// <summary>
    /// The number of the instruction at or before an offset, ONBUILD counted and its trigger not; -1 before the first.
    /// </summary>
    internal int GetInstructionIndex(int position) => CountBefore(position + 1) - 1;

    /// <summary>The ARG names before the first FROM, and the platform arguments.</summary>
    internal VariableScope GlobalVariables { get; }

    /// <summary>What the builder refuses once it follows stages and variables.</summary>
    internal ImmutableArray<Diagnostic> GetDiagnostics(CancellationToken cancellation = default) =>
        new BuildGraphChecker(this).Check(cancellation);

    /// <summary>Expands a word that stands before the first FROM.</summary>
    internal Fact<string> ExpandGlobal(WordSyntax word) => GlobalVariables.Expand(word.Text, word.Span.Start).At(word);

    /// <summary>
    /// The variables that nothing sets and that are taken for empty in what a word says; none where that is unknown.
    /// </summary>
    internal IEnumerable<VariableReference> FindUnset(WordSyntax word)
    {
        SyntaxNode? holder = word.Parent;
        while (holder is not (null or InstructionSyntax))
        {
            holder = holder.Parent;
        }

        Stage? stage = holder is InstructionSyntax instruction ? FindStage(instruction) : null;
        bool isGlobal = stage is null || stage.From == holder;
        VariableScope scope = isGlobal ? GlobalVariables : stage!.Variables;
        int before = isGlobal ? int.MaxValue : word.Span.Start;
        ExpandedText text = scope.Expand(word.Text, before);
        bool isUsed = text.RestsOnUnset && text.Certainty == Certainty.Default;
        return isUsed && (word != stage?.From.Image || stage.BaseName.Certainty == Certainty.Default)
            ? scope
                .FindVariables(word.Text, before)
                .Where(reference => reference is { Variable.RestsOnUnset: true, IsUnsetHandled: false })
            : [];
    }

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

    private InstructionScript ReadScript(
        InstructionSyntax instruction,
        CommandSyntax command,
        CancellationToken cancellation
    )
    {
        InstructionScript script = InstructionScriptReader.Read(
            instruction,
            command,
            FindStage(instruction)?.GetShell(instruction) ?? EffectiveShell.Linux,
            cancellation
        );
        HasCutScripts |= script.IsCut;
        return script;
    }

    /// <summary>How many instructions start before an offset, triggers not counted.</summary>
    private int CountBefore(int position)
    {
        ImmutableArray<InstructionSyntax> instructions = Tree.Root.Instructions;
        int low = 0;
        int high = instructions.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (instructions[middle].Span.Start < position)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}

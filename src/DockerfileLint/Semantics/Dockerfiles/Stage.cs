using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Syntax.Values;
using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Dockerfiles;

/// <summary>A build stage: a FROM and what follows it.</summary>
[Experimental(ExperimentalApi.Id)]
public sealed class Stage
{
    /// <summary>What a named context that is an image starts with.</summary>
    private const string ImageContext = "docker-image://";

    private readonly char _escape;
    private readonly VariableScope _global;
    private readonly BuildRequest _request;
    private EffectiveUser? _user;
    private InstructionSyntax[]? _triggers;
    private (int Start, EffectiveShell Shell)[]? _shells;
    private int[]? _firstByKind;

    internal Stage(
        int index,
        FromInstructionSyntax from,
        ImmutableArray<InstructionSyntax> instructions,
        BuildRequest request,
        char escape,
        VariableScope global,
        Dictionary<string, Stage> earlier,
        CancellationToken cancellation
    )
    {
        Index = index;
        From = from;
        Instructions = instructions;
        _request = request;
        _escape = escape;
        _global = global;
        Name = from.Name?.Text;
        ShadowedStage =
            Name is not null && earlier.TryGetValue(Name.ToLowerInvariant(), out Stage? sameName) ? sameName : null;
        BaseName = from.Image is { } image
            ? ExpandImage(image)
            : new Fact<string>(null, Certainty.Unknown, from, from.Span, displayText: "");
        if (BaseName.TryGetValue(out string? name))
        {
            BaseContext = request.FindContext(name);
            if (BaseContext is not null)
            {
                BaseName = GetImage(BaseName, BaseContext);
            }
            else if (earlier.TryGetValue(name, out Stage? baseStage))
            {
                BaseStage = baseStage;
            }
        }

        RootStage = BaseStage?.RootStage ?? this;
        Variables = VariableScope.CreateStage(
            global,
            BaseStage?.Variables,
            isBaseUnknown: BaseStage is null && !IsFromScratch,
            BaseName.ValueOr(null),
            BaseStage?.Triggers ?? [],
            instructions,
            cancellation
        );
    }

    /// <summary>0-based number.</summary>
    public int Index { get; }

    /// <summary>The FROM.</summary>
    public FromInstructionSyntax From { get; }

    /// <summary>What follows the FROM, up to the next one.</summary>
    public ImmutableArray<InstructionSyntax> Instructions { get; }

    /// <summary>
    /// Whether the build makes its image of this stage: the last one, or the one that it is asked for.
    /// </summary>
    /// <remarks>Set once, by the model that makes the stage.</remarks>
    public bool IsFinal { get; internal set; }

    /// <summary>The name after AS as it is written, or <c>null</c>.</summary>
    public string? Name { get; }

    /// <summary>
    /// The last earlier stage of the same name without regard to case, which the name does not reach from here on; or
    /// <c>null</c>.
    /// </summary>
    public Stage? ShadowedStage { get; }

    /// <summary>The name, or the number of a stage that has none.</summary>
    public string DisplayName => Name ?? Index.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>What FROM names after expansion: a stage, an image or <c>scratch</c>.</summary>
    public Fact<string> BaseName { get; }

    /// <summary>
    /// What the build puts in the place of the name in FROM: one of its named contexts, or <c>null</c>. Where that is
    /// an image, <see cref="BaseName"/> is its reference, otherwise unknown.
    /// </summary>
    public string? BaseContext { get; }

    /// <summary>The earlier stage that this one is built on, or <c>null</c>.</summary>
    public Stage? BaseStage { get; }

    /// <summary>The stage at the start of the chain of FROMs: its base is no stage of this file.</summary>
    public Stage RootStage { get; }

    /// <summary>Whether the stage starts from nothing.</summary>
    public bool IsFromScratch => BaseStage is null && BaseName.IsCertainly("scratch");

    /// <summary>Who runs the container of this stage, as far as the file says.</summary>
    public EffectiveUser User
    {
        get
        {
            if (_user is null)
            {
                foreach (Stage stage in GetChain(static stage => stage._user is not null))
                {
                    InterlockedOperations.Initialize(
                        ref stage._user,
                        EffectiveUser.Find(stage, stage.BaseStage?._user)
                    );
                }
            }

            return _user!;
        }
    }

    /// <summary>What runs the shell form of an instruction of this stage.</summary>
    public EffectiveShell GetShell(InstructionSyntax instruction)
    {
        if (instruction is null)
        {
            throw new ArgumentNullException(nameof(instruction));
        }

        if (_shells is null)
        {
            foreach (Stage stage in GetChain(static stage => stage._shells is not null))
            {
                InterlockedOperations.Initialize(ref stage._shells, stage.FindShells());
            }
        }

        (int Start, EffectiveShell Shell)[] shells = _shells!;
        int low = 0;
        int high = shells.Length - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if (shells[middle].Start <= instruction.Span.Start)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return shells[low].Shell;
    }

    /// <summary>
    /// Whether an instruction of a kind stands before another one of this stage, in it or in the stages it is built on.
    /// </summary>
    internal bool HasBefore(InstructionSyntax instruction, InstructionKind kind)
    {
        if (GetFirst(kind) < instruction.Span.Start)
        {
            return true;
        }

        int depth = 1;
        for (
            Stage? stage = BaseStage;
            stage is not null && depth < AnalysisBudget.MaxStageChain;
            stage = stage.BaseStage, depth++
        )
        {
            if (stage.GetFirst(kind) < int.MaxValue)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the stage, or a stage it is built on, has an instruction of a kind.</summary>
    internal bool Has(InstructionKind kind)
    {
        int depth = 0;
        for (
            Stage? stage = this;
            stage is not null && depth < AnalysisBudget.MaxStageChain;
            stage = stage.BaseStage, depth++
        )
        {
            if (stage.GetFirst(kind) < int.MaxValue)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What ONBUILD puts at the start of the stages that are built on this one.</summary>
    internal InstructionSyntax[] Triggers =>
        _triggers
        ?? InterlockedOperations.Initialize(
            ref _triggers,
            [
                .. Instructions
                    .OfType<OnbuildInstructionSyntax>()
                    .Select(instruction => instruction.Trigger)
                    .OfType<InstructionSyntax>()
                    .Take(AnalysisBudget.MaxStageTriggers),
            ]
        );

    /// <summary>The ARG and ENV names of the stage.</summary>
    internal VariableScope Variables { get; }

    /// <summary>Expands a word of one of the stage's instructions with the variables set before it.</summary>
    public Fact<string> Expand(WordSyntax word)
    {
        if (word is null)
        {
            throw new ArgumentNullException(nameof(word));
        }

        return Variables.Expand(word.Text, word.Span.Start).At(word);
    }

    /// <summary>Why the builder refuses a word of one of the stage's instructions, if it does.</summary>
    internal ExpansionError FindError(WordSyntax word) => Variables.Expand(word.Text, word.Span.Start).Error;

    /// <summary>
    /// A word of a script, as <c>DisplayText</c> has it, with the values of ARG and ENV filled in; as it is where a
    /// variable in it is none of them.
    /// </summary>
    internal string ResolveInScript(string word, InstructionSyntax instruction) =>
        word.IndexOf('$') >= 0
        && Variables
            .FindVariables(word, instruction.Span.Start, keepsQuotes: true)
            .All(reference => reference.Variable.State == VariableState.Set)
            ? Variables.Expand(word, instruction.Span.Start).At(instruction).ValueOr(word)
            : word;

    /// <summary>Expands a word of EXPOSE, which may become none or several.</summary>
    internal Fact<ImmutableArray<string>> ExpandToWords(WordSyntax word) =>
        Variables.ExpandToWords(word.Text, word.Span.Start).At(word);

    /// <summary>
    /// Expands a word for the question whether the builder refuses it: of what rests on a variable that nothing sets
    /// nothing follows.
    /// </summary>
    internal Fact<string> ExpandSet(WordSyntax word) =>
        Variables.Expand(word.Text, word.Span.Start).WithoutUnset().At(word);

    /// <summary>The same for a word of EXPOSE.</summary>
    internal Fact<ImmutableArray<string>> ExpandSetToWords(WordSyntax word) =>
        Variables.ExpandToWords(word.Text, word.Span.Start).WithoutUnset().At(word);

    /// <summary>The same for a word of the FROM.</summary>
    internal Fact<string> ExpandSetGlobal(WordSyntax word) =>
        _global.Expand(word.Text, int.MaxValue).WithoutUnset().At(word);

    /// <summary>Expands a word of the FROM, which sees the global scope only.</summary>
    internal Fact<string> ExpandGlobal(WordSyntax word) => _global.Expand(word.Text, int.MaxValue).At(word);

    private static Fact<string> GetImage(Fact<string> written, string context) =>
        context.StartsWith(ImageContext, StringComparison.Ordinal)
            ? new Fact<string>(
                context.Substring(ImageContext.Length),
                written.Certainty,
                written.Node,
                written.Span.Span,
                displayText: null
            )
            : new Fact<string>(null, Certainty.Unknown, written.Node, written.Span.Span, written.DisplayText);

    /// <summary>
    /// Expands the image of the FROM. What is none without a variable that nothing sets is not known.
    /// </summary>
    private Fact<string> ExpandImage(WordSyntax word)
    {
        ExpandedText image = _global.Expand(word.Text, int.MaxValue);
        return (image.RestsOnUnset && !ImageName.IsValid(image.Text) ? image.WithoutUnset() : image).At(word);
    }

    /// <summary>Why the builder refuses a word of the FROM, if it does.</summary>
    internal ExpansionError FindGlobalError(WordSyntax word) => _global.Expand(word.Text, int.MaxValue).Error;

    /// <summary>The variables of a word of the FROM.</summary>
    internal ImmutableArray<VariableReference> FindGlobalVariables(WordSyntax word) =>
        _global.FindVariables(word.Text, int.MaxValue);

    /// <summary>
    /// The shells of the stage, each with the offset from where it holds; the first is the one at the start of the
    /// stage.
    /// </summary>
    private (int Start, EffectiveShell Shell)[] FindShells()
    {
        EffectiveShell first =
            BaseStage?._shells is { } inherited ? inherited[inherited.Length - 1].Shell
            : BaseImagePlatform.IsWindows(this, _escape, _request.Platform) ? EffectiveShell.Windows
            : EffectiveShell.Linux;
        foreach (InstructionSyntax trigger in BaseStage?.Triggers ?? [])
        {
            first =
                trigger is ShellInstructionSyntax shell && EffectiveShell.From(shell) is { } effective
                    ? effective
                    : first;
        }

        var shells = new List<(int, EffectiveShell)> { (0, first) };
        foreach (InstructionSyntax instruction in Instructions)
        {
            if (instruction is ShellInstructionSyntax shell && EffectiveShell.From(shell) is { } effective)
            {
                shells.Add((instruction.Span.Start, effective));
            }
        }

        return [.. shells];
    }

    /// <summary>Where the first instruction of a kind starts; behind every text where there is none.</summary>
    private int GetFirst(InstructionKind kind) =>
        (_firstByKind ?? InterlockedOperations.Initialize(ref _firstByKind, FindFirstByKind()))[(int)kind];

    private int[] FindFirstByKind()
    {
        int[] first = new int[(int)InstructionKind.Workdir + 1];
        first.AsSpan().Fill(int.MaxValue);
        foreach (InstructionSyntax instruction in Instructions)
        {
            first[(int)instruction.Kind] = Math.Min(first[(int)instruction.Kind], instruction.Span.Start);
        }

        return first;
    }

    /// <summary>This stage and the stages that it is built on, bases first, without those that are done.</summary>
    private Stack<Stage> GetChain(Func<Stage, bool> isDone)
    {
        var chain = new Stack<Stage>();
        for (Stage? stage = this; stage is not null && !isDone(stage); stage = stage.BaseStage)
        {
            chain.Push(stage);
        }

        return chain;
    }
}

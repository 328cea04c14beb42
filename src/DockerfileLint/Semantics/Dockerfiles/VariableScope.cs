using System.Collections.Immutable;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Dockerfiles;

/// <summary>
/// The ARG and ENV names of the global scope or of one stage, as they grow from instruction to instruction. Immutable
/// once it is made.
/// </summary>
internal sealed class VariableScope
{
    /// <summary>
    /// Each trigger is added to each stage that is built on its own, so the file's budget bounds them too.
    /// </summary>
    private const int TriggerCost = 64;

    /// <summary>What the builder sets where an image has no PATH.</summary>
    private const string DefaultPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    /// <summary>The platform arguments, with what they mean on the most common platform.</summary>
    private static readonly Dictionary<string, string> PlatformArguments = new(StringComparer.Ordinal)
    {
        ["BUILDPLATFORM"] = "linux/amd64",
        ["BUILDOS"] = "linux",
        ["BUILDOSVERSION"] = "",
        ["BUILDARCH"] = "amd64",
        ["BUILDVARIANT"] = "",
        ["TARGETPLATFORM"] = "linux/amd64",
        ["TARGETOS"] = "linux",
        ["TARGETOSVERSION"] = "",
        ["TARGETARCH"] = "amd64",
        ["TARGETVARIANT"] = "",
        ["TARGETSTAGE"] = "default",
    };

    private readonly Dictionary<string, List<Assignment>> _assignments = new(StringComparer.Ordinal);
    private readonly char _escape;
    private readonly BuildRequest _request;

    // Spent while the scopes of a file are made, in text order, and not touched any more.
    private readonly ExpansionBudget _budget;
    private readonly int _budgetShare;
    private readonly VariableScope? _base;
    private readonly VariableScope? _global;
    private readonly bool _isBaseUnknown;
    private readonly string? _baseImage;
    private readonly int _depth;

    private VariableScope(char escape, BuildRequest request, ExpansionBudget budget, int budgetShare)
    {
        _escape = escape;
        _request = request;
        _budget = budget;
        _budgetShare = budgetShare;
    }

    private VariableScope(VariableScope global, VariableScope? baseScope, bool isBaseUnknown, string? baseImage)
        : this(global._escape, global._request, global._budget, global._budgetShare)
    {
        _base = baseScope;
        _global = global;
        _isBaseUnknown = isBaseUnknown || baseScope is { _isBaseUnknown: true };
        _baseImage = baseScope is null ? baseImage : baseScope._baseImage;
        _depth = baseScope is null ? 0 : baseScope._depth + 1;
    }

    /// <summary>The scope of what stands before the first FROM.</summary>
    internal static VariableScope CreateGlobal(
        DockerfileSyntaxTree tree,
        ImmutableArray<InstructionSyntax> instructions,
        BuildRequest request,
        AnalysisBudget budget,
        CancellationToken cancellation
    )
    {
        var expansions = new ExpansionBudget(budget.MaxExpandedCharacters);
        var scope = new VariableScope(tree.Escape, request, expansions, expansions.GetShare(tree.Text.AsSpan()));
        foreach (InstructionSyntax instruction in instructions)
        {
            cancellation.ThrowIfCancellationRequested();
            scope.Add(instruction);
        }

        return scope;
    }

    /// <summary>The scope of a stage.</summary>
    /// <param name="global">The global scope.</param>
    /// <param name="baseScope">The scope of the stage it is built on, or <c>null</c>.</param>
    /// <param name="isBaseUnknown">Whether it is built on an image, whose environment no file tells.</param>
    /// <param name="baseImage">That image, or <c>null</c> where it is not known.</param>
    /// <param name="triggers">The triggers of the stage it is built on.</param>
    /// <param name="instructions">The instructions of the stage.</param>
    /// <param name="cancellation">Ends the making.</param>
    internal static VariableScope CreateStage(
        VariableScope global,
        VariableScope? baseScope,
        bool isBaseUnknown,
        string? baseImage,
        InstructionSyntax[] triggers,
        ImmutableArray<InstructionSyntax> instructions,
        CancellationToken cancellation
    )
    {
        var scope = new VariableScope(global, baseScope, isBaseUnknown, baseImage);
        foreach (InstructionSyntax trigger in triggers)
        {
            if (trigger is EnvInstructionSyntax or ArgInstructionSyntax && scope._budget.TryTake(TriggerCost))
            {
                scope.Add(trigger);
            }
        }

        foreach (InstructionSyntax instruction in instructions)
        {
            cancellation.ThrowIfCancellationRequested();
            scope.Add(instruction);
        }

        return scope;
    }

    /// <summary>The arguments that the builder gives to FROM, and to stages that declare them.</summary>
    internal static IEnumerable<string> PlatformNames => PlatformArguments.Keys;

    /// <summary>
    /// Whether a name steers the builder's scanner: it never gets into the environment, and nobody misses it there.
    /// </summary>
    internal static bool IsScannerArgument(string name) =>
        name is "BUILDKIT_SBOM_SCAN_CONTEXT" or "BUILDKIT_SBOM_SCAN_STAGE";

    /// <summary>Expands a word with what is set before a place in the text.</summary>
    internal ExpandedText Expand(string word, int before) =>
        VariableExpander.IsLiteral(word.AsSpan(), _escape)
            ? new ExpandedText(word, Certainty.Known)
            : CreateExpander(word, before).Expand(word).AsWord();

    /// <summary>Expands a word that may become none or several.</summary>
    internal ExpandedWords ExpandToWords(string word, int before) =>
        CreateExpander(word, before).ExpandToWords(word).AsWords();

    /// <summary>The variables of a word in order.</summary>
    /// <param name="word">The word.</param>
    /// <param name="before">The place whose environment counts.</param>
    /// <param name="keepsQuotes">Whether quotes are no more than characters, as in a here-document.</param>
    internal ImmutableArray<VariableReference> FindVariables(string word, int before, bool keepsQuotes = false) =>
        word.IndexOf('$') < 0 ? [] : CreateExpander(word, before).FindVariables(word, keepsQuotes);

    /// <summary>Adds what an instruction sets. Instructions come in text order.</summary>
    private void Add(InstructionSyntax instruction)
    {
        switch (instruction)
        {
            case EnvInstructionSyntax env:
                // All pairs see the environment before the instruction.
                foreach (KeyValueSyntax pair in env.Pairs)
                {
                    if (pair.Value is not null)
                    {
                        Set(
                            Evaluate(pair.Key.Text, env.Span.Start).Text,
                            env.Span.End,
                            Variable.Set(Evaluate(pair.Value.Text, env.Span.Start))
                        );
                    }
                }

                break;
            case ArgInstructionSyntax arg:
                foreach (KeyValueSyntax declaration in arg.Declarations)
                {
                    Set(declaration.Key.Text, declaration.Span.End, Declare(declaration));
                }

                break;
            default:
                break;
        }
    }

    /// <summary>Whether an ARG or ENV of the file gives a name a meaning before a place in the text.</summary>
    internal bool IsDefined(string name, int before) =>
        Find(name, before) is { Variable.State: not VariableState.Undefined };

    /// <summary>What a name stands for at a place in the text.</summary>
    internal Variable LookUp(string name, int before)
    {
        if (Find(name, before) is { } assignment)
        {
            return assignment.Variable;
        }

        if (_global is null)
        {
            return !PlatformArguments.TryGetValue(name, out string? value) ? Variable.Undefined
                : FindGiven(name) is { } given ? given
                : _request.FindPlatformValue(name) is { } asked
                    ? new Variable(asked, Certainty.Known, VariableState.Set)
                : CreatePlatformArgument(value);
        }

        if (name == "PATH")
        {
            return new Variable(DefaultPath, _isBaseUnknown ? Certainty.Unknown : Certainty.Known, VariableState.Set);
        }

        return _depth > AnalysisBudget.MaxStageChain ? Variable.External
            : !_isBaseUnknown ? Variable.Undefined
            : BaseImageVariables.IsSet(name, _baseImage) == false ? Variable.Unset
            : Variable.External;
    }

    /// <summary>Versions and variants are empty on most platforms; the rest differs between them.</summary>
    private static Variable CreatePlatformArgument(string value) =>
        value.Length == 0
            ? new Variable(value, Certainty.Default, VariableState.Set, RestsOnUnset: true)
            : new Variable(value, Certainty.Unknown, VariableState.Set);

    /// <summary>
    /// Where this scope, without those below it, first gives a name a meaning behind a place in the text; <c>null</c>
    /// where it does not.
    /// </summary>
    internal int? FindLater(string name, int after)
    {
        if (_assignments.TryGetValue(name, out List<Assignment>? assignments))
        {
            foreach (Assignment assignment in assignments)
            {
                if (assignment.Position > after)
                {
                    return assignment.Position;
                }
            }
        }

        return null;
    }

    /// <summary>
    /// Names that have a meaning somewhere in this scope or in those below it, at most as many as asked for.
    /// </summary>
    internal IEnumerable<string> GetNames(int limit)
    {
        IEnumerable<string> names = [];
        for (
            VariableScope? scope = this;
            scope is not null && scope._depth > _depth - AnalysisBudget.MaxStageChain;
            scope = scope._base
        )
        {
            names = names.Concat(scope._assignments.Keys);
        }

        return names.Take(limit);
    }

    private VariableExpander CreateExpander(string word, int before) =>
        new(_escape, name => LookUp(name, before), _budget.ForWord(word, _budgetShare));

    /// <summary>Expands what an instruction sets.</summary>
    private ExpandedText Evaluate(string word, int before) =>
        VariableExpander.IsLiteral(word.AsSpan(), _escape)
            ? new ExpandedText(word, Certainty.Known)
            : new VariableExpander(_escape, name => LookUp(name, before), _budget).Expand(word);

    private Assignment? Find(string name, int before)
    {
        int limit = _depth - AnalysisBudget.MaxStageChain;
        for (VariableScope? scope = this; scope is not null && scope._depth >= limit; scope = scope._base)
        {
            if (scope._assignments.TryGetValue(name, out List<Assignment>? assignments))
            {
                int index = assignments.Count - 1;
                int low = 0;
                while (low <= index)
                {
                    int middle = (low + index) / 2;
                    if (assignments[middle].Position <= before)
                    {
                        low = middle + 1;
                    }
                    else
                    {
                        index = middle - 1;
                    }
                }

                if (index >= 0)
                {
                    return assignments[index];
                }
            }

            before = int.MaxValue;
        }

        return null;
    }

    /// <summary>What the build gives an argument, or <c>null</c> where it says nothing of it.</summary>
    private Variable? FindGiven(string name) =>
        !_request.Arguments.IsEmpty && _request.Arguments.TryGetValue(name, out BuildArgument given)
            ? new Variable(given.Value, given.Certainty, VariableState.Set)
            : null;

    /// <summary>What a name stands for from its ARG on. A build argument may replace any value.</summary>
    private Variable Declare(KeyValueSyntax declaration)
    {
        string name = declaration.Key.Text;
        if (_global is not null && IsScannerArgument(name))
        {
            return new Variable("", Certainty.Known, VariableState.Declared);
        }

        if (FindGiven(name) is { } given)
        {
            return given;
        }

        if (declaration.Value is { } word)
        {
            return Variable.Set(Evaluate(word.Text, declaration.Span.Start)).AsDefault();
        }

        // Without a default: the value from before the first FROM, else what the name stands for already.
        Variable inherited = _global?.LookUp(name, int.MaxValue) is { State: VariableState.Set } global
            ? global
            : LookUp(name, declaration.Span.Start);
        return inherited.State == VariableState.Set ? inherited.AsDefault() : Variable.Declared;
    }

    private void Set(string name, int position, Variable variable)
    {
        if (!_assignments.TryGetValue(name, out List<Assignment>? assignments))
        {
            assignments = [];
            _assignments.Add(name, assignments);
        }

        assignments.Add(new Assignment(position, variable));
    }

    /// <summary>A value and the place from which on it holds.</summary>
    private sealed record Assignment(int Position, Variable Variable);
}

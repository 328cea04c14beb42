using System.Collections.Immutable;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Semantics.Dockerfiles;

/// <summary>
/// The ARG and ENV names of the global scope or of one stage, as they grow from instruction to instruction.
/// </summary>
internal sealed class VariableScope
{
    /// <summary>No real file stacks so many stages; beyond, a name counts as unknown.</summary>
    private const int ChainLimit = 256;

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
    private readonly ExpansionBudget _budget;
    private readonly VariableScope? _base;
    private readonly VariableScope? _global;
    private readonly bool _isBaseUnknown;
    private readonly int _depth;

    private VariableScope(char escape, VariableScope? baseScope, VariableScope? global, bool isBaseUnknown)
    {
        _escape = escape;
        _budget = global?._budget ?? new ExpansionBudget();
        _base = baseScope;
        _global = global;
        _isBaseUnknown = isBaseUnknown || baseScope is { _isBaseUnknown: true };
        _depth = baseScope is null ? 0 : baseScope._depth + 1;
    }

    /// <summary>The scope of what stands before the first FROM.</summary>
    internal static VariableScope CreateGlobal(char escape, IEnumerable<InstructionSyntax> instructions)
    {
        var scope = new VariableScope(escape, baseScope: null, global: null, isBaseUnknown: false);
        foreach (InstructionSyntax instruction in instructions)
        {
            scope.Add(instruction);
        }

        return scope;
    }

    /// <summary>The scope of a stage.</summary>
    /// <param name="escape">The escape character.</param>
    /// <param name="baseScope">The scope of the stage it is built on, or <c>null</c>.</param>
    /// <param name="global">The global scope.</param>
    /// <param name="isBaseUnknown">Whether it is built on an image, whose environment no file tells.</param>
    internal static VariableScope CreateStage(
        char escape,
        VariableScope? baseScope,
        VariableScope global,
        bool isBaseUnknown
    ) => new(escape, baseScope, global, isBaseUnknown);

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
            : CreateExpander(before).Expand(word);

    /// <summary>Expands a word that may become none or several.</summary>
    internal ExpandedWords ExpandToWords(string word, int before) => CreateExpander(before).ExpandToWords(word);

    /// <summary>The variables of a word in order.</summary>
    /// <param name="word">The word.</param>
    /// <param name="before">The place whose environment counts.</param>
    /// <param name="keepsQuotes">Whether quotes are no more than characters, as in a here-document.</param>
    internal ImmutableArray<VariableReference> FindVariables(string word, int before, bool keepsQuotes = false) =>
        word.IndexOf('$') < 0 ? [] : CreateExpander(before).FindVariables(word, keepsQuotes);

    /// <summary>Adds what an instruction sets. Instructions come in text order.</summary>
    internal void Add(InstructionSyntax instruction)
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
                            Expand(pair.Key.Text, env.Span.Start).Text,
                            env.Span.End,
                            Variable.Set(Expand(pair.Value.Text, env.Span.Start))
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

    /// <summary>Adds what a trigger of the base sets. Triggers come before the instructions of the stage.</summary>
    internal void AddTrigger(InstructionSyntax trigger)
    {
        if (trigger is EnvInstructionSyntax or ArgInstructionSyntax && _budget.TryTake(TriggerCost))
        {
            Add(trigger);
        }
    }

    /// <summary>What a name stands for at a place in the text.</summary>
    internal Variable LookUp(string name, int before)
    {
        if (Find(name, before) is { } assignment)
        {
            return assignment.Variable;
        }

        if (_global is null)
        {
            return PlatformArguments.TryGetValue(name, out string? value)
                ? new Variable(value, Certainty.Unknown, VariableState.Set)
                : Variable.Undefined;
        }

        if (name == "PATH")
        {
            return new Variable(DefaultPath, _isBaseUnknown ? Certainty.Unknown : Certainty.Known, VariableState.Set);
        }

        return _isBaseUnknown || _depth > ChainLimit ? Variable.External : Variable.Undefined;
    }

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
        for (VariableScope? scope = this; scope is not null && scope._depth > _depth - ChainLimit; scope = scope._base)
        {
            names = names.Concat(scope._assignments.Keys);
        }

        return names.Take(limit);
    }

    private VariableExpander CreateExpander(int before) => new(_escape, name => LookUp(name, before), _budget);

    private Assignment? Find(string name, int before)
    {
        int limit = _depth - ChainLimit;
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

    /// <summary>What a name stands for from its ARG on. A build argument may replace any value.</summary>
    private Variable Declare(KeyValueSyntax declaration)
    {
        string name = declaration.Key.Text;
        if (_global is not null && IsScannerArgument(name))
        {
            return new Variable("", Certainty.Known, VariableState.Declared);
        }

        if (declaration.Value is { } word)
        {
            return Variable.Set(Expand(word.Text, declaration.Span.Start)).AsDefault();
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

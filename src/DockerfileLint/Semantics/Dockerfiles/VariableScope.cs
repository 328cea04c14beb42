using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Semantics.Dockerfiles;

/// <summary>The ARG and ENV names of the global scope or of one stage, as they grow from instruction to instruction.</summary>
internal sealed class VariableScope
{
    /// <summary>No real file stacks so many stages; beyond, a name counts as unknown.</summary>
    private const int ChainLimit = 256;

    private static readonly string[] PlatformArguments =
    [
        "BUILDPLATFORM", "BUILDOS", "BUILDOSVERSION", "BUILDARCH", "BUILDVARIANT",
        "TARGETPLATFORM", "TARGETOS", "TARGETOSVERSION", "TARGETARCH", "TARGETVARIANT", "TARGETSTAGE",
    ];

    private readonly Dictionary<string, List<Assignment>> _assignments = new(StringComparer.Ordinal);
    private readonly char _escape;
    private readonly VariableScope? _base;
    private readonly VariableScope? _global;
    private readonly bool _isBaseUnknown;
    private readonly int _depth;

    private VariableScope(char escape, VariableScope? baseScope, VariableScope? global, bool isBaseUnknown)
    {
        _escape = escape;
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
    internal static VariableScope CreateStage(char escape, VariableScope? baseScope, VariableScope global, bool isBaseUnknown) => new(escape, baseScope, global, isBaseUnknown);

    /// <summary>Expands a word with what is set before a place in the text.</summary>
    internal ExpandedText Expand(string word, int before) => new VariableExpander(_escape, name => LookUp(name, before)).Expand(word);

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
                        Set(Expand(pair.Key.Text, env.Span.Start).Value, new Assignment(env.Span.End, Expand(pair.Value.Text, env.Span.Start), IsEnvironment: true));
                    }
                }

                break;
            case ArgInstructionSyntax arg:
                foreach (KeyValueSyntax declaration in arg.Declarations)
                {
                    Declare(declaration);
                }

                break;
            default:
                break;
        }
    }

    /// <summary>The value of a name as it stands before a place in the text, or <c>null</c> where it certainly is not set.</summary>
    private ExpandedText? LookUp(string name, int before)
    {
        if (Find(name, before) is { } assignment)
        {
            return assignment.Value;
        }

        if (_global is null)
        {
            return Array.IndexOf(PlatformArguments, name) >= 0 ? ExpandedText.Unknown : null;
        }

        // The builder sets PATH even on top of nothing.
        return _isBaseUnknown || _depth > ChainLimit || name == "PATH" ? ExpandedText.Unknown : null;
    }

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

    private void Declare(KeyValueSyntax declaration)
    {
        string name = declaration.Key.Text;
        if (Find(name, int.MaxValue) is { IsEnvironment: true })
        {
            // ENV wins over ARG.
            return;
        }

        ExpandedText value;
        if (declaration.Value is { } word)
        {
            value = Expand(word.Text, declaration.Span.Start);
            value = value with { Certainty = value.Certainty == Certainty.Known ? Certainty.Default : value.Certainty };
        }
        else
        {
            value = _global?.Find(name, int.MaxValue)?.Value ?? ExpandedText.Unknown;
        }

        Set(name, new Assignment(declaration.Span.End, value, IsEnvironment: false));
    }

    private void Set(string name, Assignment assignment)
    {
        if (!_assignments.TryGetValue(name, out List<Assignment>? assignments))
        {
            assignments = [];
            _assignments.Add(name, assignments);
        }

        assignments.Add(assignment);
    }

    /// <summary>A value and the place from which on it holds.</summary>
    private sealed record Assignment(int Position, ExpandedText Value, bool IsEnvironment);
}

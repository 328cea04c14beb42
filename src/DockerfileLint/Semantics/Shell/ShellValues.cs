using System.Collections.Immutable;
using DockerfileLint.Syntax;
using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Semantics.Shell;

/// <summary>
/// Which expansions of a script give one word, whatever quotes: what each variable may hold is followed through the
/// script, its branches, loops, functions and subshells, each of which is walked once.
/// </summary>
internal sealed class ShellValues
{
    private readonly Func<string, ValueShape> _environment;
    private readonly bool _forgetsChains;
    private readonly Dictionary<ShellParameterSyntax, ValueShape> _shapes = [];
    private readonly Dictionary<string, ValueShape> _values = new(StringComparer.Ordinal);

    // What was changed, and the value before, so that the end of a branch can take it back.
    private readonly List<(string Name, ValueShape Before)> _changes = [];
    private Dictionary<string, Function>? _functions;
    private bool _hasEnded;

    private ShellValues(Func<string, ValueShape> environment, bool forgetsChains)
    {
        _environment = environment;
        _forgetsChains = forgetsChains;
    }

    /// <summary>Walks a script.</summary>
    /// <param name="script">The script.</param>
    /// <param name="environment">The shape of variables that the script finds.</param>
    /// <param name="forgetsChains">
    /// Whether a command behind <c>&amp;&amp;</c> is taken for one that may run though those before it did not.
    /// </param>
    internal static ShellValues Of(
        ShellScriptSyntax script,
        Func<string, ValueShape> environment,
        bool forgetsChains = false
    )
    {
        var values = new ShellValues(environment, forgetsChains);
        values.Walk(script.Statements);
        values.WalkUncalled();
        return values;
    }

    /// <summary>What the variable of an expansion holds there.</summary>
    internal ValueShape Get(ShellParameterSyntax parameter) =>
        _shapes.TryGetValue(parameter, out ValueShape shape) ? shape : ValueShape.Unknown;

    private void Walk(ImmutableArray<ShellListSyntax> statements)
    {
        foreach (ShellListSyntax statement in statements)
        {
            if (statement.IsBackground)
            {
                WalkApart(statement, static (values, node) => values.Walk(node));
            }
            else
            {
                Walk(statement);
            }
        }
    }

    private void Walk(ShellListSyntax list)
    {
        Walk(list.Pipelines[0]);
        bool endsHere = _hasEnded;
        int chain = _changes.Count;
        for (int i = 1; i < list.Pipelines.Length; i++)
        {
            ShellPipelineSyntax pipeline = list.Pipelines[i];
            if (!_forgetsChains && list.Operators[i - 1].Kind == ShellOperatorKind.And)
            {
                Walk(pipeline);
                continue;
            }

            JoinHistory(chain);
            _hasEnded = endsHere;
            int mark = _changes.Count;
            Walk(pipeline);
            var branches = new Branches();
            Leave(mark, branches);
            branches.AddEntry();
            Enter(branches);
            chain = _changes.Count;
        }

        JoinHistory(chain);
        _hasEnded = endsHere;
    }

    private void Walk(ShellPipelineSyntax pipeline)
    {
        if (pipeline.Commands.Length == 1)
        {
            Walk(pipeline.Commands[0]);
            return;
        }

        foreach (ShellCommandSyntax command in pipeline.Commands)
        {
            WalkApart(command, static (values, node) => values.Walk(node));
        }
    }

    private void Walk(ShellCommandSyntax command)
    {
        switch (command)
        {
            case ShellSimpleCommandSyntax simple:
                WalkSimple(simple);
                return;
            case ShellSubshellSyntax subshell:
                WalkApart(subshell, static (values, node) => values.Walk(node.Statements));
                break;
            case ShellGroupSyntax group:
                Walk(group.Statements);
                break;
            case ShellIfSyntax branch:
                WalkIf(branch);
                break;
            case ShellWhileSyntax loop:
                WalkLoop(loop, loop.Condition, loop.Statements);
                break;
            case ShellForSyntax loop:
                WalkFor(loop);
                break;
            case ShellCaseSyntax choice:
                WalkCase(choice);
                break;
            case ShellFunctionSyntax function:
                _functions ??= new Dictionary<string, Function>(StringComparer.Ordinal);
                _functions[function.Name.DisplayText] = new Function(function);
                return;
            case ShellTestSyntax test:
                WalkWords(test.Words);
                break;
            case ShellArithmeticSyntax arithmetic:
                WalkParts(arithmetic.Expression.Parts);
                break;
            default:
                break;
        }

        WalkRedirections(command);
    }

    private void WalkSimple(ShellSimpleCommandSyntax command)
    {
        foreach (ShellAssignmentSyntax assignment in command.Assignments)
        {
            if (assignment.Index is { } index)
            {
                WalkParts(index.Parts);
            }

            if (assignment.Value is { } value)
            {
                WalkParts(value.Parts);
            }

            if (assignment.IsArray)
            {
                WalkWords(assignment.Elements);
            }

            if (command.Words.IsEmpty)
            {
                Set(assignment.Name, GetShape(assignment));
            }
        }

        WalkWords(command.Words);
        WalkRedirections(command);
        if (command.Name?.LiteralText is { } name)
        {
            Run(command, name);
        }
    }

    /// <summary>What a command does to the variables of the shell.</summary>
    private void Run(ShellSimpleCommandSyntax command, string name)
    {
        if (_functions is not null && _functions.TryGetValue(name, out Function? function))
        {
            Call(function);
            return;
        }

        switch (name)
        {
            case "exit" or "return":
                _hasEnded = true;
                break;
            case "export" or "local" or "declare" or "readonly" or "typeset":
                foreach (ShellWordSyntax word in command.Words)
                {
                    if (ShellWords.GetAssignedName(word, out int start, out bool isAppend) is { } variable)
                    {
                        ValueShape shape = GetShape(word, start);
                        Set(variable, isAppend ? ValueShapes.Concat(Get(variable), shape) : shape);
                    }
                }

                break;
            case "let":
                SetAll(command, ValueShape.Plain);
                break;
            case "unset" or "getopts":
                SetAll(command, ValueShape.Unknown);
                break;
            case "read" or "mapfile" or "readarray":
                SetAll(command, ValueShape.Output);
                break;
            case "printf" when command.Words.Length > 2 && command.Words[1].Is("-v"):
                Set(command.Words[2].DisplayText, ValueShape.Unknown);
                break;
            default:
                break;
        }
    }

    /// <summary>Gives a shape to all variables that the arguments of a command name.</summary>
    private void SetAll(ShellSimpleCommandSyntax command, ValueShape shape)
    {
        for (int i = 1; i < command.Words.Length; i++)
        {
            ReadOnlySpan<char> text = command.Words[i].AsSpan();
            int length = ShellWords.GetNameLength(text);
            if (length > 0 && (length == text.Length || shape == ValueShape.Plain))
            {
                Set(text.Slice(0, length).ToString(), shape);
            }
        }
    }

    private void Call(Function function)
    {
        if (function.IsWalked)
        {
            // What it does the first time it may do again, on other values.
            SetAssigned(function.Syntax.Body);
            return;
        }

        function.IsWalked = true;
        if (function.Syntax.Body is { } body)
        {
            bool hasEnded = _hasEnded;
            Walk(body);
            _hasEnded = hasEnded;
        }
    }

    private void WalkUncalled()
    {
        if (_functions is not null)
        {
            foreach (Function function in _functions.Values.ToArray())
            {
                if (!function.IsWalked)
                {
                    Call(function);
                }
            }
        }
    }

    private void WalkIf(ShellIfSyntax branch)
    {
        var branches = new Branches();
        bool hadEnded = _hasEnded;
        foreach (ShellIfClauseSyntax clause in branch.Clauses)
        {
            // A later condition sees what the earlier ones did.
            Walk(clause.Condition);
            int mark = _changes.Count;
            Walk(clause.Statements);
            Leave(mark, branches);
            _hasEnded = hadEnded;
        }

        int last = _changes.Count;
        Walk(branch.ElseStatements);
        Leave(last, branches);
        _hasEnded = hadEnded;
        Enter(branches);
    }

    private void WalkCase(ShellCaseSyntax choice)
    {
        if (choice.Subject is { } subject)
        {
            WalkParts(subject.Parts);
        }

        var branches = new Branches();
        bool isComplete = false;
        bool hadEnded = _hasEnded;
        foreach (ShellCaseItemSyntax item in choice.Items)
        {
            WalkWords(item.Patterns);
            foreach (ShellWordSyntax pattern in item.Patterns)
            {
                isComplete |= pattern.Is("*");
            }

            int mark = _changes.Count;
            Walk(item.Statements);
            Leave(mark, branches);
            _hasEnded = hadEnded;
        }

        if (!isComplete)
        {
            branches.AddEntry();
        }

        Enter(branches);
    }

    private void WalkFor(ShellForSyntax loop)
    {
        WalkWords(loop.Items);
        if (loop.Header is { } header)
        {
            WalkParts(header.Parts);
        }

        ValueShape shape = loop.Items.IsEmpty ? ValueShape.Unknown : GetItemShape(loop.Items[0]);
        foreach (ShellWordSyntax item in loop.Items)
        {
            shape = ValueShapes.Join(shape, GetItemShape(item));
        }

        int mark = _changes.Count;
        if (loop.Variable is { } variable)
        {
            Set(variable.DisplayText, shape);
        }
        else if (loop.Header is { } counter)
        {
            ReadOnlySpan<char> text = counter.AsSpan().TrimStart('(').TrimStart();
            int length = ShellWords.GetNameLength(text);
            if (length > 0)
            {
                Set(text.Slice(0, length).ToString(), ValueShape.Plain);
            }
        }

        WalkBody(mark, loop, [], loop.Statements);
    }

    private void WalkLoop(
        ShellCommandSyntax loop,
        ImmutableArray<ShellListSyntax> condition,
        ImmutableArray<ShellListSyntax> statements
    ) => WalkBody(_changes.Count, loop, condition, statements);

    /// <summary>Walks what may run any number of times, or not at all.</summary>
    private void WalkBody(
        int mark,
        ShellCommandSyntax loop,
        ImmutableArray<ShellListSyntax> condition,
        ImmutableArray<ShellListSyntax> statements
    )
    {
        bool hadEnded = _hasEnded;
        SetAssigned(loop);
        Walk(condition);
        Walk(statements);
        var branches = new Branches();
        _hasEnded = false;
        Leave(mark, branches);
        branches.AddEntry();
        Enter(branches);
        _hasEnded = hadEnded;
    }

    /// <summary>Joins the value of each variable with what the assignments in a construct give it.</summary>
    private void SetAssigned(SyntaxNode? construct)
    {
        if (construct is null)
        {
            return;
        }

        var descendants = new DescendantEnumerator(construct);
        while (descendants.MoveNext())
        {
            if (
                descendants.Current is ShellAssignmentSyntax
                {
                    Parent: ShellSimpleCommandSyntax { Words.IsEmpty: true }
                } assignment
            )
            {
                Set(assignment.Name, ValueShapes.Join(Get(assignment.Name), GetShape(assignment)));
            }
            else if (descendants.Current is ShellSimpleCommandSyntax { Name: { } name } command && name.Is("read"))
            {
                SetAll(command, ValueShape.Output);
            }
        }
    }

    private void WalkRedirections(ShellCommandSyntax command)
    {
        foreach (ShellRedirectionSyntax redirection in command.Redirections)
        {
            WalkParts(redirection.Target?.Parts ?? []);
            WalkParts(redirection.Body?.Parts ?? []);
        }
    }

    private void WalkWords(ImmutableArray<ShellWordSyntax> words)
    {
        foreach (ShellWordSyntax word in words)
        {
            WalkParts(word.Parts);
        }
    }

    private void WalkParts(ImmutableArray<ShellWordPartSyntax> parts)
    {
        foreach (ShellWordPartSyntax part in parts)
        {
            switch (part)
            {
                case ShellParameterSyntax parameter:
                    WalkParts(parameter.Operands);
                    string name = parameter.Name;
                    ValueShape shape = Get(name);
                    if (shape != ValueShape.Unknown)
                    {
                        _shapes[parameter] = shape;
                    }

                    if (parameter.Operator is ":=" or "=" && shape != ValueShape.Plain)
                    {
                        Set(name, ValueShape.Unknown);
                    }

                    break;
                case ShellDoubleQuotedSyntax quoted:
                    WalkParts(quoted.Parts);
                    break;
                case ShellArithmeticExpansionSyntax arithmetic:
                    WalkParts(arithmetic.Parts);
                    break;
                case ShellCommandSubstitutionSyntax substitution:
                    WalkApart(substitution, static (values, node) => values.Walk(node.Statements));
                    break;
                case ShellProcessSubstitutionSyntax substitution:
                    WalkApart(substitution, static (values, node) => values.Walk(node.Statements));
                    break;
                default:
                    break;
            }
        }
    }

    private ValueShape GetShape(ShellAssignmentSyntax assignment)
    {
        ValueShape shape =
            assignment.IsArray || assignment.Index is not null ? ValueShape.Unknown
            : assignment.Value is { } value ? GetShape(value)
            : ValueShape.Empty;
        return assignment.IsAppend ? ValueShapes.Concat(Get(assignment.Name), shape) : shape;
    }

    /// <summary>The shape of each word that an item of a loop gives: what is split has no blanks any more.</summary>
    private ValueShape GetItemShape(ShellWordSyntax item)
    {
        foreach (ShellWordPartSyntax part in item.Parts)
        {
            if (part is ShellParameterSyntax or ShellCommandSubstitutionSyntax)
            {
                return _forgetsChains ? ValueShape.Unknown : ValueShape.Plain;
            }
        }

        return GetShape(item);
    }

    private ValueShape GetShape(ShellWordSyntax word) => GetShape(word, word.Start);

    private ValueShape GetShape(ShellWordSyntax word, int start)
    {
        if (word.Parts.IsEmpty)
        {
            ReadOnlySpan<char> text = word.Text.AsSpan(Math.Min(start, word.End), word.End);
            return text.IndexOf('{') >= 0 ? ValueShape.List : ValueShapes.Of(text);
        }

        ValueShape shape = ValueShape.Empty;
        foreach (ShellWordPartSyntax part in word.Parts)
        {
            if (part.End > start)
            {
                shape = ValueShapes.Concat(shape, GetShape(part, Math.Max(start, part.Start)));
            }
        }

        return shape;
    }

    private ValueShape GetShape(ShellWordPartSyntax part, int start)
    {
        switch (part)
        {
            case ShellLiteralSyntax literal:
                return ValueShapes.Of(literal.Text.AsSpan(start, literal.End));
            case ShellSingleQuotedSyntax single:
                return ValueShapes.Of(
                    single.IsAnsiC ? single.Value.AsSpan() : single.Text.AsSpan(single.ValueStart, single.ValueEnd)
                );
            case ShellDoubleQuotedSyntax quoted:
                ValueShape shape = ValueShape.Empty;
                foreach (ShellWordPartSyntax inner in quoted.Parts)
                {
                    shape = ValueShapes.Concat(shape, GetShape(inner, inner.Start));
                }

                return shape;
            case ShellParameterSyntax
            {
                Operator.Length: 0,
                IsLength: false,
                IsIndirect: false,
                Operands.IsEmpty: true
            } parameter:
                return Get(parameter.Name);
            case ShellArithmeticExpansionSyntax:
                return ValueShape.Plain;
            case ShellCommandSubstitutionSyntax substitution:
                return OneWordOutput.IsGivenBy(substitution) && !_forgetsChains ? ValueShape.Plain : ValueShape.Output;
            default:
                return ValueShape.Unknown;
        }
    }

    private ValueShape Get(string name) =>
        _values.TryGetValue(name, out ValueShape shape) ? shape
        : IsNumber(name) ? ValueShape.Plain
        : name is "@" or "*" || (name.Length > 0 && name[0] is >= '1' and <= '9') ? ValueShape.Output
        : _environment(name);

    /// <summary>Whether the shell itself sets a variable, to a number or to letters.</summary>
    private static bool IsNumber(string name) =>
        name
            is "?"
                or "#"
                or "$"
                or "!"
                or "-"
                or "UID"
                or "EUID"
                or "PPID"
                or "RANDOM"
                or "SECONDS"
                or "LINENO"
                or "SHLVL"
                or "OPTIND"
                or "BASHPID"
                or "COLUMNS"
                or "LINES";

    private void Set(string name, ValueShape shape)
    {
        ValueShape before = Get(name);
        if (before != shape)
        {
            _changes.Add((name, before));
            _values[name] = shape;
        }
    }

    /// <summary>Walks what leaves the variables of the shell as they are.</summary>
    private void WalkApart<T>(T node, Action<ShellValues, T> walk)
    {
        int mark = _changes.Count;
        bool hadEnded = _hasEnded;
        walk(this, node);
        TakeBack(mark);
        _hasEnded = hadEnded;
    }

    private void TakeBack(int mark)
    {
        for (int i = _changes.Count - 1; i >= mark; i--)
        {
            _values[_changes[i].Name] = _changes[i].Before;
        }

        _changes.RemoveRange(mark, _changes.Count - mark);
    }

    /// <summary>A chain may end behind any of its commands: each variable may have what it had on the way.</summary>
    private void JoinHistory(int mark)
    {
        int end = _changes.Count;
        for (int i = mark; i < end; i++)
        {
            (string name, ValueShape before) = _changes[i];
            Set(name, ValueShapes.Join(Get(name), before));
        }
    }

    /// <summary>Ends a branch: notes what it changed and takes that back.</summary>
    private void Leave(int mark, Branches branches)
    {
        if (!_hasEnded)
        {
            branches.Add(_changes, mark, _values);
        }

        TakeBack(mark);
    }

    /// <summary>Goes on behind branches.</summary>
    private void Enter(Branches branches)
    {
        if (branches.Count == 0)
        {
            _hasEnded = true;
            return;
        }

        foreach (KeyValuePair<string, (ValueShape Shape, int Count, int Last)> each in branches.Values)
        {
            ValueShape shape = each.Value.Shape;
            Set(each.Key, each.Value.Count < branches.Count ? ValueShapes.Join(shape, Get(each.Key)) : shape);
        }
    }

    /// <summary>What branches changed that come from one place and lead to one.</summary>
    private sealed class Branches
    {
        internal Dictionary<string, (ValueShape Shape, int Count, int Last)> Values { get; } =
            new(StringComparer.Ordinal);

        internal int Count { get; private set; }

        internal void AddEntry() => Count++;

        internal void Add(
            List<(string Name, ValueShape Before)> changes,
            int mark,
            Dictionary<string, ValueShape> values
        )
        {
            Count++;
            for (int i = mark; i < changes.Count; i++)
            {
                string name = changes[i].Name;
                ValueShape shape = values[name];
                if (!Values.TryGetValue(name, out (ValueShape Shape, int Count, int Last) joined))
                {
                    Values[name] = (shape, 1, Count);
                }
                else if (joined.Last < Count)
                {
                    // The first change of the name in this branch.
                    Values[name] = (ValueShapes.Join(joined.Shape, shape), joined.Count + 1, Count);
                }
            }
        }
    }

    private sealed class Function(ShellFunctionSyntax syntax)
    {
        internal ShellFunctionSyntax Syntax => syntax;

        internal bool IsWalked { get; set; }
    }
}

using DockerfileLint.Syntax;
using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>Finds what a script asks of its shell, in one walk for all rules that judge it.</summary>
internal sealed class ShellFeatureFinder
{
    /// <summary>The name of a use that is of a program, and not of the shell.</summary>
    internal const string Program = "/";

    private readonly List<ShellFeatureUse> _uses = [];
    private HashSet<string>? _assigned;

    private ShellFeatureFinder() { }

    /// <summary>The uses in text order of their nodes, outer ones first.</summary>
    internal static IReadOnlyList<ShellFeatureUse> Find(ShellScriptSyntax script)
    {
        var finder = new ShellFeatureFinder();
        var nodes = new DescendantEnumerator(script);
        while (nodes.MoveNext())
        {
            finder.Visit(nodes.Current);
        }

        // What a script sets itself is its own, whatever it is called.
        if (finder._assigned is { } assigned)
        {
            finder._uses.RemoveAll(use =>
                use.Feature == ShellFeature.Variable
                && use.Name is not ("RANDOM" or "SECONDS")
                && assigned.Contains(use.Name)
            );
        }

        return finder._uses;
    }

    private void Visit(SyntaxNode node)
    {
        switch (node)
        {
            case ShellSimpleCommandSyntax command:
                Visit(command);
                break;
            case ShellWordSyntax word:
                Visit(word);
                break;
            case ShellParameterSyntax parameter:
                Visit(parameter);
                break;
            case ShellAssignmentSyntax assignment:
                Visit(assignment);
                break;
            case ShellRedirectionSyntax redirection:
                Visit(redirection);
                break;
            case ShellSingleQuotedSyntax { IsAnsiC: true } quoted:
                Add(ShellFeature.AnsiCQuote, quoted);
                break;
            case ShellDoubleQuotedSyntax quoted when quoted.AsSpan()[0] == '$':
                Add(ShellFeature.TranslatedQuote, quoted);
                break;
            case ShellCommandSubstitutionSyntax substitution when ReadsFile(substitution):
                Add(substitution.IsBacktick ? ShellFeature.ReadFileInBackticks : ShellFeature.ReadFile, substitution);
                break;
            case ShellProcessSubstitutionSyntax substitution:
                Add(ShellFeature.ProcessSubstitution, substitution);
                break;
            case ShellArithmeticExpansionSyntax expression:
                Visit(expression);
                break;
            case ShellArithmeticSyntax arithmetic when ArithmeticText.IsExpression(arithmetic.Expression):
                Add(ShellFeature.ArithmeticCommand, arithmetic.Expression);
                break;
            case ShellForSyntax loop:
                Visit(loop);
                break;
            case ShellTestSyntax test:
                Add(ShellFeature.DoubleBracket, test.Text, test.Start, ShellNodes.GetEndOfBody(test));
                VisitTest(test);
                break;
            case ShellFunctionSyntax function when !ShellNodes.IsName(function.Name.AsSpan()):
                Add(ShellFeature.FunctionName, function);
                break;
            case ShellPipelineSyntax { Operators.IsEmpty: false } pipeline:
                Visit(pipeline);
                break;
            default:
                break;
        }
    }

    private void Add(ShellFeature feature, ShellSyntaxNode node, string name = "") =>
        Add(feature, node.Text, node.Start, node.End, name);

    private void Add(ShellFeature feature, ShellText text, int start, int end, string name = "") =>
        _uses.Add(new ShellFeatureUse(feature, text, start, end, name));

    private void AddAssigned(string name) => (_assigned ??= new HashSet<string>(StringComparer.Ordinal)).Add(name);

    /// <summary><c>$(&lt; file)</c> runs nothing, and only some shells take it for the file's content.</summary>
    private static bool ReadsFile(ShellCommandSubstitutionSyntax substitution) =>
        substitution.Statements.Length == 1
        && substitution.Statements[0].Pipelines is [{ Commands: [ShellSimpleCommandSyntax command] }]
        && command.Words.IsEmpty
        && command.Assignments.IsEmpty
        && command.Redirections is [{ Kind: ShellRedirectionKind.Input }];

    private void Visit(ShellForSyntax loop)
    {
        if (loop.Header is not null)
        {
            Add(ShellFeature.ArithmeticFor, loop.Text, loop.Start, loop.Start + 3);
        }
        else if (loop.IsSelect)
        {
            Add(ShellFeature.Select, loop.Text, loop.Start, loop.Start + 6);
        }

        if (loop.Variable is { } variable)
        {
            AddAssigned(variable.DisplayText);
        }
    }

    private void Visit(ShellPipelineSyntax pipeline)
    {
        for (int i = 0; i < pipeline.Operators.Length; i++)
        {
            if (pipeline.Operators[i].Kind == ShellOperatorKind.PipeBoth)
            {
                // Only blanks stand in front of the operator.
                int start = pipeline.Commands[i].End;
                ReadOnlySpan<char> rest = pipeline.Text.AsSpan(start, pipeline.End);
                int offset = rest.IndexOf('|');
                Add(ShellFeature.PipeBoth, pipeline.Text, start + offset, start + offset + 2);
            }
        }
    }

    private void Visit(ShellAssignmentSyntax assignment)
    {
        AddAssigned(assignment.Name);
        if (assignment.IsAppend)
        {
            Add(
                ShellFeature.AppendAssignment,
                assignment.Text,
                assignment.Start,
                assignment.Start + assignment.Name.Length
            );
        }

        if (assignment.IsArray)
        {
            int start = assignment.Start + assignment.AsSpan().IndexOf('=') + 1;
            Add(ShellFeature.Array, assignment.Text, start, assignment.End);
        }
    }

    private void Visit(ShellRedirectionSyntax redirection)
    {
        string descriptor = redirection.DescriptorText;
        if (descriptor.Length > 0 && descriptor[0] == '{')
        {
            Add(ShellFeature.NamedDescriptor, redirection);
        }
        else if (descriptor.Length > 1)
        {
            Add(ShellFeature.LargeDescriptor, redirection);
        }

        switch (redirection.Kind)
        {
            case ShellRedirectionKind.HereString:
                int start = redirection.Start + descriptor.Length;
                Add(ShellFeature.HereString, redirection.Text, start, start + 3);
                return;
            case ShellRedirectionKind.OutputAndError or ShellRedirectionKind.AppendOutputAndError:
                Add(ShellFeature.OutputAndError, redirection, redirection.Kind.ToString());
                return;
            case ShellRedirectionKind.DuplicateOutput
                when descriptor.Length == 0
                    && redirection.Target is { IsLiteral: true } target
                    && !ShellNodes.IsNumber(target.AsSpan())
                    && !target.Is("-"):
                Add(ShellFeature.OutputToFileDescriptor, redirection);
                return;
            case ShellRedirectionKind.Input
            or ShellRedirectionKind.Output
            or ShellRedirectionKind.Append
                when redirection.Target is { } file && (file.StartsWith("/dev/tcp/") || file.StartsWith("/dev/udp/")):
                Add(ShellFeature.NetworkFile, redirection);
                return;
            default:
                return;
        }
    }

    private void Visit(ShellParameterSyntax parameter)
    {
        ReadOnlySpan<char> text = parameter.AsSpan();
        if (!parameter.IsBraced)
        {
            AddVariable(parameter, text.Slice(1));
            return;
        }

        int nameStart = 2 + (parameter.IsLength || parameter.IsIndirect ? 1 : 0);
        int nameEnd = nameStart;
        while (nameEnd < text.Length && ShellCharacters.IsName(text[nameEnd]))
        {
            nameEnd++;
        }

        AddVariable(parameter, text.Slice(nameStart, nameEnd - nameStart));
        char first = nameEnd < text.Length ? text[nameEnd] : '}';
        if (nameEnd == nameStart && first is '@' or '*')
        {
            // $@ and $*, with what is asked of them.
            char next = nameEnd + 1 < text.Length ? text[nameEnd + 1] : '}';
            if (next is '#' or '%')
            {
                Add(ShellFeature.TrimmedArguments, parameter);
                return;
            }

            first = next;
        }

        if (parameter.IsIndirect)
        {
            Add(ShellFeature.Indirection, parameter);
            if (first is '*' or '@')
            {
                Add(ShellFeature.NamePrefix, parameter);
            }
            else if (
                text.EndsWith("[@]}".AsSpan(), StringComparison.Ordinal)
                || text.EndsWith("[*]}".AsSpan(), StringComparison.Ordinal)
            )
            {
                Add(ShellFeature.ArrayKeys, parameter);
            }

            return;
        }

        if (parameter.IsLength)
        {
            return;
        }

        if (first == '[')
        {
            if (text.EndsWith("]}".AsSpan(), StringComparison.Ordinal))
            {
                Add(ShellFeature.ArrayElement, parameter);
            }

            return;
        }

        char second = nameEnd + 1 < text.Length ? text[nameEnd + 1] : '}';
        switch (first)
        {
            case ':' when second is not ('-' or '=' or '+' or '?' or '}'):
                Add(ShellFeature.Substring, parameter);
                break;
            case '/':
                Add(ShellFeature.Replacement, parameter);
                break;
            case '^' or ',':
                Add(ShellFeature.CaseModification, parameter);
                break;
            default:
                break;
        }
    }

    private void AddVariable(ShellSyntaxNode node, ReadOnlySpan<char> name) =>
        AddVariable(node.Text, node.Start, node.End, name);

    private void AddVariable(ShellText text, int start, int end, ReadOnlySpan<char> name)
    {
        if (ShellVariableNames.Find(name) is { } known)
        {
            Add(ShellFeature.Variable, text, start, end, known);
        }
    }

    /// <summary>Looks through the text of an expression, in which a name alone is a variable.</summary>
    private void Visit(ShellArithmeticExpansionSyntax expression)
    {
        foreach (ShellWordPartSyntax part in expression.Parts)
        {
            if (part is ShellLiteralSyntax literal)
            {
                VisitExpression(literal);
            }
        }
    }

    private void VisitExpression(ShellLiteralSyntax literal)
    {
        string text = literal.Text.Text;
        int position = literal.Start;
        while (position < literal.End)
        {
            char c = text[position];
            char next = position + 1 < literal.End ? text[position + 1] : '\0';
            if (ShellCharacters.IsName(c))
            {
                int start = position;
                while (position < literal.End && ShellCharacters.IsName(text[position]))
                {
                    position++;
                }

                if (ShellCharacters.IsNameStart(c))
                {
                    AddVariable(literal.Text, start, position, text.AsSpan(start, position - start));
                }
                else if (position < literal.End && text[position] == '#')
                {
                    Add(ShellFeature.ArithmeticBase, literal.Text, start, position + 1);
                }
            }
            else if (c is '+' or '-' && next == c)
            {
                Add(ShellFeature.Increment, literal.Text, position, position + 2);
                position += 2;
            }
            else if (c == '*' && next == '*')
            {
                Add(ShellFeature.Power, literal.Text, position, position + 2);
                position += 2;
            }
            else
            {
                position++;
            }
        }
    }

    private void Visit(ShellWordSyntax word)
    {
        if (ShellNodes.IsExpanded(word))
        {
            foreach (UnquotedText piece in UnquotedText.Find(word))
            {
                FindBrackets(piece);
                FindPatterns(piece);
            }

            if (BraceExpansions.MayHold(word))
            {
                foreach (BraceText brace in BraceExpansions.Find(word))
                {
                    if (brace.IsExpansion)
                    {
                        Add(ShellFeature.BraceExpansion, word.Text, brace.Start, brace.End);
                    }
                }
            }
        }

        FindBracketArithmetic(word);
    }

    private void FindBrackets(UnquotedText piece)
    {
        int position = piece.Start;
        while (BracketExpression.TryFind(piece, ref position, out BracketExpression brackets))
        {
            if (piece.Source[brackets.Start + 1] == '^')
            {
                Add(ShellFeature.CaretInBrackets, piece.Text, brackets.Start, brackets.End);
            }
        }
    }

    /// <summary>Extended patterns such as <c>!(a|b)</c>.</summary>
    private void FindPatterns(UnquotedText piece)
    {
        ReadOnlySpan<char> text = piece.AsSpan();
        int from = 0;
        while (text.Slice(from).IndexOf('(') is >= 0 and int offset)
        {
            int open = from + offset;
            from = open + 1;
            if (open > 0 && text[open - 1] is '?' or '*' or '+' or '@' or '!')
            {
                int close = text.Slice(open).IndexOf(')');
                int end = close < 0 ? text.Length : open + close + 1;
                Add(ShellFeature.ExtendedPattern, piece.Text, piece.Start + open - 1, piece.Start + end);
                from = end;
            }
        }
    }

    /// <summary><c>$[…]</c>, which the parser takes for text as a POSIX shell does.</summary>
    private void FindBracketArithmetic(ShellWordSyntax word)
    {
        ReadOnlySpan<char> text = word.AsSpan();
        int offset = text.IndexOf("$[".AsSpan(), StringComparison.Ordinal);
        if (
            offset < 0
            || (offset > 0 && text[offset - 1] == '\\')
            || word.Parts.Any(part =>
                part is ShellSingleQuotedSyntax && part.Start <= word.Start + offset && part.End > word.Start + offset
            )
        )
        {
            return;
        }

        int close = text.Slice(offset).IndexOf(']');
        if (close > 0)
        {
            Add(ShellFeature.BracketArithmetic, word.Text, word.Start + offset, word.Start + offset + close + 1);
        }
    }

    private void Visit(ShellSimpleCommandSyntax command)
    {
        if (command.Name is not { IsLiteral: true } name)
        {
            return;
        }

        VisitTest(command);
        switch (ShellNodes.GetBuiltin(command))
        {
            case "source":
                Add(ShellFeature.Source, command);
                break;
            case "local":
                AddDeclared(command);
                Add(ShellFeature.Local, command.Text, command.Start, ShellNodes.GetEndOfDeclaration(command));
                break;
            case "declare" or "typeset":
                AddDeclared(command);
                Add(ShellFeature.Builtin, command.Text, command.Start, ShellNodes.GetEndOfDeclaration(command));
                break;
            case "pushd"
            or "popd"
            or "dirs"
            or "shopt"
            or "enable"
            or "caller"
            or "complete"
            or "compgen"
            or "disown"
            or "mapfile"
            or "readarray"
            or "suspend":
                Add(ShellFeature.Builtin, command);
                break;
            case "let":
                Add(ShellFeature.Let, command);
                break;
            case "coproc":
                Add(ShellFeature.Coprocess, command);
                break;
            case "echo":
                VisitEcho(command);
                break;
            case "exec" when command.Words.Length > 1 && command.Words[1].StartsWith("-"):
                Add(ShellFeature.ExecOption, command.Words[1]);
                break;
            case "set":
                VisitSet(command);
                break;
            case "trap":
                VisitTrap(command);
                VisitOptions(command, "trap", "");
                break;
            case "printf":
                VisitPrintf(command);
                VisitOptions(command, "printf", "");
                break;
            case "export":
                AddDeclared(command);
                VisitOptions(command, "export", "p");
                break;
            case "readonly":
                AddDeclared(command);
                VisitOptions(command, "readonly", "p");
                break;
            case "read":
                AddDeclared(command);
                VisitOptions(command, "read", "r");
                break;
            case "cd":
                VisitOptions(command, "cd", "LP");
                break;
            case "getopts":
                VisitOptions(command, "getopts", "");
                break;
            case "hash":
                VisitOptions(command, "hash", "r");
                break;
            case "jobs":
                VisitOptions(command, "jobs", "lp");
                break;
            case "type":
                VisitOptions(command, "type", "");
                break;
            case "ulimit":
                VisitOptions(command, "ulimit", "f");
                break;
            case "umask":
                VisitOptions(command, "umask", "S");
                break;
            case "unset":
                VisitOptions(command, "unset", "fv");
                break;
            case "wait":
                VisitOptions(command, "wait", "");
                break;
            case { } path when path.EndsWith("/echo", StringComparison.Ordinal):
                VisitEcho(command, Program);
                break;
            default:
                break;
        }
    }

    /// <summary>The variables that a built-in sets by its arguments.</summary>
    private void AddDeclared(ShellSimpleCommandSyntax command)
    {
        for (int i = 1; i < command.Words.Length; i++)
        {
            ReadOnlySpan<char> text = command.Words[i].AsSpan();
            int end = text.IndexOf('=');
            ReadOnlySpan<char> name = end < 0 ? text : text.Slice(0, end);
            if (ShellVariableNames.Find(name) is { } known)
            {
                AddAssigned(known);
            }
        }
    }

    private void VisitEcho(ShellSimpleCommandSyntax command, string? program = null)
    {
        if (command.Words.Length < 2 || command.Words[1] is not { IsLiteral: true } first)
        {
            return;
        }

        string text = first.DisplayText;
        if (text.Length < 2 || text[0] != '-')
        {
            return;
        }

        for (int i = 1; i < text.Length; i++)
        {
            if (text[i] is not ('n' or 'e' or 'E'))
            {
                return;
            }
        }

        Add(ShellFeature.EchoOption, first, program ?? text);
        if (text != "-n")
        {
            Add(ShellFeature.EchoOptionBesidesN, first, program ?? text);
        }
    }

    private void VisitSet(ShellSimpleCommandSyntax command)
    {
        for (int i = 1; i < command.Words.Length; i++)
        {
            if (command.Words[i] is not { IsLiteral: true } word)
            {
                return;
            }

            string text = word.DisplayText;
            if (text.Length < 2 || text[0] is not ('-' or '+') || text == "--")
            {
                return;
            }

            if (text[1] == '-')
            {
                Add(ShellFeature.SetLongFlag, word, text);
                continue;
            }

            for (int k = 1; k < text.Length; k++)
            {
                if ("abCefhmnouvx".IndexOf(text[k]) < 0)
                {
                    Add(ShellFeature.SetFlag, word, "-" + text[k]);
                    break;
                }
            }

            if (text[text.Length - 1] == 'o' && i + 1 < command.Words.Length)
            {
                i++;
                if (command.Words[i].LiteralText is { } option && !IsStandardOption(option))
                {
                    Add(ShellFeature.SetOption, command.Words[i], option);
                }
            }
        }
    }

    private static bool IsStandardOption(string option) =>
        option
            is "allexport"
                or "errexit"
                or "ignoreeof"
                or "monitor"
                or "noclobber"
                or "noexec"
                or "noglob"
                or "nolog"
                or "notify"
                or "nounset"
                or "verbose"
                or "vi"
                or "xtrace";

    private void VisitTrap(ShellSimpleCommandSyntax command)
    {
        for (int i = 2; i < command.Words.Length; i++)
        {
            if (command.Words[i].LiteralText is not { Length: > 0 } signal)
            {
                continue;
            }

            string upper = signal.ToUpperInvariant();
            if (upper is "ERR" or "DEBUG" or "RETURN")
            {
                Add(ShellFeature.TrapCondition, command.Words[i]);
            }

            if (upper.StartsWith("SIG", StringComparison.Ordinal))
            {
                Add(ShellFeature.SignalPrefix, command.Words[i]);
            }

            if (upper != signal)
            {
                Add(ShellFeature.SignalCase, command.Words[i]);
            }
        }
    }

    private void VisitPrintf(ShellSimpleCommandSyntax command)
    {
        int index = command.Words.Length > 2 && command.Words[1].Is("-v") ? 3 : 1;
        if (
            index < command.Words.Length
            && command.Words[index].DisplayText.IndexOf("%q", StringComparison.Ordinal) >= 0
        )
        {
            Add(ShellFeature.PrintfQuote, command.Words[index]);
        }
    }

    /// <summary>The first option that POSIX does not give a built-in.</summary>
    private void VisitOptions(ShellSimpleCommandSyntax command, string name, string standard)
    {
        for (int i = 1; i < command.Words.Length; i++)
        {
            if (command.Words[i] is not { IsLiteral: true } word)
            {
                return;
            }

            string text = word.DisplayText;
            if (text.Length < 2 || text[0] != '-' || text == "--")
            {
                return;
            }

            for (int k = 1; k < text.Length; k++)
            {
                if (standard.IndexOf(text[k]) < 0)
                {
                    Add(ShellFeature.BuiltinOption, word, name + " -" + text[k]);
                    return;
                }
            }
        }
    }

    private void VisitTest(ShellCommandSyntax command)
    {
        foreach (TestTerm term in TestTerm.Find(command))
        {
            if (term.Operator is not { } word)
            {
                continue;
            }

            ShellFeature? feature = term.IsBinary
                ? word.DisplayText switch
                {
                    "<" or ">" => ShellFeature.OrderOfStrings,
                    "-nt" or "-ot" or "-ef" => ShellFeature.FileComparison,
                    "==" => ShellFeature.DoubleEquals,
                    "=~" => ShellFeature.RegularExpression,
                    _ => null,
                }
                : word.DisplayText switch
                {
                    "-v" => ShellFeature.VariableTest,
                    "-a" => ShellFeature.UnaryA,
                    "-o" => ShellFeature.OptionTest,
                    "-R" => ShellFeature.ReferenceTest,
                    "-N" => ShellFeature.ModifiedTest,
                    "-k" => ShellFeature.StickyTest,
                    "-G" => ShellFeature.GroupTest,
                    "-O" => ShellFeature.OwnerTest,
                    _ => null,
                };
            if (feature is { } known)
            {
                Add(known, word, command is ShellTestSyntax ? "[[" : "[");
            }
        }
    }
}

using System.Collections.Immutable;
using DockerfileLint.Syntax;
using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Semantics.Shell;

/// <summary>Which variables a script sets and which it uses, wherever in it; one walk.</summary>
internal sealed class ShellVariables
{
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);
    private readonly HashSet<string> _set = new(StringComparer.Ordinal);
    private readonly HashSet<string> _arrays = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ShellAssignmentSyntax> _last = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ShellParameterSyntax> _first = new(StringComparer.Ordinal);

    private ShellVariables() { }

    internal static ShellVariables Of(ShellScriptSyntax script)
    {
        var variables = new ShellVariables();
        var descendants = new DescendantEnumerator(script);
        while (descendants.MoveNext())
        {
            switch (descendants.Current)
            {
                case ShellAssignmentSyntax assignment:
                    variables.Add(assignment);
                    break;
                case ShellParameterSyntax parameter:
                    variables.Add(parameter);
                    break;
                case ShellSimpleCommandSyntax { Name.LiteralText: { } name } command:
                    variables.Add(command, name);
                    break;
                case ShellForSyntax { Variable: { } variable }:
                    variables._set.Add(variable.DisplayText);
                    break;
                case ShellTestSyntax test:
                    variables.AddTested(test.Words);
                    break;
                case ShellLiteralSyntax { Parent: ShellArithmeticExpansionSyntax } text:
                    variables.AddArithmetic(text.AsSpan());
                    break;
                default:
                    break;
            }
        }

        return variables;
    }

    /// <summary>Whether the script uses a variable, or hands it to a command.</summary>
    internal bool IsUsed(string name) => _used.Contains(name);

    /// <summary>Whether the script sets a variable, or asks whether it is set.</summary>
    internal bool IsSet(string name) => _set.Contains(name);

    /// <summary>Whether the script makes an array of a variable.</summary>
    internal bool IsArray(string name) => _arrays.Contains(name);

    /// <summary>The last assignment of a variable that is a statement, or <c>null</c>.</summary>
    internal ShellAssignmentSyntax? FindLastAssignment(string name) =>
        _last.TryGetValue(name, out ShellAssignmentSyntax? assignment) ? assignment : null;

    /// <summary>The first place that uses a variable and says nothing of what holds where it is not set.</summary>
    internal ShellParameterSyntax? FindFirstUse(string name) =>
        _first.TryGetValue(name, out ShellParameterSyntax? parameter) ? parameter : null;

    private void Add(ShellAssignmentSyntax assignment)
    {
        if (assignment.Parent is not ShellSimpleCommandSyntax { Words.IsEmpty: true })
        {
            // The command gets it, not the script.
            return;
        }

        _set.Add(assignment.Name);
        if (assignment.IsAppend)
        {
            _used.Add(assignment.Name);
        }
        else
        {
            _last[assignment.Name] = assignment;
        }

        if (assignment.IsArray || assignment.Index is not null)
        {
            _arrays.Add(assignment.Name);
        }
    }

    private void Add(ShellParameterSyntax parameter)
    {
        string name = parameter.Name;
        _used.Add(name);
        switch (parameter.Operator)
        {
            case "=" or ":=" or "+" or ":+":
                _set.Add(name);
                break;
            case "-" or ":-" or "?" or ":?":
                break;
            default:
                _first[name] = FindFirstUse(name) ?? parameter;
                break;
        }
    }

    private void Add(ShellSimpleCommandSyntax command, string name)
    {
        switch (name)
        {
            case "export" or "local" or "declare" or "readonly" or "typeset":
                bool isArray = name is "declare" or "typeset" && ShellWords.HasOption(command, 'a');
                foreach (ShellWordSyntax word in command.Words)
                {
                    AddDeclared(word, name == "export", isArray);
                }

                break;
            case "read" or "getopts" or "mapfile" or "readarray" or "let":
                bool fillsArray =
                    name is "mapfile" or "readarray" || (name == "read" && ShellWords.HasOption(command, 'a'));
                for (int i = 1; i < command.Words.Length; i++)
                {
                    AddDeclared(command.Words[i], isExport: false, fillsArray);
                }

                break;
            case "printf" when command.Words.Length > 2 && command.Words[1].Is("-v"):
                _set.Add(command.Words[2].DisplayText);
                break;
            case "[" or "test":
                AddTested(command.Words);
                break;
            case "trap" when command.Words.Length > 1:
                AddArithmetic(command.Words[1].AsSpan());
                break;
            default:
                break;
        }
    }

    private void AddDeclared(ShellWordSyntax word, bool isExport, bool isArray)
    {
        ReadOnlySpan<char> text = word.AsSpan();
        int length = ShellWords.GetNameLength(text);
        if (length == 0)
        {
            return;
        }

        string name = text.Slice(0, length).ToString();
        _set.Add(name);
        if (isExport)
        {
            _used.Add(name);
        }

        if (isArray)
        {
            _arrays.Add(name);
        }
    }

    /// <summary>Adds what a test asks for: whoever looks whether a variable is empty knows that it may be.</summary>
    private void AddTested(ImmutableArray<ShellWordSyntax> words)
    {
        for (int i = 0; i + 1 < words.Length; i++)
        {
            if (words[i].LiteralText is not ("-n" or "-z" or "-v"))
            {
                continue;
            }

            ReadOnlySpan<char> operand = words[i + 1].AsSpan().TrimStart('"').TrimStart('$').TrimStart('{');
            int length = ShellWords.GetNameLength(operand);
            if (length > 0)
            {
                string name = operand.Slice(0, length).ToString();
                _set.Add(name);
                _used.Add(name);
            }
        }
    }

    /// <summary>Adds the names in an arithmetic expression, where they need no sign.</summary>
    private void AddArithmetic(ReadOnlySpan<char> text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            int length = ShellWords.GetNameLength(text.Slice(i));
            if (length > 0)
            {
                string name = text.Slice(i, length).ToString();
                _used.Add(name);
                ReadOnlySpan<char> rest = text.Slice(i + length).TrimStart();
                if (rest is ['=', not '=', ..] or [_, '=', ..] or ['+', '+', ..])
                {
                    _set.Add(name);
                }

                i += length;
            }
            else if (text[i] is >= '0' and <= '9')
            {
                while (i + 1 < text.Length && ShellWords.IsNamePart(text[i + 1], 1))
                {
                    i++;
                }
            }
        }
    }
}

using System.Collections.Immutable;
using DockerfileLint.Syntax.Shell;
using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Commands;

/// <summary>Sees through programs that run another one: <c>sudo -E apt-get update</c> runs <c>apt-get</c>.</summary>
internal static class CommandWrappers
{
    /// <summary>Programs that run what follows their options, and how many operands stand before it.</summary>
    private static readonly Dictionary<string, int> OperandsBefore = new(StringComparer.Ordinal)
    {
        ["builtin"] = 0,
        ["busybox"] = 0,
        ["chronic"] = 0,
        ["chroot"] = 1,
        ["command"] = 0,
        ["doas"] = 0,
        ["dumb-init"] = 0,
        ["eatmydata"] = 0,
        ["env"] = 0,
        ["exec"] = 0,
        ["gosu"] = 1,
        ["ionice"] = 0,
        ["linux32"] = 0,
        ["linux64"] = 0,
        ["nice"] = 0,
        ["nohup"] = 0,
        ["runuser"] = 0,
        ["setarch"] = 1,
        ["setpriv"] = 0,
        ["setsid"] = 0,
        ["sshpass"] = 0,
        ["stdbuf"] = 0,
        ["su-exec"] = 1,
        ["sudo"] = 0,
        ["time"] = 0,
        ["timeout"] = 1,
        ["tini"] = 0,
        ["toybox"] = 0,
        ["unbuffer"] = 0,
        ["xargs"] = 0,
        ["xvfb-run"] = 0,
    };

    /// <summary>Whether a program, by its name or path, may run what its arguments name.</summary>
    internal static bool IsWrapper(string program) =>
        program.Substring(program.LastIndexOf('/') + 1) is var name
        && (OperandsBefore.ContainsKey(name) || name == "find");

    /// <summary>
    /// The index of the shell that a command starts, itself or behind others such as <c>sudo</c>; -1 where it starts
    /// none.
    /// </summary>
    internal static int FindShell(ImmutableArray<CommandWord> words, out ShellKind kind)
    {
        kind = ShellKind.Other;
        int index = 0;
        for (int depth = 0; depth < AnalysisBudget.MaxWrapperDepth && index < words.Length; depth++)
        {
            if (!words[index].IsStatic)
            {
                // A variable behind another command may hold an emulator: chroot /mnt $QEMU /bin/sh.
                if (index++ == 0)
                {
                    return -1;
                }

                continue;
            }

            kind = ShellNames.GetKind(words[index].Text);
            if (kind != ShellKind.Other)
            {
                return index;
            }

            if (!TryFind(words[index].ProgramName, words.RemoveRange(0, index + 1), out int start, out _))
            {
                return -1;
            }

            index += start + 1;
        }

        return -1;
    }

    /// <summary>
    /// Where the command that a program runs begins in its arguments and where it ends; <c>false</c> where it runs
    /// none.
    /// </summary>
    internal static bool TryFind(string program, ImmutableArray<CommandWord> arguments, out int start, out int end)
    {
        start = 0;
        end = arguments.Length;
        if (OperandsBefore.TryGetValue(program, out int operands))
        {
            return program != "runuser" || IsRunuserCommand(arguments)
                ? TryFindOperand(program, operands, arguments, out start)
                : false;
        }

        return program switch
        {
            "find" => TryFindExec(arguments, out start, out end),
            _ => program.StartsWith("python", StringComparison.Ordinal) && TryFindModule(arguments, out start),
        };
    }

    private static bool TryFindOperand(
        string program,
        int operandsBefore,
        ImmutableArray<CommandWord> arguments,
        out int start
    )
    {
        CommandGrammar grammar = CommandGrammars.Find(program);
        bool takesAssignments = program is "env" or "sudo" or "doas";
        for (start = 0; start < arguments.Length; start++)
        {
            string text = arguments[start].Text;
            if (text.Length > 1 && text[0] == '-')
            {
                if (program == "command" && text is "-v" or "-V")
                {
                    return false;
                }

                start += TakesNextWord(text, grammar) ? 1 : 0;
            }
            else if (takesAssignments && IsAssignment(text))
            {
                // It belongs to the environment of the command.
            }
            else if (operandsBefore-- == 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether the value of an option is the next word: of a long option without <c>=</c>, of the last letter of a
    /// bundle such as <c>-Hu app</c>.
    /// </summary>
    private static bool TakesNextWord(string option, CommandGrammar grammar)
    {
        if (option[1] == '-')
        {
            return option.Length > 2 && option.IndexOf('=') < 0 && grammar.TakesValue(option, null);
        }

        int letter = 1;
        while (letter < option.Length && !grammar.TakesValue("-" + option[letter], null))
        {
            letter++;
        }

        return letter == option.Length - 1;
    }

    /// <summary><c>runuser -u NAME -- COMMAND</c>; without <c>-u</c> it starts a shell as <c>su</c> does.</summary>
    private static bool IsRunuserCommand(ImmutableArray<CommandWord> arguments) =>
        arguments.Any(word => word.Text is "-u" || word.Text.StartsWith("--user", StringComparison.Ordinal));

    private static bool TryFindExec(ImmutableArray<CommandWord> arguments, out int start, out int end)
    {
        end = arguments.Length;
        for (start = 1; start < arguments.Length; start++)
        {
            if (arguments[start - 1].Text is "-exec" or "-execdir" or "-ok" or "-okdir")
            {
                for (end = start; end < arguments.Length && arguments[end].Text is not (";" or "+"); end++) { }

                return end > start;
            }
        }

        return false;
    }

    /// <summary><c>python3 -m pip install</c> runs pip.</summary>
    private static bool TryFindModule(ImmutableArray<CommandWord> arguments, out int start)
    {
        for (start = 1; start < arguments.Length; start++)
        {
            string option = arguments[start - 1].Text;
            if (option.Length < 2 || option[0] != '-' || option[1] == 'c')
            {
                return false;
            }

            if (option[0] == '-' && option[1] != '-' && option[option.Length - 1] == 'm')
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsAssignment(string word)
    {
        int equals = word.IndexOf('=');
        return equals > 0 && word.AsSpan(0, equals).IndexOfAny('/', '-') < 0;
    }
}

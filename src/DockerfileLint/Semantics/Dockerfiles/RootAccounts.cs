using DockerfileLint.Semantics.Commands;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Syntax.Shell;
using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Dockerfiles;

/// <summary>Accounts with a name of their own that a build gives the number 0, which is root's.</summary>
internal static class RootAccounts
{
    private const string PasswordFile = "/etc/passwd";

    /// <summary>
    /// Where a stage, or one that it is built on, makes a user root under another name; <c>null</c> where nothing does.
    /// The order does not matter, for the name is looked up when the container starts.
    /// </summary>
    internal static TextSpan? Find(DockerfileModel model, Stage stage, string name)
    {
        if (name.Length == 0 || name[0] is (>= '0' and <= '9') or '+' or '-')
        {
            return null;
        }

        int depth = 0;
        for (
            Stage? current = stage;
            current is not null && depth < AnalysisBudget.MaxStageChain;
            current = current.BaseStage, depth++
        )
        {
            for (int i = current.Instructions.Length - 1; i >= 0; i--)
            {
                if (FindIn(model, current, current.Instructions[i], name) is { } found)
                {
                    return found;
                }
            }
        }

        return null;
    }

    private static TextSpan? FindIn(DockerfileModel model, Stage stage, InstructionSyntax instruction, string name)
    {
        ReadOnlySpan<char> text = instruction.Tree.Text.AsSpan(instruction.Span);
        bool writesEntries = text.IndexOf(PasswordFile.AsSpan(), StringComparison.Ordinal) >= 0;
        if (instruction is CopyInstructionSyntax)
        {
            return writesEntries && HasEntry(text, name) ? instruction.Span : null;
        }

        if (instruction is not RunInstructionSyntax)
        {
            return null;
        }

        foreach (RunCommand command in model.GetScript(instruction)?.RunCommands ?? [])
        {
            if (MakesRoot(command, stage, name) || (writesEntries && WritesEntry(command, name)))
            {
                return command.FullSpan;
            }
        }

        return null;
    }

    private static bool MakesRoot(RunCommand command, Stage stage, string name)
    {
        switch (command.Name)
        {
            case "useradd" or "adduser" or "usermod":
                return (
                        command.Line.FindOption("-u", "--uid") is { Value: { } id }
                        && UserSpecification.IsZero(Resolve(id, command, stage))
                        && Names(command, stage, name)
                    )
                    || (
                        command.Name == "usermod"
                        && command.Line.FindOption("-l", "--login") is { Value: { } login }
                        && Resolve(login, command, stage) == name
                        && Names(command, stage, "root")
                    );
            default:
                return false;
        }
    }

    private static bool Names(RunCommand command, Stage stage, string name)
    {
        foreach (CommandWord operand in command.Line.Operands)
        {
            if (Resolve(operand.Text, command, stage) == name)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A text of a script with the variables of the Dockerfile filled in; others stay.</summary>
    private static string Resolve(string text, RunCommand command, Stage stage) =>
        stage.ResolveInScript(text, command.Instruction);

    /// <summary>Whether a command writes an entry of the user, or changes one, so that it has the number 0.</summary>
    private static bool WritesEntry(RunCommand command, string name)
    {
        foreach (CommandWord argument in command.Arguments)
        {
            ReadOnlySpan<char> text = argument.Text.AsSpan();
            if (command.Name == "sed" && FindReplacement(argument.Text) is { } replacement)
            {
                if (text.IndexOf("root".AsSpan(), StringComparison.Ordinal) < 0 && HasZeroField(text, replacement))
                {
                    return true;
                }
            }
            else if (HasEntry(text, name))
            {
                return true;
            }
        }

        foreach (ShellRedirectionSyntax redirection in command.Syntax.Redirections)
        {
            if (redirection.Body is { } body && HasEntry(body.DisplayText.AsSpan(), name))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What <c>s/…/…/</c> puts in, or <c>null</c> for another command of sed.</summary>
    private static TextSpan? FindReplacement(string script)
    {
        int start = script.IndexOf('s');
        if (start < 0 || start + 1 >= script.Length || char.IsLetterOrDigit(script[start + 1]))
        {
            return null;
        }

        char delimiter = script[start + 1];
        int middle = script.IndexOf(delimiter, start + 2);
        int end = middle < 0 ? -1 : script.IndexOf(delimiter, middle + 1);
        return end < 0 ? null : TextSpan.FromBounds(middle + 1, end);
    }

    /// <summary>
    /// Whether a part of a text holds the number 0 as a field; its ends end fields, too, as in <c>s/1000/0/</c> and
    /// <c>s/^app:x:[0-9]*/app:x:0/</c>.
    /// </summary>
    private static bool HasZeroField(ReadOnlySpan<char> text, TextSpan part)
    {
        for (int i = part.Start; i < part.End; i++)
        {
            if (text[i] == '0' && (i == part.Start || text[i - 1] == ':') && (i + 1 == part.End || text[i + 1] == ':'))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether an entry of the password file gives the name the number 0: <c>name:x:0:</c>.</summary>
    private static bool HasEntry(ReadOnlySpan<char> text, string name)
    {
        int start = 0;
        while (text.Slice(start).IndexOf(name.AsSpan(), StringComparison.Ordinal) is >= 0 and var found)
        {
            int position = start + found;
            start = position + name.Length;
            if (start >= text.Length || text[start] != ':' || (position > 0 && IsNameCharacter(text[position - 1])))
            {
                continue;
            }

            int password = text.Slice(start + 1).IndexOfAny(':', '\n');
            int id = start + 1 + password + 1;
            if (password < 0 || text[id - 1] == '\n')
            {
                continue;
            }

            int end = text.Slice(id).IndexOf(':');
            if (end > 0 && UserSpecification.IsZero(text.Slice(id, Math.Min(end, 32)).ToString()))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsNameCharacter(char c) =>
        c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '-' or '.' or ':';
}

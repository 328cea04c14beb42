using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Text;

namespace DockerfileLint.Rules.Fixes;

/// <summary>Fixes that change words of a command in a script.</summary>
internal static class CommandFixes
{
    /// <summary>Puts an option behind the subcommand at a place.</summary>
    internal static bool AddOption(
        string option,
        TextSpan place,
        InstructionSyntax instruction,
        DockerfileModel model,
        FixBuilder fix
    )
    {
        if (
            Find(
                instruction,
                model,
                command => command.Line.SubcommandWord is { IsVerbatim: true } word && word.Span == place
            )
            is null
        )
        {
            return false;
        }

        fix.Insert(place.End, " " + option);
        fix.Declare(place.Start, [], [option]);
        return true;
    }

    /// <summary>Has useradd write no entry into the log of logins.</summary>
    internal static bool AddNoLogInit(
        TextSpan place,
        InstructionSyntax instruction,
        DockerfileModel model,
        FixBuilder fix
    ) =>
        Find(
            instruction,
            model,
            command => command.Line.FindOption("-u", "--uid") is { } option && option.ValueSpan == place
        )
            is { NameWord: { IsVerbatim: true, Span: var name } }
        && AddAfter(name, "-l", fix);

    /// <summary>Has wget draw one dot for much.</summary>
    internal static bool AddProgress(
        TextSpan place,
        InstructionSyntax instruction,
        DockerfileModel model,
        FixBuilder fix
    ) =>
        Find(instruction, model, command => command.Span == place) is { NameWord.IsVerbatim: true }
        && AddAfter(place, "--progress=dot:giga", fix);

    /// <summary>Calls apt-get, which takes the same words for these subcommands.</summary>
    internal static bool CallAptGet(
        TextSpan place,
        InstructionSyntax instruction,
        DockerfileModel model,
        FixBuilder fix
    )
    {
        if (
            Find(instruction, model, command => command.Span == place)
                is not {
                    NameWord: { IsVerbatim: true },
                    Subcommand: "install" or "update" or "upgrade" or "remove" or "purge" or "autoremove" or "clean"
                }
            || model.Tree.Text.ToString(place) != "apt"
        )
        {
            return false;
        }

        fix.Replace(place, "apt-get");
        fix.Declare(place.Start, ["apt"], ["apt-get"]);
        return true;
    }

    /// <summary>Removes a sudo without options in front of a command.</summary>
    internal static bool RemoveSudo(
        TextSpan place,
        InstructionSyntax instruction,
        DockerfileModel model,
        FixBuilder fix
    )
    {
        if (
            Find(instruction, model, command => command.Span == place)
                is not { NameWord.IsVerbatim: true, Arguments: [{ IsStatic: true } next, ..] }
            || next.Text.Length == 0
            || next.Text[0] == '-'
            || next.Text.IndexOf('=') >= 0
            || next.Span.Start <= place.End
            || !model.Tree.Text.AsSpan(TextSpan.FromBounds(place.End, next.Span.Start)).IsWhiteSpace()
        )
        {
            return false;
        }

        string name = model.Tree.Text.ToString(place);
        fix.Remove(TextSpan.FromBounds(place.Start, next.Span.Start));
        fix.Declare(place.Start, [name], []);
        return true;
    }

    /// <summary>Takes the option away that keeps curl or wget from verifying the host's certificate.</summary>
    internal static bool VerifyCertificates(
        TextSpan place,
        InstructionSyntax instruction,
        DockerfileModel model,
        FixBuilder fix
    )
    {
        if (
            Find(
                instruction,
                model,
                command =>
                    command.Name is "curl" or "wget"
                    && TlsVerification.FindOption(command.Name, command.Line) is { } option
                    && option.Span == place
            )
            is null
        )
        {
            return false;
        }

        ReadOnlySpan<char> text = model.Tree.Text.AsSpan();
        int start = place.Start;
        while (start > 0 && !char.IsWhiteSpace(text[start - 1]))
        {
            start--;
        }

        int end = place.End;
        while (end < text.Length && !char.IsWhiteSpace(text[end]))
        {
            end++;
        }

        string word = text.Slice(start, end - start).ToString();
        bool isAmongOthers = place.Length == 1 && word.Length > 2 && word[0] == '-' && word[1] != '-';
        if (
            !isAmongOthers && word is not ("-k" or "--insecure" or "--no-check-certificate")
            || !word.All(static c => char.IsLetter(c) || c == '-')
            || end == text.Length
            || text[end] is '\r' or '\n'
        )
        {
            return false;
        }

        if (isAmongOthers)
        {
            fix.Remove(place);
            fix.Declare(place.Start, [word], [word.Remove(place.Start - start, 1)]);
        }
        else
        {
            int next = end;
            while (next < text.Length && text[next] is ' ' or '\t')
            {
                next++;
            }

            fix.Remove(TextSpan.FromBounds(start, next));
            fix.Declare(place.Start, [word], []);
        }

        return true;
    }

    /// <summary>The program that is called at a place, or the first of the instruction.</summary>
    internal static string GetProgram(TextSpan place, InstructionSyntax instruction, DockerfileModel model) =>
        Find(instruction, model, command => command.SubcommandSpan == place)?.Name ?? "dnf";

    private static bool AddAfter(TextSpan word, string option, FixBuilder fix)
    {
        fix.Insert(word.End, " " + option);
        fix.Declare(word.Start, [], [option]);
        return true;
    }

    /// <summary>A command of a script that stands in the file as a text.</summary>
    private static RunCommand? Find(
        InstructionSyntax instruction,
        DockerfileModel model,
        Func<RunCommand, bool> isMeant
    )
    {
        if (model.GetScript(instruction) is { IsExecForm: false } script)
        {
            foreach (RunCommand command in script.RunCommands)
            {
                if (isMeant(command))
                {
                    return command;
                }
            }
        }

        return null;
    }
}

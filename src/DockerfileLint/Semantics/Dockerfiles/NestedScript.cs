using System.Collections.Immutable;
using DockerfileLint.Semantics.Commands;
using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Semantics.Dockerfiles;

/// <summary>
/// Finds the script that a command runs: <c>sh -c '…'</c>, <c>su -c '…'</c>, <c>eval …</c>, <c>bash &lt;&lt;EOF</c>,
/// also behind commands such as <c>sudo</c> and <c>env</c>.
/// </summary>
internal static class NestedScript
{
    /// <summary>Whether a command is one of those that run scripts.</summary>
    internal static bool MayRun(ShellSimpleCommandSyntax command) =>
        !command.Words.IsEmpty
        && command.Words[0].LiteralText is { } name
        && (
            name is "eval" or "su" or "runuser"
            || ShellNames.GetKind(name) != ShellKind.Other
            || CommandWrappers.IsWrapper(name)
        );

    internal static ShellScriptSyntax? Find(ShellSimpleCommandSyntax command, CancellationToken cancellation)
    {
        ImmutableArray<ShellWordSyntax> words = command.Words;
        if (words.IsEmpty || words[0].LiteralText is not { } name)
        {
            return null;
        }

        if (words.Length > 1 && name == "eval")
        {
            return Parse(Join(words, 1, words.Length), command.Script.Kind, command, cancellation);
        }

        if (name is "su" or "runuser")
        {
            return FindOption(words) is { } word ? Parse(Decode(word), ShellKind.Sh, command, cancellation) : null;
        }

        // Most commands neither are a shell nor start one.
        ShellKind kind = ShellNames.GetKind(name);
        int shell =
            kind != ShellKind.Other ? 0
            : CommandWrappers.IsWrapper(name)
                ? CommandWrappers.FindShell([.. words.Select(CommandWord.Create)], out kind)
            : -1;
        return shell < 0 ? null : FindShellScript(command, shell, kind, cancellation);
    }

    private static ShellScriptSyntax? FindShellScript(
        ShellSimpleCommandSyntax command,
        int shell,
        ShellKind kind,
        CancellationToken cancellation
    )
    {
        ImmutableArray<ShellWordSyntax> words = command.Words;
        bool isScript = false;
        int position = shell + 1;
        while (
            position < words.Length
            && words[position].LiteralText is { Length: > 1 } option
            && option[0] is '-' or '+' or '/'
        )
        {
            if (!kind.IsPosix())
            {
                if (
                    option.Equals(kind == ShellKind.Cmd ? "/c" : "-command", StringComparison.OrdinalIgnoreCase)
                    || option.Equals("-c", StringComparison.OrdinalIgnoreCase)
                )
                {
                    return position + 1 < words.Length
                        ? Parse(Join(words, position + 1, words.Length), kind, command, cancellation)
                        : null;
                }

                if (kind == ShellKind.Cmd && option[0] != '/')
                {
                    return null;
                }
            }
            else if (option[0] == '/')
            {
                return null;
            }
            else if (option[0] == '-' && option[1] != '-')
            {
                isScript |= option.IndexOf('c') > 0;
            }

            // "-o pipefail", "-eo pipefail", "-O extglob", and PowerShell's "-ExecutionPolicy Bypass".
            position += TakesValue(option, kind) ? 2 : 1;
        }

        if (isScript)
        {
            return position < words.Length ? Parse(Decode(words[position]), kind, command, cancellation) : null;
        }

        if (
            position < words.Length
            && !words[position].Is("-")
            && !words[position].Is("/dev/stdin")
            && !words[shell + 1].StartsWith("-s")
        )
        {
            // A file.
            return null;
        }

        for (int i = command.Redirections.Length - 1; i >= 0; i--)
        {
            ShellRedirectionSyntax redirection = command.Redirections[i];
            if (redirection.Body is { } body)
            {
                return Parse(Decode(body), kind, command, cancellation);
            }

            if (redirection is { Kind: ShellRedirectionKind.HereString, Target: { } target })
            {
                return Parse(Decode(target), kind, command, cancellation);
            }
        }

        return null;
    }

    private static bool TakesValue(string option, ShellKind kind) =>
        kind switch
        {
            ShellKind.PowerShell => option.StartsWith("-ex", StringComparison.OrdinalIgnoreCase)
                || option.StartsWith("-v", StringComparison.OrdinalIgnoreCase)
                || option.StartsWith("-w", StringComparison.OrdinalIgnoreCase),
            ShellKind.Cmd => false,
            _ => option is "--rcfile" or "--init-file" || (option[1] != '-' && option[option.Length - 1] is 'o' or 'O'),
        };

    /// <summary>The value of <c>-c</c> or <c>--command</c>.</summary>
    private static ShellWordSyntax? FindOption(ImmutableArray<ShellWordSyntax> words)
    {
        for (int i = 1; i + 1 < words.Length; i++)
        {
            if (
                words[i].LiteralText is { Length: > 1 } option
                && option[0] == '-'
                && (option == "--command" || (option[1] != '-' && option[option.Length - 1] == 'c'))
            )
            {
                return words[i + 1];
            }
        }

        return null;
    }

    private static ShellScriptSyntax Parse(
        ShellText text,
        ShellKind kind,
        ShellSimpleCommandSyntax host,
        CancellationToken cancellation
    ) => ScriptLanguages.Parse(text, kind, host, cancellation);

    private static ShellText Decode(ShellWordSyntax word)
    {
        var text = new ShellTextBuilder(word.Span);
        text.AppendValue(word);
        return text.ToText();
    }

    /// <summary>The text of several words with blanks between them.</summary>
    private static ShellText Join(ImmutableArray<ShellWordSyntax> words, int start, int end)
    {
        if (end - start == 1)
        {
            return Decode(words[start]);
        }

        var text = new ShellTextBuilder(words[start].Span);
        for (int i = start; i < end; i++)
        {
            if (i > start)
            {
                text.Append(" ", words[i - 1].Text.Map(words[i - 1].End, words[i - 1].End));
            }

            text.AppendValue(words[i]);
        }

        return text.ToText();
    }
}

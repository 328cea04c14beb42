using DockerfileLint.Syntax;
using DockerfileLint.Syntax.Shell;
using DockerfileLint.Text;

namespace DockerfileLint.Rules.Shell;

/// <summary>
/// SC1072: what a shell cannot read. SC1073 and SC1009 say for ShellCheck in which construct that stands.
/// </summary>
[Rule("SC1009", ScriptPlace.Command)]
[Rule("SC1072", ScriptPlace.Error)]
[Rule("SC1073", ScriptPlace.Construct)]
internal sealed partial class UnreadableScript(UnreadableScript.ScriptPlace place) : ShellRule
{
    private readonly ScriptPlace _place = place;

    /// <summary>What is reported.</summary>
    internal enum ScriptPlace
    {
        Command,
        Error,
        Construct,
    }

    public override void VisitScript(ShellScriptSyntax script, ShellRuleContext context)
    {
        if (script.Errors.IsEmpty || ShellNodes.IsFailedArray(script))
        {
            return;
        }

        ShellSyntaxError error = script.Errors[0];
        if (error.Kind == ShellSyntaxErrorKind.TooDeep)
        {
            return;
        }

        TextSpan span = error.Span;
        if (context.IsExact)
        {
            bool isQuote = error.Kind is ShellSyntaxErrorKind.UnclosedQuote or ShellSyntaxErrorKind.UnclosedBacktick;
            ShellCommandSyntax? command = FindCommand(script, span);
            if (_place == ScriptPlace.Command && command is null)
            {
                return;
            }

            span = new TextSpan(
                _place switch
                {
                    ScriptPlace.Command => command!.Span.Start,
                    ScriptPlace.Error when isQuote => script.Span.End,
                    ScriptPlace.Error => SkipBlanks(context.File.Text, span.End),
                    _ => span.Start,
                },
                0
            );
        }
        else if (_place != ScriptPlace.Error || IsTemplate(script))
        {
            return;
        }

        context.Report(span, Message(error.Message.TrimEnd('.')));
    }

    /// <summary>Whether a script is still to be made of a template.</summary>
    private static bool IsTemplate(ShellScriptSyntax script)
    {
        ReadOnlySpan<char> text = script.AsSpan();
        return text.IndexOf("{{".AsSpan(), StringComparison.Ordinal) >= 0
            || text.IndexOf("<%".AsSpan(), StringComparison.Ordinal) >= 0;
    }

    /// <summary>The command around a place.</summary>
    private static ShellCommandSyntax? FindCommand(ShellScriptSyntax script, TextSpan span)
    {
        SyntaxNode? node = script.FindDescendant(span);
        while (node is not (null or ShellCommandSyntax or ShellScriptSyntax))
        {
            node = node.Parent;
        }

        return node as ShellCommandSyntax;
    }

    private static int SkipBlanks(SourceText text, int position)
    {
        while (position < text.Length && text[position] is ' ' or '\t')
        {
            position++;
        }

        return position;
    }
}

using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>SC2286, SC2287, SC2288, SC2289: command names that no program has.</summary>
[Rule("SC2286", NameDefect.Empty)]
[Rule("SC2287", NameDefect.EndsWithSlash)]
[Rule("SC2288", NameDefect.EndsWithMark)]
[Rule("SC2289", NameDefect.HoldsLineEnd)]
internal sealed partial class CommandNameShape(CommandNameShape.NameDefect defect) : ShellRule
{
    private readonly CommandNameShape.NameDefect _defect = defect;

    /// <summary>What is odd about a name.</summary>
    internal enum NameDefect
    {
        None,
        Empty,
        EndsWithSlash,
        EndsWithMark,
        HoldsLineEnd,
    }

    public override void VisitSimpleCommand(ShellSimpleCommandSyntax node, ShellRuleContext context)
    {
        if (
            node.Name is { } name
            && Find(name) == _defect
            && (context.IsExact || !ShellNodes.IsFailedArray(context.Script))
        )
        {
            context.Report(name, Message(ShellNodes.Show(name)));
        }
    }

    private static NameDefect Find(ShellWordSyntax name)
    {
        ReadOnlySpan<char> text = name.AsSpan();
        char last = text[text.Length - 1];
        if (name.Parts.IsEmpty && last is not (',' or '.' or ']' or ')' or '/'))
        {
            return NameDefect.None;
        }

        string value = name.DisplayText;
        if (value.Length == 0)
        {
            return NameDefect.Empty;
        }

        if (value.IndexOf('\n') >= 0 || value.IndexOf('\t') >= 0)
        {
            return NameDefect.HoldsLineEnd;
        }

        // The last part may be an expansion, of which nothing is known.
        if (name.Parts.Length > 0 && !EndsInText(name.Parts[name.Parts.Length - 1]))
        {
            return NameDefect.None;
        }

        return value[value.Length - 1] switch
        {
            '/' => NameDefect.EndsWithSlash,
            ',' or '.' or ')' or '}' => value.Length == 1 ? NameDefect.None : NameDefect.EndsWithMark,
            ']' => value is "]" or "]]" || value == "[" ? NameDefect.None : NameDefect.EndsWithMark,
            _ => NameDefect.None,
        };
    }

    private static bool EndsInText(ShellWordPartSyntax part) =>
        part is ShellLiteralSyntax or ShellSingleQuotedSyntax
        || (part is ShellDoubleQuotedSyntax { Parts: [.., ShellLiteralSyntax] });
}

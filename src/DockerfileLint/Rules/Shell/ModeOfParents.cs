using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>SC2174: <c>mkdir -p -m</c>, whose mode only the last folder gets.</summary>
[Rule("SC2174")]
internal sealed partial class ModeOfParents : ShellRule
{
    public override void VisitSimpleCommand(ShellSimpleCommandSyntax node, ShellRuleContext context)
    {
        if (!node.IsCommand("mkdir"))
        {
            return;
        }

        bool makesParents = false;
        ShellWordSyntax? mode = null;
        bool hasParents = false;
        for (int i = 1; i < node.Words.Length; i++)
        {
            ShellWordSyntax word = node.Words[i];
            ReadOnlySpan<char> text = word.Parts.IsEmpty ? word.AsSpan() : word.DisplayText.AsSpan();
            if (text.Length < 2 || text[0] != '-')
            {
                hasParents |= !word.IsLiteral || MayHaveParents(text);
            }
            else if (text[1] == '-')
            {
                makesParents |= text.SequenceEqual("--parents".AsSpan());
                mode ??= text.StartsWith("--mode".AsSpan(), StringComparison.Ordinal) ? word : null;
            }
            else
            {
                // What follows the m is its value.
                int letter = text.IndexOf('m');
                makesParents |= (letter < 0 ? text : text.Slice(0, letter)).IndexOf('p') > 0;
                mode ??= letter > 0 ? word : null;
            }
        }

        if (makesParents && mode is not null && hasParents)
        {
            context.Report(mode, Message(ShellNodes.Show(mode)));
        }
    }

    /// <summary>Whether folders above may have to be made.</summary>
    private static bool MayHaveParents(ReadOnlySpan<char> path)
    {
        bool isRelative = false;
        while (
            path.StartsWith("./".AsSpan(), StringComparison.Ordinal)
            || path.StartsWith("../".AsSpan(), StringComparison.Ordinal)
        )
        {
            path = path.Slice(path.IndexOf('/')).TrimStart('/');
            isRelative = true;
        }

        return path.IndexOf('/') >= 0 && !(isRelative && path.Length == 0);
    }
}

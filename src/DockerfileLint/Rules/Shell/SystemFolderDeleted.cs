using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>SC2114: <c>rm -r</c> of a folder that belongs to the system.</summary>
[Rule("SC2114")]
internal sealed partial class SystemFolderDeleted : ShellRule
{
    private static readonly HashSet<string> Folders = new(StringComparer.Ordinal)
    {
        "",
        "/bin",
        "/boot",
        "/dev",
        "/etc",
        "/home",
        "/lib",
        "/lib64",
        "/media",
        "/mnt",
        "/usr",
        "/usr/bin",
        "/usr/local",
        "/usr/share",
        "/var",
    };

    public override void VisitSimpleCommand(ShellSimpleCommandSyntax node, ShellRuleContext context)
    {
        if (!node.IsCommand("rm") || !IsRecursive(node))
        {
            return;
        }

        for (int i = 1; i < node.Words.Length; i++)
        {
            ShellWordSyntax word = node.Words[i];
            if (word.IsLiteral && IsSystemFolder(word, context.IsExact))
            {
                context.Report(word, Message(ShellNodes.Show(word)));
            }
        }
    }

    internal static bool IsRecursive(ShellSimpleCommandSyntax command)
    {
        for (int i = 1; i < command.Words.Length && !command.Words[i].Is("--"); i++)
        {
            if (
                ShellNodes.IsOption(command.Words[i], 'r', "--recursive")
                || ShellNodes.IsOption(command.Words[i], 'R', name: null)
            )
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSystemFolder(ShellWordSyntax word, bool isExact)
    {
        string text = word.DisplayText;
        if (text.Length == 0 || text[0] != '/' || text.Length > 40)
        {
            return false;
        }

        int brace = text.IndexOf('{');
        if (brace > 0 && text[text.Length - 1] == '}')
        {
            string folder = text.Substring(0, brace);
            foreach (string item in text.Substring(brace + 1, text.Length - brace - 2).Split(','))
            {
                if (IsSystemFolder(folder + item, isExact))
                {
                    return true;
                }
            }

            return false;
        }

        return IsSystemFolder(text, isExact);
    }

    private static bool IsSystemFolder(string path, bool isExact)
    {
        while (path.IndexOf("//", StringComparison.Ordinal) is >= 0 and int index)
        {
            path = path.Remove(index, 1);
        }

        path = path.TrimEnd('/');

        // What is empty in images, or there for those who use it, may go.
        return Folders.Contains(path)
            && (isExact || path is not ("/boot" or "/home" or "/media" or "/mnt" or "/usr/local"));
    }
}

using System.Collections.Immutable;
using System.Text;
using DockerfileLint.Semantics.Shell;
using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>SC2115: an empty variable makes a folder of the system of the path that is removed.</summary>
[Rule("SC2115")]
internal sealed partial class RemovalOfRoot : ShellRule
{
    public override void VisitSimpleCommand(ShellSimpleCommandSyntax node, ShellRuleContext context)
    {
        if (!IsRecursive(node))
        {
            return;
        }

        foreach (ShellWordSyntax word in node.Words)
        {
            if (word.HasExpansions && IsSystemFolder(word) && MayBeEmpty(word.Parts, context))
            {
                context.Report(word, Message(word.ToString()));
            }
        }
    }

    /// <summary>Whether a command removes folders with all that they hold.</summary>
    internal static bool IsRecursive(ShellSimpleCommandSyntax node)
    {
        if (node.Name is not { } name || !name.Is("rm"))
        {
            return false;
        }

        foreach (ShellWordSyntax word in node.Words)
        {
            ReadOnlySpan<char> text = word.AsSpan();
            if (
                word.Is("--recursive")
                || (text.Length > 1 && text[0] == '-' && text[1] != '-' && text.IndexOfAny('r', 'R') > 0)
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a path leads to the root or to a folder of the system where all variables are empty.</summary>
    internal static bool IsSystemFolder(ShellWordSyntax word)
    {
        var path = new StringBuilder();
        if (!TryAppend(word, path) || path.Length == 0 || path[0] != '/')
        {
            return false;
        }

        string text = path.ToString();
        if (text.EndsWith("/*", StringComparison.Ordinal))
        {
            text = text.Substring(0, text.Length - 1);
        }

        return text.Length > 1 && text[text.Length - 1] == '/'
            ? IsListed(text.Substring(0, text.Length - 1))
            : IsListed(text);
    }

    private static bool TryAppend(ShellWordSyntax word, StringBuilder path)
    {
        if (word.Parts.IsEmpty)
        {
            Append(path, word.AsSpan().ToString());
            return true;
        }

        return TryAppend(word.Parts, path);
    }

    private static bool TryAppend(ImmutableArray<ShellWordPartSyntax> parts, StringBuilder path)
    {
        foreach (ShellWordPartSyntax part in parts)
        {
            switch (part)
            {
                case ShellLiteralSyntax literal:
                    Append(path, literal.Value);
                    break;
                case ShellSingleQuotedSyntax single:
                    Append(path, single.Value);
                    break;
                case ShellDoubleQuotedSyntax quoted when TryAppend(quoted.Parts, path):
                case ShellParameterSyntax { Operator: not (":?" or "?" or ":-" or "-" or ":=" or "=") }:
                    break;
                default:
                    return false;
            }
        }

        return true;
    }

    /// <summary>Appends text; slashes that follow each other are one.</summary>
    private static void Append(StringBuilder path, string text)
    {
        foreach (char c in text)
        {
            if (c != '/' || path.Length == 0 || path[path.Length - 1] != '/')
            {
                path.Append(c);
            }
        }
    }

    private static bool IsListed(string path) =>
        path
            is "/"
                or "/bin"
                or "/boot"
                or "/dev"
                or "/etc"
                or "/home"
                or "/lib"
                or "/lib64"
                or "/media"
                or "/mnt"
                or "/usr"
                or "/usr/bin"
                or "/usr/local"
                or "/usr/share"
                or "/var";

    private static bool MayBeEmpty(ImmutableArray<ShellWordPartSyntax> parts, ShellRuleContext context)
    {
        foreach (ShellWordPartSyntax part in parts)
        {
            bool isSet = part switch
            {
                ShellDoubleQuotedSyntax quoted => !MayBeEmpty(quoted.Parts, context),
                ShellParameterSyntax parameter => context.Values.Get(parameter) is ValueShape.Plain or ValueShape.List,
                _ => false,
            };
            bool hasExpansion =
                part is ShellParameterSyntax || part is ShellDoubleQuotedSyntax { Parts.IsEmpty: false };
            if (hasExpansion && isSet)
            {
                return false;
            }
        }

        return true;
    }
}

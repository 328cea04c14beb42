using DockerfileLint.Syntax;
using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>SC2094: a file that a pipeline reads and writes at once.</summary>
[Rule("SC2094")]
internal sealed partial class ReadAndWritten : ShellRule
{
    public override void VisitPipeline(ShellPipelineSyntax node, ShellRuleContext context)
    {
        // Nearly all pipelines end here: nothing is written to a file.
        List<ShellWordSyntax>? written = null;
        foreach (ShellCommandSyntax command in node.Commands)
        {
            foreach (ShellRedirectionSyntax redirection in command.Redirections)
            {
                if (
                    redirection.Kind
                        is ShellRedirectionKind.Output
                            or ShellRedirectionKind.Append
                            or ShellRedirectionKind.Clobber
                    && (context.IsExact || redirection.Kind != ShellRedirectionKind.Append)
                    && redirection.Target is { } target
                    && !target.StartsWith("/dev/")
                    && !IsInPrinter(target)
                )
                {
                    (written ??= []).Add(target);
                }
            }
        }

        if (written is null)
        {
            return;
        }

        var texts = new Dictionary<string, ShellWordSyntax>(StringComparer.Ordinal);
        foreach (ShellWordSyntax word in written)
        {
            texts[word.ToString()] = word;
        }

        var nodes = new DescendantEnumerator(node);
        while (nodes.MoveNext())
        {
            if (
                nodes.Current is ShellWordSyntax word
                && IsRead(word, context.IsExact)
                && texts.TryGetValue(word.ToString(), out ShellWordSyntax? target)
                && target != word
                && !IsInPrinter(word)
            )
            {
                context.Report(word, Message(ShellNodes.Show(word)));
                context.Report(target, Message(ShellNodes.Show(word)));
                texts.Remove(word.ToString());
            }
        }
    }

    /// <summary>Whether a command around a word prints when all is read.</summary>
    private static bool IsInPrinter(ShellWordSyntax word)
    {
        for (SyntaxNode? node = word.Parent; node is not (null or ShellScriptSyntax); node = node.Parent)
        {
            if (node is ShellSimpleCommandSyntax command && command.GetCommandName() is "echo" or "printf" or "sponge")
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsRead(ShellWordSyntax word, bool isExact) =>
        word.Parent switch
        {
            ShellRedirectionSyntax redirection => redirection.Kind == ShellRedirectionKind.Input
                && redirection.Target == word,
            ShellSimpleCommandSyntax command => !word.IsQuoted
                && command.GetCommandName() is { } name
                && (
                    isExact
                    || name
                        is "sed"
                            or "grep"
                            or "cat"
                            or "sort"
                            or "awk"
                            or "jq"
                            or "tr"
                            or "cut"
                            or "head"
                            or "tail"
                            or "uniq"
                            or "envsubst"
                ),
            _ => false,
        };
}

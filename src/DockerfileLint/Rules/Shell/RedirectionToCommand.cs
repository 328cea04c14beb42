using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>SC2238: a redirection to a file with the name of a command, where a pipe was meant.</summary>
[Rule("SC2238")]
internal sealed partial class RedirectionToCommand : ShellRule
{
    private static readonly HashSet<string> Commands = new(
        (
            "admin alias ar asa at awk basename batch bc bg break c99 cal cat cd cflow chgrp chmod chown cksum cmp "
            + "colon comm command compress continue cp crontab csplit ctags cut cxref date dd delta df diff dirname "
            + "dot du echo ed env eval ex exec exit expand export expr fc fg file find fold fort77 fuser gencat get "
            + "getconf getopts grep hash head iconv ipcrm ipcs jobs join kill lex link ln locale localedef logger "
            + "logname lp ls m4 mailx make man mesg mkdir mkfifo more mv newgrp nice nl nm nohup od paste patch "
            + "pathchk pax pr printf prs ps pwd read readonly renice return rm rmdel rmdir sact sccs sed set sh shift "
            + "sleep sort split strings strip stty tabs tail talk tee test time times touch tput tr trap tsort tty "
            + "type ulimit umask unalias uname uncompress unexpand unget uniq unlink unset uucp uudecode uuencode "
            + "uustat uux val vi wait wc what who write xargs yacc zcat"
        ).Split(' '),
        StringComparer.Ordinal
    );

    public override void VisitRedirection(ShellRedirectionSyntax node, ShellRuleContext context)
    {
        if (
            node.Kind is ShellRedirectionKind.Input or ShellRedirectionKind.Output or ShellRedirectionKind.Append
            && node.Target is { Parts.IsEmpty: true } target
            && target.End - target.Start is > 1 and < 12
            && Commands.Contains(target.DisplayText)
            && target.DisplayText != "file"
        )
        {
            context.Report(target, Message(target.DisplayText));
        }
    }
}

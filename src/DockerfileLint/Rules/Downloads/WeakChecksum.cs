using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.Rules.Downloads;

[Rule("DL5035")]
internal sealed partial class WeakChecksum : DockerfileRule
{
    public override bool VisitsTriggers => true;

    public override IReadOnlyCollection<string> Programs => ["md5sum", "sha1sum", "shasum"];

    public override void VisitRunCommand(RunCommand command, DockerfileRuleContext context)
    {
        if (
            IsWeak(command)
            && ContentVerification.IsVerification(command)
            && !command.IsPrecededBy(IsStrong)
            && !command.IsFollowedBy(IsStrong)
        )
        {
            context.Report(command.Span, Message(program: command.Name));
        }
    }

    private static bool IsStrong(RunCommand command) => !IsWeak(command) && ContentVerification.IsVerification(command);

    /// <summary>
    /// Whether a program computes MD5 or SHA-1, for which a second file with the same sum can be made.
    /// </summary>
    private static bool IsWeak(RunCommand command) =>
        command.Name switch
        {
            "md5sum" or "sha1sum" => true,
            "shasum" => FindAlgorithm(command) is "" or "1",
            _ => false,
        };

    private static string FindAlgorithm(RunCommand command)
    {
        for (int i = 0; i < command.Arguments.Length; i++)
        {
            string text = command.Arguments[i].Text;
            if (text is "-a" or "--algorithm")
            {
                return i + 1 < command.Arguments.Length ? command.Arguments[i + 1].Text : "";
            }

            if (text.StartsWith("-a", StringComparison.Ordinal))
            {
                return text.Substring(2);
            }
        }

        return "";
    }
}

using System.Globalization;
using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.Rules.Users;

[Rule("DL3046")]
internal sealed partial class HighUserIdWithoutNoLogInit : DockerfileRule
{
    /// <summary>The file that useradd writes then takes 32 MB.</summary>
    private const long HighUserId = 100_000;

    public override bool VisitsTriggers => true;

    public override IReadOnlyCollection<string> Programs => ["useradd"];

    public override void VisitRunCommand(RunCommand command, DockerfileRuleContext context)
    {
        if (
            command.Line.HasOption("-l", "--no-log-init")
            || command.Line.FindOption("-u", "--uid") is not { Value: { } userId } option
        )
        {
            return;
        }

        if (
            long.TryParse(userId, NumberStyles.None, CultureInfo.InvariantCulture, out long number)
            && number >= HighUserId
        )
        {
            context.Report(option.ValueSpan, Message(user: userId));
        }
    }
}

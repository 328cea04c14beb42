using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Text;

namespace DockerfileLint.Rules.Packages;

[Rule("DL5007")]
internal sealed partial class UnsignedPackage : DockerfileRule
{
    public override bool VisitsTriggers => true;

    public override void VisitRunCommand(RunCommand command, DockerfileRuleContext context)
    {
        if (UnsignedPackages.FindOption(command.Name, command.Line) is { } match)
        {
            context.Report(match.Span, Message(option: match.Row.Option));
        }
        else if (WrittenText.Find(command, UnsignedPackages.FindSetting) is { } span)
        {
            context.Report(span, MessageSetting(setting: context.File.Text.ToString(span)));
        }
    }

    public override void VisitCopy(CopyInstructionSyntax instruction, DockerfileRuleContext context)
    {
        foreach (HeredocSyntax heredoc in instruction.Heredocs)
        {
            if (UnsignedPackages.FindSetting(context.File.Text.AsSpan(heredoc.BodySpan)) is { } setting)
            {
                var span = new TextSpan(heredoc.BodySpan.Start + setting.Start, setting.Length);
                context.Report(span, MessageSetting(setting: context.File.Text.ToString(span)));
            }
        }
    }
}

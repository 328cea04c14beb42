using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Secrets;

[Rule("DL5005")]
internal sealed partial class CredentialCommand : DockerfileRule
{
    public override bool VisitsTriggers => true;

    public override void VisitRunCommand(RunCommand command, DockerfileRuleContext context)
    {
        if (CredentialOptions.Find(command.Name, command.Line) is { } match)
        {
            context.Report(match.Span, Message(command: command.Name));
        }
        else if (
            command is { Name: "gcloud", Subcommand: "auth" }
            && command.HasArgument("activate-service-account")
            && !HasSecretMount(command.Instruction)
        )
        {
            context.Report(command.FullSpan, MessageKeyFile(command: command.Name));
        }
    }

    private static bool HasSecretMount(InstructionSyntax instruction)
    {
        foreach (FlagSyntax flag in instruction.Flags)
        {
            if (flag is { Name: "mount", Value: { } value } && value.Text.Contains("type=secret"))
            {
                return true;
            }
        }

        return false;
    }
}

using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Hadolint;

[Rule("DL3002", Behaviour = RuleBehaviour.Hadolint)]
internal sealed partial class LastUserIsRoot : DockerfileRule
{
    public override void VisitStage(Stage stage, DockerfileRuleContext context)
    {
        WordSyntax? last = stage.Instructions.OfType<UserInstructionSyntax>().LastOrDefault()?.User;
        if (
            last is not null
            && last.Text is { } user
            && (
                user is "root" or "0"
                || user.StartsWith("root:", StringComparison.Ordinal)
                || user.StartsWith("0:", StringComparison.Ordinal)
            )
        )
        {
            context.Report(last.Span, Message(user: user));
        }
    }
}

using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Users;

[Rule("DL3002")]
internal sealed partial class LastUserIsRoot : DockerfileRule
{
    public override void VisitStage(Stage stage, DockerfileRuleContext context)
    {
        if (Compatibility(context) == "hadolint")
        {
            VisitAnyStage(stage, context);
        }
        else if (stage.IsFinal && stage.User is { Word: { } word } user && user.IsRoot.IsCertainly(true))
        {
            DiagnosticMessage message =
                user.Value.Certainty == Certainty.Default
                    ? MessageVariable(user: word.Text, value: user.Value.DisplayText)
                    : Message(user: user.Value.DisplayText);
            context.Report(word.Span, message);
        }
    }

    private static void VisitAnyStage(Stage stage, DockerfileRuleContext context)
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

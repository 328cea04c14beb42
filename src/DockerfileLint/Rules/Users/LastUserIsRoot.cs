using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.Rules.Users;

[Rule("DL3002")]
internal sealed partial class LastUserIsRoot : DockerfileRule
{
    public override void VisitStage(Stage stage, DockerfileRuleContext context)
    {
        if (stage.IsFinal && stage.User is { IsRoot: true, Word: { } word } user)
        {
            DiagnosticMessage message =
                user.Value.Certainty == Certainty.Default
                    ? MessageVariable(user: word.Text, value: user.Value.Value)
                    : Message(user: user.Value.Value);
            context.Report(word.Span, message);
        }
    }
}

using DockerfileLint.Semantics.Projects;

namespace DockerfileLint.Rules.Projects;

[Rule("DX1002")]
internal sealed partial class RootOverridesUser : ProjectRule
{
    public override void VisitContainer(EffectiveContainer container, ProjectRuleContext context)
    {
        if (
            container.Service.User is { } user
            && container.User.IsRoot.IsCertainly(value: true)
            && container.ImageUser is { Word: { } word } image
            && image.IsRoot.IsCertainly(value: false)
        )
        {
            context.Report(
                user.Span,
                Message(service: container.Name, user: image.Value.DisplayText),
                container.User.IsRoot.Steps.AddRange(image.Value.Steps.RemoveAt(0))
            );
        }
    }
}

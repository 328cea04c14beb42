using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Syntax.Values;

namespace DockerfileLint.Rules.BaseImages;

[Rule("DL3029")]
internal sealed partial class ConstantPlatform : DockerfileRule
{
    public override void VisitFrom(FromInstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (instruction.GetFlag("platform") is not { Value: { } value })
        {
            return;
        }

        string platform = value.Text;
        if (
            platform.IndexOf('$') < 0
            && PlatformName.TryParse(platform) is { } name
            && !IsNamedAfter(instruction.Name?.Text ?? "", name, platform)
        )
        {
            context.Report(value.Span, Message(platform: platform));
        }
    }

    /// <summary>
    /// Whether a stage's name says which platform it is for, so that the file may hold one stage a platform.
    /// </summary>
    private static bool IsNamedAfter(string stage, PlatformName platform, string written) =>
        Contains(stage, platform.OperatingSystem)
        || Contains(stage, platform.Architecture)
        || written.Split('/').Take(2).Any(part => Contains(stage, part));

    private static bool Contains(string stage, string? part) =>
        part is not null && stage.IndexOf(part, StringComparison.OrdinalIgnoreCase) >= 0;
}

using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.Rules.Packages;

/// <summary>What the configuration files of apt are known to say where a command runs.</summary>
internal static class AptConfiguration
{
    /// <summary>Where apt reads its settings: <c>/etc/apt/apt.conf</c>, <c>/etc/apt/apt.conf.d</c>.</summary>
    private const string Files = "/etc/apt/apt.conf";

    /// <summary>
    /// Images, or with a slash at the end whole organizations, whose publishers write a setting into them, as their
    /// Dockerfiles said in November 2026.
    /// </summary>
    private static readonly (string Image, string Setting)[] Images =
    [
        // https://github.com/CircleCI-Public/cimg-base
        ("cimg/", "Assume-Yes"),
        ("circleci/", "Assume-Yes"),
        // https://github.com/rocker-org/rocker/tree/master/r-base
        ("r-base", "Install-Recommends"),
        ("rocker/r-base", "Install-Recommends"),
    ];

    /// <summary>
    /// Whether a setting is in force, whose names apt reads in any case: an earlier step writes it, a file is copied to
    /// where apt reads its settings, or the image is known for it.
    /// </summary>
    internal static bool Sets(string setting, RunCommand command, DockerfileRuleContext context) =>
        Mentions.Of(context.Model).ExistBefore(command.Instruction, setting)
        || Mentions.Of(context.Model).ExistBefore(command.Instruction, $"::{setting.ToLowerInvariant()}")
        || Mentions.Of(context.Model).AreCopiedBefore(command.Instruction, Files)
        || IsSetByImage(setting, context.Stage);

    private static bool IsSetByImage(string setting, Stage? stage)
    {
        if (
            stage is null
            || !stage.RootStage.BaseName.TryGetValue(out string? name)
            || ImageReference.TryParse(name) is not { } image
        )
        {
            return false;
        }

        return Array.Exists(
            Images,
            one =>
                one.Setting == setting
                && (
                    one.Image[one.Image.Length - 1] == '/'
                        ? image.FamiliarName.StartsWith(one.Image, StringComparison.Ordinal)
                        : image.FamiliarName == one.Image
                )
        );
    }
}

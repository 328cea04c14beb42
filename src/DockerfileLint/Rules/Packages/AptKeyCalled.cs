using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.Rules.Packages;

[Rule("DL5029")]
internal sealed partial class AptKeyCalled : DockerfileRule
{
    /// <summary>
    /// Tags of Debian's and Ubuntu's images, or what they begin with, whose releases have no apt-key. <c>latest</c> and
    /// <c>stable</c> of Debian have moved past it and do not come back.
    /// </summary>
    /// <remarks>As of November 2026: it was removed in Debian 13 and Ubuntu 25.04.</remarks>
    private static readonly Dictionary<string, string[]> Releases = new(StringComparer.Ordinal)
    {
        ["debian"] = ["13", "14", "trixie", "forky", "sid", "testing", "unstable", "experimental", "stable", "latest"],
        ["ubuntu"] = ["25.", "26.", "27.", "plucky", "questing", "resolute", "devel", "rolling"],
    };

    /// <summary>The same releases, as the tags of images that are built on them name them.</summary>
    private static readonly string[] ReleaseNames = ["trixie", "forky", "plucky", "questing", "resolute"];

    public override bool VisitsTriggers => true;

    public override IReadOnlyCollection<string> Programs => ["apt-key"];

    public override void VisitRunCommand(RunCommand command, DockerfileRuleContext context)
    {
        if (!command.HasArgument("add", "adv"))
        {
            return;
        }

        if (
            !command.Instruction.IsTrigger
            && context.Stage?.RootStage is { } root
            && FindImageWithout(root) is { } image
        )
        {
            context.Report(command.Span, MessageRemoved(image: image), RemovedTier);
        }
        else
        {
            context.Report(command.Span, Message(command: command.HasArgument("add") ? "apt-key add" : "apt-key adv"));
        }
    }

    /// <summary>The image of a stage where it is known to have no apt-key, or <c>null</c>.</summary>
    private static string? FindImageWithout(Stage stage)
    {
        if (
            stage.IsFromScratch
            || !stage.BaseName.TryGetValue(out string? name)
            || ImageReference.TryParse(name) is not { } image
            || (image.Tag is null && image.Digest is not null)
        )
        {
            return null;
        }

        string tag = image.Tag ?? "latest";
        bool isRemoved = Releases.TryGetValue(image.FamiliarName, out string[]? releases)
            ? Array.Exists(releases, release => IsRelease(tag, release))
            : Array.Exists(ReleaseNames, release => HasPart(tag, release));
        return isRemoved ? name : null;
    }

    /// <summary>Whether a tag is that of a release, of a minor version or of a variant of it.</summary>
    private static bool IsRelease(string tag, string release) =>
        tag.StartsWith(release, StringComparison.Ordinal)
        && (tag.Length == release.Length || release[release.Length - 1] == '.' || tag[release.Length] is '-' or '.');

    private static bool HasPart(string tag, string part)
    {
        int start = tag.IndexOf(part, StringComparison.Ordinal);
        int end = start + part.Length;
        return start >= 0 && (start == 0 || tag[start - 1] == '-') && (end == tag.Length || tag[end] == '-');
    }
}

using DockerfileLint.Semantics;

namespace DockerfileLint.Rules.BaseImages;

/// <summary>Which image a FROM names.</summary>
internal static class BaseImage
{
    /// <summary>
    /// The image, or <c>null</c> for a stage, <c>scratch</c> and a value that the file does not give.
    /// </summary>
    /// <param name="context">The visited file.</param>
    internal static ImageReference? Get(DockerfileRuleContext context) =>
        context.Stage is { BaseStage: null, IsFromScratch: false, BaseName: { Certainty: not Certainty.Unknown } name }
            ? ImageReference.TryParse(name.Value)
            : null;
}

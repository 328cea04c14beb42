using DockerfileLint.Semantics;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.BaseImages;

/// <summary>Which image a FROM names.</summary>
internal static class BaseImage
{
    /// <summary>
    /// The image, or <c>null</c> for a stage, <c>scratch</c> and a value that the file does not give.
    /// </summary>
    /// <param name="word">The word after FROM.</param>
    /// <param name="context">The visited file.</param>
    /// <param name="asWritten">
    /// Whether to read the word without expanding variables, as hadolint does; one that starts with a variable then is
    /// no image.
    /// </param>
    internal static ImageReference? Get(WordSyntax word, DockerfileRuleContext context, bool asWritten)
    {
        if (context.Stage is not { } stage || stage.BaseStage is not null || stage.IsFromScratch)
        {
            return null;
        }

        if (asWritten)
        {
            return word.Text[0] == '$' ? null : ImageReference.TryParse(word.Text);
        }

        return stage.BaseName.TryGetValue(out string? name) ? ImageReference.TryParse(name) : null;
    }
}

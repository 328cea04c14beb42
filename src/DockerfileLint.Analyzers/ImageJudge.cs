using System.Collections.Immutable;
using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DockerfileLint.Analyzers;

/// <summary>Holds the image of a container against the rules.</summary>
internal sealed class ImageJudge(FindingSink sink)
{
    private const string Latest = "latest";

    private readonly FindingSink _sink = sink;

    /// <summary>A reference in one text.</summary>
    internal void JudgeReference(IOperation place, string text)
    {
        if (ImageReference.TryParse(text) is not { } reference)
        {
            return;
        }

        if (reference is { Digest: null, Tag: null or Latest })
        {
            string? version = ImageSupport.FindSupportedTag(reference);
            ReportUnpinned(place, text, reference, version, ImageFix.Replacement, $"{reference.Name}:{version}");
        }
        else
        {
            JudgeSupport(place, reference);
        }
    }

    /// <summary>A reference whose tag, and maybe registry, stand elsewhere.</summary>
    /// <param name="imagePlace">Where the image is given.</param>
    /// <param name="image">The image, without a tag unless one stands in it after all.</param>
    /// <param name="tagPlace">Where the tag is given, or <c>null</c> where it is nowhere.</param>
    /// <param name="tag">The tag, or <c>null</c> where nobody knows it.</param>
    /// <param name="registry">The registry, or <c>null</c> where the image names it.</param>
    internal void JudgeParts(IOperation imagePlace, string image, IOperation? tagPlace, string? tag, string? registry)
    {
        string name = registry is null ? image : $"{registry}/{image}";
        if (ImageReference.TryParse(name) is not { } reference || reference.Digest is not null)
        {
            return;
        }

        if (reference.Tag is not null)
        {
            if (tagPlace is null)
            {
                JudgeReference(imagePlace, name);
            }
        }
        else if (tagPlace is null)
        {
            string? version = ImageSupport.FindSupportedTag(reference);
            ReportUnpinned(imagePlace, name, reference, version, ImageFix.Argument, version);
        }
        else if (tag == Latest)
        {
            string? version = ImageSupport.FindSupportedTag(reference);
            ReportUnpinned(tagPlace, $"{name}:{tag}", reference, version, ImageFix.Replacement, version);
        }
        else if (!string.IsNullOrEmpty(tag) && ImageReference.TryParse($"{name}:{tag}") is { } tagged)
        {
            JudgeSupport(tagPlace, tagged);
        }
    }

    /// <summary>The tag of an image that is not known.</summary>
    internal void JudgeTag(IOperation place, string tag)
    {
        if (tag == Latest)
        {
            _sink.Report(
                place,
                RuleDescriptors.UnpinnedImage,
                $"The container uses an image without a version: '{tag}'."
            );
        }
    }

    private void JudgeSupport(IOperation place, ImageReference reference)
    {
        if (reference.Tag is not null && ImageSupport.FindEnded(reference) is { } ended)
        {
            _sink.Report(
                place,
                RuleDescriptors.UnsupportedImage,
                $"'{ended.Name}' in '{reference.Text}' has had no support since '{ended.End}'."
            );
        }
    }

    /// <summary>
    /// The fix is offered for literals only: what stands in a constant may be used elsewhere, and a version that nobody
    /// knows to exist would be a guess.
    /// </summary>
    private void ReportUnpinned(
        IOperation place,
        string image,
        ImageReference reference,
        string? version,
        string change,
        string? text
    ) =>
        _sink.Report(
            place,
            RuleDescriptors.UnpinnedImage,
            $"The container uses an image without a version: '{image}'.",
            properties: version is not null && place.Syntax.IsKind(SyntaxKind.StringLiteralExpression)
                ? ImmutableDictionary<string, string?>
                    .Empty.Add(ImageFix.Image, $"{reference.Name}:{version}")
                    .Add(change, text)
                : null
        );
}

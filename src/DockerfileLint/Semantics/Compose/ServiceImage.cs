using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Compose;

/// <summary>The image of a service.</summary>
[Experimental(ExperimentalApi.Id)]
public sealed class ServiceImage
{
    internal ServiceImage(InterpolatedText text)
    {
        Text = text;
        Reference = ImageReference.TryParse(text.DisplayText);
        Version = Reference is null ? null : GetVersion(text, Reference);
    }

    /// <summary>The value after interpolation.</summary>
    public InterpolatedText Text { get; }

    /// <summary>
    /// The parts as far as they are known, or <c>null</c> where the value is no reference; a variable that nobody knows
    /// stands in them as <c>${NAME}</c>.
    /// </summary>
    public ImageReference? Reference { get; }

    /// <summary>
    /// The host and port that the image comes from, Docker Hub where none are written; <c>null</c> where the value is
    /// no reference. A variable in the first segment may hold any.
    /// </summary>
    public Fact<string>? Registry
    {
        get
        {
            if (Reference is null)
            {
                return null;
            }

            int slash = Reference.Text.IndexOf('/');
            string registry = Reference.Registry ?? RegistryPatterns.DockerHub;
            return Text.GetPart(new TextSpan(0, slash < 0 ? Reference.RepositorySpan.End : slash)).As(registry);
        }
    }

    /// <summary>
    /// Which tag and digest are written, or that none are; <c>null</c> where the value is no reference. A variable
    /// elsewhere does not matter: in <c>${REGISTRY}/nginx:latest</c> the tag is known, in <c>nginx${SUFFIX}</c> nothing
    /// is.
    /// </summary>
    public Fact<ImageVersion>? Version { get; }

    /// <summary>Where the image is written.</summary>
    public SourceSpan Span => Text.Span;

    /// <summary>The value as far as it is known.</summary>
    public override string ToString() => Text.DisplayText;

    private static Fact<ImageVersion> GetVersion(InterpolatedText text, ImageReference reference)
    {
        // A variable in the last segment may hold a colon or an at sign.
        int start = reference.TagSpan?.Start ?? (reference.Text.LastIndexOf('/', reference.RepositorySpan.End - 1) + 1);
        return text.GetPart(TextSpan.FromBounds(start, reference.Text.Length))
            .As(new ImageVersion(reference.Tag, reference.Digest));
    }
}

/// <summary>What an image reference says about the version of the image.</summary>
/// <param name="Tag">The tag, or <c>null</c>.</param>
/// <param name="Digest">The digest, or <c>null</c>.</param>
[Experimental(ExperimentalApi.Id)]
public readonly record struct ImageVersion(string? Tag, string? Digest);

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
        Reference = ImageReference.TryParse(text.Text);
    }

    /// <summary>The value after interpolation.</summary>
    public InterpolatedText Text { get; }

    /// <summary>The parts, or <c>null</c> where the value is no reference.</summary>
    public ImageReference? Reference { get; }

    /// <summary>How sure the reference as a whole is.</summary>
    public Certainty Certainty => Text.Certainty;

    /// <summary>
    /// How sure it is which tag and digest are written, or that none are. A variable elsewhere does not matter: in
    /// <c>${REGISTRY}/nginx:latest</c> the tag is known, in <c>nginx${SUFFIX}</c> nothing is.
    /// </summary>
    public Certainty TagCertainty
    {
        get
        {
            if (Reference is null)
            {
                return Certainty;
            }

            // A variable in the last segment may hold a colon or an at sign.
            int start =
                Reference.TagSpan?.Start ?? (Reference.Text.LastIndexOf('/', Reference.RepositorySpan.End - 1) + 1);
            return Text.GetCertainty(TextSpan.FromBounds(start, Reference.Text.Length));
        }
    }

    /// <summary>Where the image is written.</summary>
    public SourceSpan Span => Text.Span;

    /// <summary>The value after interpolation.</summary>
    public override string ToString() => Text.Text;
}

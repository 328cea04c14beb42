using DockerfileLint.Semantics;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.BaseImages;

[Rule("DL5034")]
internal sealed partial class MovingTag : DockerfileRule
{
    public override void VisitFrom(FromInstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (
            instruction.Image is { } word
            && BaseImage.Get(context) is { TagSpan: { } span, DigestSpan: null } image
            && IsMoving(image, image.Text.AsSpan(span.Start, span.Length))
        )
        {
            string tag = image.Tag!;
            context.Report(word.Span, Message(tag: tag, image: image.Name));
        }
    }

    /// <summary>
    /// Whether a tag goes from release to release: it has no version, or no more than the first number of one.
    /// </summary>
    private static bool IsMoving(ImageReference image, ReadOnlySpan<char> tag)
    {
        // DL3007's.
        if (tag.SequenceEqual("latest".AsSpan()))
        {
            return false;
        }

        int hyphen = tag.IndexOf('-');
        ReadOnlySpan<char> first = hyphen < 0 ? tag : tag.Slice(0, hyphen);
        ReadOnlySpan<char> number = first.Length > 1 && first[0] is 'v' or 'V' ? first.Slice(1) : first;
        return IsMajorVersion(number)
            ? !ImageSupport.IsDistribution(image) && !HasFullVersion(tag)
            : tag.IndexOfAny("0123456789".AsSpan()) < 0 && !ImageSupport.IsReleaseOfDistribution(image);
    }

    /// <summary>Whether a word is a number of one or two digits; longer ones are numbers of builds or dates.</summary>
    private static bool IsMajorVersion(ReadOnlySpan<char> word) =>
        word.Length is 1 or 2 && char.IsDigit(word[0]) && char.IsDigit(word[word.Length - 1]);

    /// <summary>Whether a later word fixes the build: a date, or the beginning of a hash.</summary>
    private static bool HasFullVersion(ReadOnlySpan<char> tag)
    {
        int digits = 0;
        foreach (char c in tag)
        {
            digits = char.IsDigit(c) ? digits + 1 : 0;
            if (digits >= 6)
            {
                return true;
            }
        }

        return false;
    }
}

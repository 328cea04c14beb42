using DockerfileLint.Text;

namespace DockerfileLint.Semantics;

/// <summary>
/// Ids of images and containers, as an engine prints them: 64 hexadecimal digits, <c>sha256:</c> before those of an
/// image, or the first 12.
/// </summary>
internal static class ImageIds
{
    private const string Algorithm = "sha256:";
    private const int Length = 64;
    private const int ShortLength = 12;

    /// <summary>Things that have ids.</summary>
    private static readonly string[] Things = ["image", "container", "layer", "docker"];

    /// <summary>Words that name such an id alone: <c>docker build --iidfile</c>, <c>docker run --cidfile</c>.</summary>
    private static readonly string[] IdWords = ["iid", "cid"];

    /// <summary>
    /// Where a value holds an id that its name announces, or <c>null</c>. A digest of what was pushed, a checksum and a
    /// commit are none, nor is what follows the <c>@</c> of an image reference.
    /// </summary>
    /// <param name="name">
    /// The name of the variable, label or argument, such as <c>BASE_IMAGE_ID</c> or <c>com.example.imageId</c>.
    /// </param>
    /// <param name="value">Its value.</param>
    internal static TextSpan? Find(string name, ReadOnlySpan<char> value)
    {
        int start = 0;
        while (start < value.Length && value[start] is ' ' or '"' or '\'')
        {
            start++;
        }

        int end = value.Length;
        while (end > start && value[end - 1] is ' ' or '"' or '\'')
        {
            end--;
        }

        ReadOnlySpan<char> id = value.Slice(start, end - start);
        bool isLong = IsLongId(id);
        return (isLong || IsShortId(id)) && IsIdName(name.AsSpan(), isLong) ? TextSpan.FromBounds(start, end) : null;
    }

    /// <summary>
    /// Whether a reference to an image is an id in place of a name: 64 digits, also with <c>sha256:</c>.
    /// </summary>
    internal static bool IsImageId(ReadOnlySpan<char> reference) => IsLongId(reference);

    private static bool IsLongId(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> digits = text.StartsWith(Algorithm.AsSpan(), StringComparison.Ordinal)
            ? text.Slice(Algorithm.Length)
            : text;
        return digits.Length == Length && IsHex(digits);
    }

    private static bool IsShortId(ReadOnlySpan<char> text) =>
        text.Length == ShortLength
        && IsHex(text)
        && text.IndexOfAny('a', 'b', 'c') + text.IndexOfAny('d', 'e', 'f') > -2;

    /// <summary>Lower-case digits of which at least two differ: engines print no others.</summary>
    private static bool IsHex(ReadOnlySpan<char> text)
    {
        bool isVaried = false;
        foreach (char c in text)
        {
            if (c is not ((>= '0' and <= '9') or (>= 'a' and <= 'f')))
            {
                return false;
            }

            isVaried |= c != text[0];
        }

        return isVaried;
    }

    /// <summary>
    /// Whether the last words of a name are those of an id: <c>image_id</c>, <c>imageId</c>, <c>iid</c>; before 64
    /// digits also <c>base.image</c>.
    /// </summary>
    private static bool IsIdName(ReadOnlySpan<char> name, bool isLong)
    {
        ReadOnlySpan<char> last = TakeLastWord(ref name);
        foreach (string word in IdWords)
        {
            if (last.Equals(word.AsSpan(), StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        bool endsInId = last.Equals("id".AsSpan(), StringComparison.OrdinalIgnoreCase);
        if (!endsInId && last.Length > 2 && last.EndsWith("id".AsSpan(), StringComparison.OrdinalIgnoreCase))
        {
            // Written together: imageid.
            return IsThing(last.Slice(0, last.Length - 2));
        }

        return endsInId ? IsThing(TakeLastWord(ref name)) : isLong && IsThing(last);
    }

    private static bool IsThing(ReadOnlySpan<char> word)
    {
        foreach (string thing in Things)
        {
            if (word.Equals(thing.AsSpan(), StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Cuts the last word off a name; words end at a separator or before a capital that follows a small letter.
    /// </summary>
    private static ReadOnlySpan<char> TakeLastWord(ref ReadOnlySpan<char> name)
    {
        int start = name.Length;
        while (
            start > 0
            && IsLetterOrDigit(name[start - 1])
            && !(start < name.Length && char.IsUpper(name[start]) && char.IsLower(name[start - 1]))
        )
        {
            start--;
        }

        ReadOnlySpan<char> word = name.Slice(start);
        int end = start;
        while (end > 0 && !IsLetterOrDigit(name[end - 1]))
        {
            end--;
        }

        name = name.Slice(0, end);
        return word;
    }

    private static bool IsLetterOrDigit(char c) => char.IsLetterOrDigit(c);
}

using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Text;

namespace DockerfileLint.Semantics;

/// <summary>
/// An image reference <c>[registry/]repository[:tag][@digest]</c>. All spans are 0-based in its text.
/// </summary>
/// <remarks>
/// Characters are not checked: <c>${NAME}</c> may stand for something that is not known, and belongs to the part around
/// it.
/// </remarks>
[Experimental(ExperimentalApi.Id)]
public sealed class ImageReference
{
    private const string OfficialPrefix = "library/";

    /// <summary>The architectures under whose names official images are published once more.</summary>
    private static readonly string[] Architectures =
    [
        "amd64/",
        "arm32v5/",
        "arm32v6/",
        "arm32v7/",
        "arm64v8/",
        "i386/",
        "ppc64le/",
        "riscv64/",
        "s390x/",
    ];

    private readonly int _repositoryStart;
    private readonly int _nameEnd;
    private readonly int _tagEnd;

    private ImageReference(string text, int repositoryStart, int nameEnd, int tagEnd)
    {
        Text = text;
        _repositoryStart = repositoryStart;
        _nameEnd = nameEnd;
        _tagEnd = tagEnd;
    }

    /// <summary>The whole reference.</summary>
    public string Text { get; }

    /// <summary>Host and port of the registry, or <c>null</c> where the default one is meant.</summary>
    public TextSpan? RegistrySpan => _repositoryStart > 0 ? TextSpan.FromBounds(0, _repositoryStart - 1) : null;

    /// <summary>The repository, such as <c>library/nginx</c> or <c>nginx</c>.</summary>
    public TextSpan RepositorySpan => TextSpan.FromBounds(_repositoryStart, _nameEnd);

    /// <summary>The tag without its colon, or <c>null</c>.</summary>
    public TextSpan? TagSpan => _tagEnd > _nameEnd ? TextSpan.FromBounds(_nameEnd + 1, _tagEnd) : null;

    /// <summary>The digest <c>algorithm:hex</c> without its <c>@</c>, or <c>null</c>.</summary>
    public TextSpan? DigestSpan => _tagEnd < Text.Length ? TextSpan.FromBounds(_tagEnd + 1, Text.Length) : null;

    /// <summary>Host and port of the registry, or <c>null</c>.</summary>
    public string? Registry => Slice(RegistrySpan);

    /// <summary>The repository.</summary>
    public string Repository => Slice(RepositorySpan)!;

    /// <summary>The tag, or <c>null</c>.</summary>
    public string? Tag => Slice(TagSpan);

    /// <summary>The digest, or <c>null</c>.</summary>
    public string? Digest => Slice(DigestSpan);

    /// <summary>Registry and repository as they are written.</summary>
    public string Name => Text.Substring(0, _nameEnd);

    /// <summary>The name as people write it: without Docker Hub's host and its <c>library/</c>.</summary>
    public string FamiliarName
    {
        get
        {
            string name = Registry is "docker.io" or "index.docker.io" ? Repository : Name;
            return name.StartsWith(OfficialPrefix, StringComparison.Ordinal)
                ? name.Substring(OfficialPrefix.Length)
                : name;
        }
    }

    /// <summary>
    /// <see cref="FamiliarName"/> without the architecture under whose name an official image may be published again.
    /// </summary>
    internal string OfficialName
    {
        get
        {
            string name = FamiliarName;
            string? architecture = Array.Find(
                Architectures,
                prefix => name.StartsWith(prefix, StringComparison.Ordinal)
            );
            return architecture is null ? name : name.Substring(architecture.Length);
        }
    }

    /// <summary>Whether neither tag nor digest says which image is meant.</summary>
    public bool IsUntagged => TagSpan is null && DigestSpan is null;

    /// <summary>Reads a reference; <c>null</c> where a part of it is empty.</summary>
    public static ImageReference? TryParse(string text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        int at = -1;
        int lastColon = -1;
        int firstSlash = -1;
        int lastSlash = -1;
        bool isFirstSegmentHost = false;
        for (int i = 0; i < text.Length && at < 0; i++)
        {
            switch (text[i])
            {
                case '$' when i + 1 < text.Length && text[i + 1] == '{':
                    // Unclosed, the rest of the text belongs to the variable.
                    int close = text.IndexOf('}', i);
                    i = close < 0 ? text.Length : close;
                    break;
                case '@':
                    at = i;
                    break;
                case ':':
                    lastColon = i;
                    isFirstSegmentHost |= firstSlash < 0;
                    break;
                case '.':
                    isFirstSegmentHost |= firstSlash < 0;
                    break;
                case '/':
                    firstSlash = firstSlash < 0 ? i : firstSlash;
                    lastSlash = i;
                    break;
                case >= 'A' and <= 'Z':
                    // A repository has no capitals.
                    isFirstSegmentHost |= firstSlash < 0;
                    break;
            }
        }

        int tagEnd = at < 0 ? text.Length : at;
        int nameEnd = lastColon > lastSlash ? lastColon : tagEnd;
        bool hasRegistry =
            firstSlash > 0
            && (isFirstSegmentHost || (firstSlash == 9 && text.StartsWith("localhost", StringComparison.Ordinal)));
        int repositoryStart = hasRegistry ? firstSlash + 1 : 0;
        bool isEmptyPart = repositoryStart >= nameEnd || nameEnd + 1 == tagEnd || tagEnd + 1 == text.Length;
        return isEmptyPart ? null : new ImageReference(text, repositoryStart, nameEnd, tagEnd);
    }

    /// <summary>The reference as it is written.</summary>
    public override string ToString() => Text;

    private string? Slice(TextSpan? span) => span is { } s ? Text.Substring(s.Start, s.Length) : null;
}

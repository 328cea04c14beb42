using System.Collections.Immutable;
using DockerfileLint.Text;

namespace DockerfileLint.Semantics;

/// <summary>
/// The images that people trust: registries, and patterns of images <c>[registry/]repository[:tag][@digest]</c>, which
/// are told by a slash, a colon with a tag or an at sign. A star stands for any characters of its part. Immutable.
/// </summary>
/// <remarks>Each part has a star of its own: none reaches from a registry into a repository.</remarks>
internal sealed class TrustedImages
{
    private const string OfficialPrefix = "library/";

    private readonly RegistryPatterns _registries;
    private readonly ImagePattern[] _images;

    private TrustedImages(RegistryPatterns registries, ImagePattern[] images)
    {
        _registries = registries;
        _images = images;
    }

    internal static TrustedImages Create(ImmutableArray<string> patterns)
    {
        var registries = ImmutableArray.CreateBuilder<string>();
        var images = new List<ImagePattern>();
        foreach (string pattern in patterns)
        {
            if (pattern.IndexOf('/') < 0 && pattern.IndexOf('@') < 0)
            {
                registries.Add(pattern);
            }

            if (
                images.Count < AnalysisBudget.MaxTrustedImagePatterns
                && pattern.Length <= AnalysisBudget.MaxTrustedImageLength
                && ImagePattern.Parse(pattern) is { } image
            )
            {
                images.Add(image);
            }
        }

        return new TrustedImages(RegistryPatterns.Create(registries.ToImmutable()), [.. images]);
    }

    /// <summary>Whether an image is trusted.</summary>
    /// <param name="registry">Its registry.</param>
    /// <param name="reference">The image, or <c>null</c> where its other parts are not known.</param>
    internal bool Trusts(string registry, ImageReference? reference)
    {
        if (_registries.Match(registry))
        {
            return true;
        }

        if (_images.Length == 0 || reference is null || reference.Text.Length > AnalysisBudget.MaxTrustedImageLength)
        {
            return false;
        }

        string repository = GetFullRepository(registry, reference.Repository);
        return Array.Exists(_images, image => image.Matches(registry, repository, reference));
    }

    /// <summary>Whether some image of a registry is trusted.</summary>
    internal bool TrustsSomeOf(string registry) =>
        _registries.Match(registry) || Array.Exists(_images, image => image.MatchesRegistry(registry));

    private static string GetFullRepository(string registry, string repository) =>
        RegistryPatterns.IsDockerHub(registry) && repository.IndexOf('/') < 0
            ? OfficialPrefix + repository
            : repository;

    /// <summary>Whether a text has the form of a pattern, in time that grows with both lengths at most.</summary>
    private static bool IsMatch(string text, string pattern)
    {
        int t = 0;
        int p = 0;
        int star = -1;
        int retry = 0;
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                star = p++;
                retry = t;
            }
            else if (p < pattern.Length && pattern[p] == text[t])
            {
                p++;
                t++;
            }
            else if (star >= 0)
            {
                p = star + 1;
                t = ++retry;
            }
            else
            {
                return false;
            }
        }

        while (p < pattern.Length && pattern[p] == '*')
        {
            p++;
        }

        return p == pattern.Length;
    }

    /// <summary>A pattern in its parts; a tag or a digest that is <c>null</c> may be any or none.</summary>
    private sealed record ImagePattern(RegistryPatterns Registry, string Repository, string? Tag, string? Digest)
    {
        internal static ImagePattern? Parse(string pattern)
        {
            int slash = pattern.IndexOf('/');
            string first = slash < 0 ? "" : pattern.Substring(0, slash);
            bool hasRegistry = first.IndexOfAny(['.', ':', '*']) >= 0 || first == "localhost";
            string registry = hasRegistry ? first : RegistryPatterns.DockerHub;
            string rest = hasRegistry ? pattern.Substring(slash + 1) : pattern;
            int at = rest.IndexOf('@');
            string? digest = at < 0 ? null : rest.Substring(at + 1);
            rest = at < 0 ? rest : rest.Substring(0, at);
            int colon = rest.LastIndexOf(':');
            string? tag = colon < 0 ? null : rest.Substring(colon + 1);
            string repository = colon < 0 ? rest : rest.Substring(0, colon);

            // Without registry and path a dot is that of a host.
            bool isHost = slash < 0 && at < 0 && repository.IndexOfAny(['.', '*']) >= 0;
            return repository.Length == 0 || isHost
                ? null
                : new ImagePattern(
                    RegistryPatterns.Create([registry]),
                    repository == "*" ? repository : GetFullRepository(registry, repository),
                    tag,
                    digest
                );
        }

        internal bool MatchesRegistry(string registry) => Registry.Match(registry);

        internal bool Matches(string registry, string repository, ImageReference reference)
        {
            string? tag = reference.Tag ?? (reference.Digest is null ? "latest" : null);
            return Registry.Match(registry)
                && IsMatch(repository, Repository)
                && (Tag is null || (tag is not null && IsMatch(tag, Tag)))
                && (Digest is null || (reference.Digest is { } digest && IsMatch(digest, Digest)));
        }
    }
}

namespace DockerfileLint.Semantics;

/// <summary>What has releases, such as a distribution or a language.</summary>
/// <param name="Id">Its name in the source of the table.</param>
/// <param name="Name">Its name in a message.</param>
/// <param name="Releases">The releases, newest first.</param>
internal sealed record Product(string Id, string Name, Release[] Releases)
{
    /// <summary>The release that is supported longest: one whose end is not set yet, or else the last to end.</summary>
    internal Release FindLongestSupported()
    {
        Release longest = Releases[0];
        foreach (Release release in Releases)
        {
            if (
                longest.End.Length > 0
                && (release.End.Length == 0 || string.CompareOrdinal(release.End, longest.End) > 0)
            )
            {
                longest = release;
            }
        }

        return longest;
    }

    /// <summary>
    /// The release that a word of a tag names by its number, a number of several of them, or its code name; <c>null</c>
    /// where there is none. Of several the newest is meant, since the publisher moves the tag to it.
    /// </summary>
    internal Release? Find(ReadOnlySpan<char> word)
    {
        Release? found = null;
        foreach (Release release in Releases)
        {
            if (
                word.Length > 0 && word.SequenceEqual(release.CodeName.AsSpan())
                || IsPartOf(release.Version.AsSpan(), word)
            )
            {
                // 3.10.2 is one of 3.10, not of 3.1; no version is part of two others.
                return release;
            }

            if (found is null && IsPartOf(word, release.Version.AsSpan()))
            {
                found = release;
            }
        }

        return found;
    }

    /// <summary>Whether a version is another one or begins with it: 3.9 of 3.9.6.</summary>
    private static bool IsPartOf(ReadOnlySpan<char> version, ReadOnlySpan<char> whole) =>
        version.Length > 0
        && whole.StartsWith(version, StringComparison.Ordinal)
        && (whole.Length == version.Length || whole[version.Length] == '.');
}

/// <summary>A release of a product.</summary>
/// <param name="Version">Its number.</param>
/// <param name="CodeName">The word that tags use in its place, or an empty text.</param>
/// <param name="End">The last day of its support, <c>yyyy-MM-dd</c>; empty where none is set yet.</param>
internal sealed record Release(string Version, string CodeName, string End)
{
    /// <summary>Whether its support was over when the table was written.</summary>
    internal bool HasEnded => End.Length > 0 && string.CompareOrdinal(End, ReleaseTable.Date) < 0;
}

/// <summary>What an image contains that has no support any more.</summary>
/// <param name="Name">Product and release.</param>
/// <param name="End">The last day of its support.</param>
/// <param name="Replacement">What a tag or an image says that is supported.</param>
internal readonly record struct EndedSupport(string Name, string End, string Replacement);

/// <summary>Tells from the name and tag of an image what has no support any more.</summary>
internal static class ImageSupport
{
    private static readonly Dictionary<string, Product> Products = ReleaseTable.Products.ToDictionary(
        product => product.Id,
        StringComparer.Ordinal
    );

    /// <summary>Images whose tags are releases of a product, with its id.</summary>
    private static readonly Dictionary<string, string> ProductsByImage = new(StringComparer.Ordinal)
    {
        ["debian"] = "debian",
        ["ubuntu"] = "ubuntu",
        ["alpine"] = "alpine-linux",
        ["centos"] = "centos",
        ["quay.io/centos/centos"] = "centos-stream",
        ["fedora"] = "fedora",
        ["registry.fedoraproject.org/fedora"] = "fedora",
        ["quay.io/fedora/fedora"] = "fedora",
        ["amazonlinux"] = "amazon-linux",
        ["public.ecr.aws/amazonlinux/amazonlinux"] = "amazon-linux",
        ["node"] = "nodejs",
        ["python"] = "python",
        ["php"] = "php",
        ["ruby"] = "ruby",
        ["golang"] = "go",
        ["mcr.microsoft.com/dotnet/aspnet"] = "dotnet",
        ["mcr.microsoft.com/dotnet/runtime"] = "dotnet",
        ["mcr.microsoft.com/dotnet/runtime-deps"] = "dotnet",
        ["mcr.microsoft.com/dotnet/sdk"] = "dotnet",
        ["mcr.microsoft.com/dotnet/core/aspnet"] = "dotnet",
        ["mcr.microsoft.com/dotnet/core/runtime"] = "dotnet",
        ["mcr.microsoft.com/dotnet/core/runtime-deps"] = "dotnet",
        ["mcr.microsoft.com/dotnet/core/sdk"] = "dotnet",
        ["microsoft/aspnetcore"] = "dotnet",
        ["microsoft/aspnetcore-build"] = "dotnet",
        ["microsoft/dotnet"] = "dotnet",
        ["postgres"] = "postgresql",
        ["mysql"] = "mysql",
        ["mariadb"] = "mariadb",
        ["mongo"] = "mongodb",
        ["redis"] = "redis",
        ["nginx"] = "nginx",
    };

    /// <summary>Images of distributions, whose releases have one number.</summary>
    private static readonly HashSet<string> Distributions = new(StringComparer.Ordinal)
    {
        "almalinux",
        "amazonlinux",
        "centos",
        "debian",
        "fedora",
        "oraclelinux",
        "quay.io/fedora/fedora",
        "registry.fedoraproject.org/fedora",
        "rockylinux",
    };

    /// <summary>
    /// Official images that are published no more, whatever their tag, with the notices on their pages of Docker Hub:
    /// https://github.com/docker-library/docs.
    /// </summary>
    private static readonly Dictionary<string, EndedSupport> EndedImages = new(StringComparer.Ordinal)
    {
        ["java"] = new("java", "2016-12-31", "eclipse-temurin:21"),
        ["openjdk"] = new("openjdk", "2022-07-31", "eclipse-temurin:21"),
        ["centos"] = new("CentOS", "2024-06-30", "almalinux:9"),
    };

    /// <summary>Where images were published that have their new releases elsewhere.</summary>
    private static readonly string[] FormerNames = ["microsoft/", "mcr.microsoft.com/dotnet/core/"];

    /// <summary>Distributions whose code names stand in the tags of other images.</summary>
    private static readonly string[] NamedDistributions = ["debian", "ubuntu"];

    /// <summary>Code names that are those of ROS, too.</summary>
    private static readonly string[] AmbiguousNames = ["kinetic", "lunar"];

    /// <summary>Distributions that tags and names of images write with their number: <c>alpine3.9</c>.</summary>
    private static readonly (string Prefix, string Product)[] NumberedDistributions =
    [
        ("alpine", "alpine-linux"),
        ("centos", "centos"),
        ("debian", "debian"),
        ("fedora", "fedora"),
        ("ubuntu", "ubuntu"),
    ];

    /// <summary>
    /// The first part of an image that has no support any more: what the image is named after, else its distribution.
    /// </summary>
    internal static EndedSupport? FindEnded(ImageReference image)
    {
        string name = image.OfficialName;
        ReadOnlySpan<char> tag = image.TagSpan is { } span ? image.Text.AsSpan(span.Start, span.Length) : default;
        if (ProductsByImage.TryGetValue(name, out string? id))
        {
            Product product = Products[id];
            ReadOnlySpan<char> word = GetWord(tag, 0);
            word = word.StartsWith(id.AsSpan(), StringComparison.Ordinal) ? word.Slice(id.Length) : word;
            if (product.Find(word) is { HasEnded: true } release)
            {
                string replacement = EndedImages.TryGetValue(name, out EndedSupport other)
                    ? other.Replacement
                    : $"{name}:{product.FindLongestSupported().Version}";
                return Describe(product, release, replacement);
            }
        }

        return EndedImages.TryGetValue(name, out EndedSupport ended) && !IsEarlyAccess(tag)
            ? ended
            : FindDistribution(name, tag);
    }

    /// <summary>
    /// The tag of an image for the release that is supported longest; <c>null</c> where the table does not know the
    /// image, or nothing more is published under its name.
    /// </summary>
    internal static string? FindSupportedTag(ImageReference image)
    {
        string name = image.OfficialName;
        return
            !EndedImages.ContainsKey(name)
            && !Array.Exists(FormerNames, former => name.StartsWith(former, StringComparison.Ordinal))
            && ProductsByImage.TryGetValue(name, out string? id)
            && Products[id].FindLongestSupported() is { HasEnded: false } release
            ? release.Version
            : null;
    }

    /// <summary>Whether an image is a distribution, whose tags of one number name a release.</summary>
    internal static bool IsDistribution(ImageReference image) => Distributions.Contains(image.OfficialName);

    /// <summary>
    /// Whether the first word of the tag is the code name of a release, in an image of the distribution or of nothing
    /// but tools for it.
    /// </summary>
    internal static bool IsReleaseOfDistribution(ImageReference image) =>
        image.TagSpan is { } span
        && image.OfficialName is var name
        && (Array.IndexOf(NamedDistributions, name) >= 0 || name is "buildpack-deps")
        && TryFindNamed(GetWord(image.Text.AsSpan(span.Start, span.Length), 0), out _);

    private static EndedSupport Describe(Product product, Release release, string replacement) =>
        new($"{product.Name} {release.Version}", release.End, replacement);

    /// <summary>The distribution that the end of the name or a word of the tag says.</summary>
    private static EndedSupport? FindDistribution(string name, ReadOnlySpan<char> tag)
    {
        int hyphen = name.LastIndexOf('-');
        if (hyphen >= 0 && TryFindNumbered(name.AsSpan(hyphen + 1), out EndedSupport? ended))
        {
            return ended;
        }

        for (int start = 0; start < tag.Length; )
        {
            ReadOnlySpan<char> word = GetWord(tag, start);
            if (TryFindNumbered(word, out ended) || TryFindNamed(word, out ended))
            {
                return ended;
            }

            start += word.Length + 1;
        }

        return null;
    }

    /// <summary>
    /// Whether a word is a distribution with a number; what has ended of it is <c>null</c> if nothing has.
    /// </summary>
    private static bool TryFindNumbered(ReadOnlySpan<char> word, out EndedSupport? ended)
    {
        foreach ((string prefix, string id) in NumberedDistributions)
        {
            if (
                word.Length > prefix.Length
                && char.IsDigit(word[prefix.Length])
                && word.StartsWith(prefix.AsSpan(), StringComparison.Ordinal)
                && Products[id] is { } product
                && product.Find(word.Slice(prefix.Length)) is { } release
            )
            {
                string replacement = EndedImages.TryGetValue(prefix, out EndedSupport other)
                    ? other.Replacement
                    : prefix + product.FindLongestSupported().Version;
                ended = release.HasEnded ? Describe(product, release, replacement) : null;
                return true;
            }
        }

        ended = null;
        return false;
    }

    /// <summary>The same for the code name of a distribution.</summary>
    private static bool TryFindNamed(ReadOnlySpan<char> word, out EndedSupport? ended)
    {
        foreach (string id in NamedDistributions)
        {
            Product product = Products[id];
            foreach (Release release in product.Releases)
            {
                if (
                    word.SequenceEqual(release.CodeName.AsSpan())
                    && Array.IndexOf(AmbiguousNames, release.CodeName) < 0
                )
                {
                    ended = release.HasEnded
                        ? Describe(product, release, product.FindLongestSupported().CodeName)
                        : null;
                    return true;
                }
            }
        }

        ended = null;
        return false;
    }

    /// <summary>The tags of openjdk that are published on: builds of versions that are not released yet.</summary>
    private static bool IsEarlyAccess(ReadOnlySpan<char> tag)
    {
        for (int start = 0; start < tag.Length; )
        {
            ReadOnlySpan<char> word = GetWord(tag, start);
            if (word.SequenceEqual("ea".AsSpan()))
            {
                return true;
            }

            start += word.Length + 1;
        }

        return false;
    }

    /// <summary>The word of a tag that begins at a place, up to the next hyphen.</summary>
    private static ReadOnlySpan<char> GetWord(ReadOnlySpan<char> tag, int start)
    {
        ReadOnlySpan<char> rest = tag.Slice(start);
        int end = rest.IndexOf('-');
        return end < 0 ? rest : rest.Slice(0, end);
    }
}

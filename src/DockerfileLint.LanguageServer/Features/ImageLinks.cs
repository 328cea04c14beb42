using DockerfileLint.Semantics;

namespace DockerfileLint.LanguageServer.Features;

/// <summary>Where a registry shows its images to people.</summary>
internal static class ImageLinks
{
    /// <summary>The page of an image; <c>null</c> where its registry has none that is known.</summary>
    internal static string? Find(string text)
    {
        if (ImageReference.TryParse(text) is not { } image || !image.Name.All(IsOfAddress))
        {
            return null;
        }

        string repository = image.Repository;
        return image.Registry switch
        {
            null or "docker.io" or "index.docker.io" => image.FamiliarName is var name
            && name.Contains('/', StringComparison.Ordinal)
                ? $"https://hub.docker.com/r/{name}"
                : $"https://hub.docker.com/_/{image.FamiliarName}",
            "quay.io" => $"https://quay.io/repository/{repository}",
            "mcr.microsoft.com" => $"https://mcr.microsoft.com/artifact/mar/{repository}",
            "ghcr.io" => $"https://ghcr.io/{repository}",
            "public.ecr.aws" => $"https://gallery.ecr.aws/{repository}",
            _ => null,
        };
    }

    private static bool IsOfAddress(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or '/' or ':';
}

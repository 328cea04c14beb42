using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Semantics.Projects;

/// <summary>Which services build the images that others name.</summary>
internal sealed class ImageBuilders
{
    private const string DefaultTag = "latest";

    private readonly Dictionary<string, Service> _services = new(StringComparer.Ordinal);

    internal ImageBuilders(ComposeModel compose)
    {
        string? project = FindName(compose);
        foreach (Service service in compose.Services)
        {
            if (service.Build is not { } build)
            {
                continue;
            }

            Add(service.Image?.Text.DisplayText, service);
            foreach (Fact<string> tag in Facts.GetTexts(build.Value, "tags"))
            {
                Add(tag.DisplayText, service);
            }

            if (service.Image is null && project is not null)
            {
                Add($"{project}-{service.Name}", service);
            }
        }
    }

    /// <summary>The service that builds the image of another one, or <c>null</c>.</summary>
    internal Service? Find(Service service) =>
        _services.Count > 0
        && service.Image?.Text.DisplayText is { } image
        && _services.TryGetValue(Normalize(image), out Service? builder)
        && builder != service
            ? builder
            : null;

    private void Add(string? image, Service service)
    {
        // Of several services that build one image, the first is as good as any.
        if (image is { Length: > 0 } && Normalize(image) is var name && !_services.ContainsKey(name))
        {
            _services.Add(name, service);
        }
    }

    /// <summary>Two ways to write one image are the same; what no variable is known of is as it is written.</summary>
    private static string Normalize(string image) =>
        ImageReference.TryParse(image) is { } reference
            ? $"{reference.FamiliarName}:{reference.Tag ?? DefaultTag}@{reference.Digest}"
            : image;

    /// <summary>The name of the project, which its folder has where it is not given.</summary>
    private static string? FindName(ComposeModel compose)
    {
        if (Facts.GetText(compose.Value, "name") is { } name)
        {
            return name.ValueOr(null);
        }

        string folder = ProjectPath.GetName(ProjectPath.GetDirectory(compose.File.Path)).ToLowerInvariant();
        string kept = new([.. folder.Where(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-' or '_')]);
        kept = kept.TrimStart('-', '_');
        return kept.Length == 0 ? null : kept;
    }
}

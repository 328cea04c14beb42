namespace DockerfileLint.Semantics.Compose;

/// <summary>Tells whether a key that is missing from a service is missing for good.</summary>
internal static class ServiceCompleteness
{
    /// <summary>Whether nothing outside the file is known to add to the service. An override adds to a file that is not seen, <c>extends</c> takes from another definition, and what has neither image nor build is a fragment or no container at all.</summary>
    internal static bool IsComplete(this Service service) =>
        (service.Image is not null || service.Build is not null)
        && service.GetText("extends") is null && service.GetText("extends", "service") is null
        && !IsOverride(service.Model.File.Path);

    private static bool IsOverride(string path)
    {
        int folder = Math.Max(path.LastIndexOf('/'), path.LastIndexOf('\\'));
        return path.IndexOf(".override.", folder + 1, StringComparison.OrdinalIgnoreCase) >= 0;
    }
}

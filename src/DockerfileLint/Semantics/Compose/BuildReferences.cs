using System.Collections.Immutable;

namespace DockerfileLint.Semantics.Compose;

/// <summary>The Dockerfiles that the services of a project are built from.</summary>
internal static class BuildReferences
{
    private const string DefaultName = "Dockerfile";

    /// <summary>Their paths, each once; what must not be followed is said to the reader of the project.</summary>
    internal static ImmutableArray<string> Find(ComposeModel model, CancellationToken cancellation)
    {
        ImmutableArray<string>.Builder? paths = null;
        HashSet<string>? known = null;
        foreach (Service service in model.Services)
        {
            cancellation.ThrowIfCancellationRequested();
            if (service.Build is { } build && Find(build, model.Project.Reader) is { Length: > 0 } path)
            {
                known ??= new HashSet<string>(StringComparer.Ordinal);
                paths ??= ImmutableArray.CreateBuilder<string>();
                if (known.Add(path))
                {
                    paths.Add(path);
                }
            }
        }

        return paths?.ToImmutable() ?? [];
    }

    private static string? Find(ServiceBuild build, ComposeProjectReader reader)
    {
        ComposeScalar? context = build.Value?.GetScalar("context") ?? build.Entry.Value as ComposeScalar;
        string? directory = context is { IsNull: false }
            ? reader.ResolveBuild(context)
            : build.Entry.Value?.BaseDirectory;
        if (directory is null || build.InlineDockerfile is not null)
        {
            return null;
        }

        return build.Value?.GetScalar("dockerfile") is { IsNull: false } name
            ? reader.ResolveBuild(name, directory)
            : ProjectPath.Combine(directory, DefaultName);
    }
}

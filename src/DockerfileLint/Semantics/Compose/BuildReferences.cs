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
            if (service.Build is { } build && Locate(build, model.Project.Reader).Dockerfile is { Length: > 0 } path)
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

    /// <summary>
    /// The folder of a build and its Dockerfile, each relative to the linted root; <c>null</c> where it is not known,
    /// must not be followed, or no file at all.
    /// </summary>
    internal static (string? Context, string? Dockerfile) Locate(ServiceBuild build, ComposeProjectReader reader)
    {
        ComposeScalar? context = build.Value?.GetScalar("context") ?? build.Entry.Value as ComposeScalar;
        string? directory = context is { IsNull: false }
            ? reader.ResolveBuild(context)
            : build.Entry.Value?.BaseDirectory;
        if (directory is null || build.InlineDockerfile is not null)
        {
            return (directory, null);
        }

        return (
            directory,
            build.Value?.GetScalar("dockerfile") is { IsNull: false } name
                ? reader.ResolveBuild(name, directory)
                : ProjectPath.Combine(directory, DefaultName)
        );
    }
}

using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Semantics.Compose;
using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.Semantics.Projects;

/// <summary>Where the image of a service comes from. Immutable.</summary>
[Experimental(ExperimentalApi.Id)]
public sealed class ContainerImage
{
    internal ContainerImage(Fact<string>? reference, ResolvedBuild? build, Service? builder)
    {
        Reference = reference;
        Build = build;
        Builder = builder;
    }

    /// <summary>
    /// The key <c>image</c>: the image, or the name that the built one gets; <c>null</c> where there is none.
    /// </summary>
    public Fact<string>? Reference { get; }

    /// <summary>The build that makes the image, or <c>null</c> where the project builds none.</summary>
    public ResolvedBuild? Build { get; }

    /// <summary>The other service whose build makes the image, or <c>null</c>.</summary>
    public Service? Builder { get; }

    /// <summary>What the build leaves in the image; <c>null</c> where nothing is known of it.</summary>
    public ImageConfiguration? Configuration => Build?.Image;

    /// <summary>The image, or the folder that it is built in.</summary>
    public override string ToString() =>
        Build is null ? Reference?.DisplayText ?? ""
        : Build.Inline is null ? Build.Path ?? ""
        : "inline";
}

using Microsoft.CodeAnalysis;

namespace DockerfileLint.Analyzers;

/// <summary>What a type of one of the libraries stands for.</summary>
internal enum KnownType
{
    /// <summary>None of them.</summary>
    None,

    /// <summary>A builder of Testcontainers, or the contract of one.</summary>
    TestcontainersBuilder,

    /// <summary>An image of Testcontainers.</summary>
    TestcontainersImage,

    /// <summary>The extension methods of Aspire for containers and other resources.</summary>
    AspireExtensions,

    /// <summary>What Aspire hands to a callback that adds arguments of <c>docker run</c>.</summary>
    AspireRuntimeArguments,

    /// <summary>The engine's <c>HostConfig</c>.</summary>
    HostConfig,

    /// <summary>Image, user and environment of a container, by the engine's API.</summary>
    ContainerConfig,

    /// <summary>A mount, by the engine's API.</summary>
    Mount,

    /// <summary>A device, by the engine's API.</summary>
    Device,

    /// <summary>A published port, by the engine's API.</summary>
    PortBinding,
}

/// <summary>The types of these libraries that a compilation refers to.</summary>
internal sealed class KnownTypes
{
    private static readonly (string Name, KnownType Type)[] Names =
    [
        ("DotNet.Testcontainers.Builders.IContainerBuilder`2", KnownType.TestcontainersBuilder),
        ("DotNet.Testcontainers.Builders.IContainerBuilder`3", KnownType.TestcontainersBuilder),
        ("DotNet.Testcontainers.Builders.ContainerBuilder`3", KnownType.TestcontainersBuilder),
        ("DotNet.Testcontainers.Images.DockerImage", KnownType.TestcontainersImage),
        ("Aspire.Hosting.ContainerResourceBuilderExtensions", KnownType.AspireExtensions),
        ("Aspire.Hosting.ResourceBuilderExtensions", KnownType.AspireExtensions),
        ("Aspire.Hosting.ApplicationModel.ContainerRuntimeArgsCallbackContext", KnownType.AspireRuntimeArguments),
        ("Docker.DotNet.Models.HostConfig", KnownType.HostConfig),
        ("Docker.DotNet.Models.CreateContainerParameters", KnownType.ContainerConfig),
        ("Docker.DotNet.Models.Config", KnownType.ContainerConfig),
        ("Docker.DotNet.Models.ContainerConfig", KnownType.ContainerConfig),
        ("Docker.DotNet.Models.ContainerSpec", KnownType.ContainerConfig),
        ("Docker.DotNet.Models.Mount", KnownType.Mount),
        ("Docker.DotNet.Models.DeviceMapping", KnownType.Device),
        ("Docker.DotNet.Models.PortBinding", KnownType.PortBinding),
    ];

    private readonly Dictionary<INamedTypeSymbol, KnownType> _types;

    private KnownTypes(Dictionary<INamedTypeSymbol, KnownType> types) => _types = types;

    /// <summary>The types, or <c>null</c> where the compilation refers to none of the libraries.</summary>
    internal static KnownTypes? Find(Compilation compilation)
    {
        var types = new Dictionary<INamedTypeSymbol, KnownType>(SymbolEqualityComparer.Default);
        foreach ((string name, KnownType type) in Names)
        {
            // Docker.DotNet has a fork that declares the same types; a project may have both.
            foreach (INamedTypeSymbol symbol in compilation.GetTypesByMetadataName(name))
            {
                types[symbol] = type;
            }
        }

        return types.Count == 0 ? null : new KnownTypes(types);
    }

    /// <summary>What a type is.</summary>
    internal KnownType Get(INamedTypeSymbol? type) =>
        type is not null && _types.TryGetValue(type.OriginalDefinition, out KnownType known) ? known : KnownType.None;

    /// <summary>What the type is that declares a method first.</summary>
    internal KnownType GetOwner(IMethodSymbol method)
    {
        while (method.OverriddenMethod is { } overridden)
        {
            method = overridden;
        }

        return Get(method.ContainingType);
    }

    /// <summary>Whether a type is a known one or derives from it.</summary>
    internal bool IsOrDerivesFrom(ITypeSymbol? type, KnownType known)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (Get(current as INamedTypeSymbol) == known)
            {
                return true;
            }
        }

        return false;
    }
}

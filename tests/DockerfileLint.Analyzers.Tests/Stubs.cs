namespace DockerfileLint.Analyzers.Tests;

/// <summary>The parts of the libraries that the analyzer knows, with their names and signatures.</summary>
internal static class Stubs
{
    internal const string Testcontainers = """
        namespace DotNet.Testcontainers.Configurations
        {
            public enum AccessMode { ReadWrite, ReadOnly }
        }
        namespace DotNet.Testcontainers.Images
        {
            public interface IImage { }
            public class DockerImage : IImage { public DockerImage(string image) { } }
        }
        namespace DotNet.Testcontainers.Builders
        {
            using System;
            using DotNet.Testcontainers.Configurations;
            using DotNet.Testcontainers.Images;
            public abstract class ContainerBuilder<TBuilder, TContainer, TConfiguration>
            {
                public TBuilder WithImage(string image) => default!;
                public TBuilder WithImage(IImage image) => default!;
                public TBuilder WithPrivileged(bool privileged) => default!;
                public TBuilder WithBindMount(string source, string destination) => default!;
                public TBuilder WithBindMount(string source, string destination, AccessMode mode) => default!;
                public TBuilder WithPortBinding(int port, bool assignRandomHostPort = false) => default!;
                public TBuilder WithPortBinding(int hostPort, int containerPort) => default!;
                public TBuilder WithPortBinding(string hostPort, string containerPort) => default!;
                public TBuilder WithEnvironment(string name, string value) => default!;
                public TBuilder WithName(string name) => default!;
                public TBuilder WithCreateParameterModifier(
                    Action<Docker.DotNet.Models.CreateContainerParameters> modifier) => default!;
            }
            public class ContainerBuilder : ContainerBuilder<ContainerBuilder, object, object>
            {
                public ContainerBuilder() { }
                public ContainerBuilder(string image) { }
                public ContainerBuilder(IImage image) { }
            }
        }
        namespace Testcontainers.PostgreSql
        {
            public class PostgreSqlBuilder
                : DotNet.Testcontainers.Builders.ContainerBuilder<PostgreSqlBuilder, object, object>
            {
                public PostgreSqlBuilder() { }
                public PostgreSqlBuilder(string image) { }
            }
        }
        """;

    internal const string Aspire = """
        namespace Aspire.Hosting.ApplicationModel
        {
            public interface IResourceBuilder<out T> { }
            public class ContainerResource { }
            public class ContainerRuntimeArgsCallbackContext
            {
                public System.Collections.Generic.IList<object> Args { get; } = null!;
            }
        }
        namespace Aspire.Hosting
        {
            using System;
            using Aspire.Hosting.ApplicationModel;
            public interface IDistributedApplicationBuilder { }
            public static class ContainerResourceBuilderExtensions
            {
                public static IResourceBuilder<ContainerResource> AddContainer(
                    this IDistributedApplicationBuilder builder, string name, string image) => null!;
                public static IResourceBuilder<ContainerResource> AddContainer(
                    this IDistributedApplicationBuilder builder, string name, string image, string tag) => null!;
                public static IResourceBuilder<T> WithImage<T>(
                    this IResourceBuilder<T> builder, string image, string? tag = null) => null!;
                public static IResourceBuilder<T> WithImageTag<T>(
                    this IResourceBuilder<T> builder, string tag) => null!;
                public static IResourceBuilder<T> WithImageSHA256<T>(
                    this IResourceBuilder<T> builder, string sha256) => null!;
                public static IResourceBuilder<T> WithImageRegistry<T>(
                    this IResourceBuilder<T> builder, string? registry) => null!;
                public static IResourceBuilder<T> WithBindMount<T>(
                    this IResourceBuilder<T> builder, string source, string target, bool isReadOnly = false) => null!;
                public static IResourceBuilder<T> WithContainerRuntimeArgs<T>(
                    this IResourceBuilder<T> builder, params string[] args) => null!;
                public static IResourceBuilder<T> WithContainerRuntimeArgs<T>(
                    this IResourceBuilder<T> builder,
                    Action<ContainerRuntimeArgsCallbackContext> callback) => null!;
            }
            public static class ResourceBuilderExtensions
            {
                public static IResourceBuilder<T> WithEnvironment<T>(
                    this IResourceBuilder<T> builder, string name, string? value) => null!;
            }
            public static class PostgresBuilderExtensions
            {
                public static IResourceBuilder<ContainerResource> AddPostgres(
                    this IDistributedApplicationBuilder builder, string name) => null!;
            }
        }
        """;

    internal const string Docker = """
        namespace Docker.DotNet.Models
        {
            using System.Collections.Generic;
            public class Mount
            {
                public string? Type { get; set; }
                public string? Source { get; set; }
                public string? Target { get; set; }
                public bool ReadOnly { get; set; }
            }
            public class DeviceMapping { public string? PathOnHost { get; set; } }
            public class PortBinding
            {
                public string? HostIP { get; set; }
                public string? HostPort { get; set; }
            }
            public class HostConfig
            {
                public bool Privileged { get; set; }
                public string? PidMode { get; set; }
                public string? IpcMode { get; set; }
                public string? NetworkMode { get; set; }
                public string? UTSMode { get; set; }
                public string? UsernsMode { get; set; }
                public string? CgroupnsMode { get; set; }
                public IList<string> Binds { get; set; } = null!;
                public IList<Mount> Mounts { get; set; } = null!;
                public IList<string> CapAdd { get; set; } = null!;
                public IList<string> SecurityOpt { get; set; } = null!;
                public IList<DeviceMapping> Devices { get; set; } = null!;
                public IDictionary<string, IList<PortBinding>> PortBindings { get; set; } = null!;
            }
            public class CreateContainerParameters
            {
                public string? Image { get; set; }
                public string? User { get; set; }
                public IList<string> Env { get; set; } = null!;
                public HostConfig HostConfig { get; set; } = null!;
            }
        }
        """;
}

using NUnit.Framework;

namespace DockerfileLint.Analyzers.Tests;

/// <summary>The libraries as they are published.</summary>
internal sealed class PackageTests
{
    private const string Engine = "docker.dotnet.enhanced/4.3.3/lib/net8.0/Docker.DotNet.dll";

    [Test]
    public Task Testcontainers() =>
        ContainerTest.VerifyPackages(
            """
            using DotNet.Testcontainers.Builders;
            using DotNet.Testcontainers.Configurations;
            class Subject
            {
                object Container = new ContainerBuilder({|DC5007:"redis"|})
                    .WithPrivileged({|DC3001:true|})
                    .WithBindMount({|DC2009:"/var/run/docker.sock"|}, "/var/run/docker.sock", AccessMode.ReadOnly)
                    .WithPortBinding({|DC5004:2222|}, 22)
                    .WithCreateParameterModifier(parameters => parameters.HostConfig.PidMode = {|DC2001:"host"|})
                    .Build();
                object Other = new ContainerBuilder().WithImage({|DC5017:"postgres:9.6"|}).WithPortBinding(5432, true);
            }
            """,
            "testcontainers/4.16.0/lib/net8.0/Testcontainers.dll",
            Engine
        );

    [Test]
    public Task Aspire() =>
        ContainerTest.VerifyPackages(
            """
            using Aspire.Hosting;
            class Subject
            {
                void Run(IDistributedApplicationBuilder builder)
                {
                    builder.AddContainer("cache", {|DC5007:"redis"|})
                        .WithBindMount({|DC2009:"/var/run/docker.sock"|}, "/var/run/docker.sock")
                        .WithContainerRuntimeArgs({|DC3001:"--privileged"|}, {|DC2003:"--network=host"|})
                        .WithEnvironment("DB_PASSWORD", {|DC5005:"hunter22"|});
                    builder.AddContainer("db", "postgres").WithImageTag({|DC5017:"9.6"|});
                    builder.AddContainer("web", "nginx", "1.29");
                }
            }
            """,
            "aspire.hosting/13.6.5/lib/net8.0/Aspire.Hosting.dll"
        );

    [TestCase("docker.dotnet/3.125.15/lib/netstandard2.1/Docker.DotNet.dll")]
    [TestCase(Engine)]
    public Task Docker_DotNet(string assembly) =>
        ContainerTest.VerifyPackages(
            """
            using System.Collections.Generic;
            using Docker.DotNet.Models;
            class Subject
            {
                CreateContainerParameters Parameters = new CreateContainerParameters
                {
                    Image = {|DC5007:"redis"|},
                    User = {|DC3002:"root"|},
                    HostConfig = new HostConfig
                    {
                        Privileged = {|DC3001:true|},
                        UTSMode = {|DC2004:"host"|},
                        UsernsMode = {|DC2005:"host"|},
                        Binds = new List<string> { {|DC2008:"/etc:/host/etc"|} },
                        CapAdd = new List<string> { {|DC3003:"SYS_ADMIN"|} },
                        Devices = new List<DeviceMapping> { new DeviceMapping { PathOnHost = {|DC3010:"/dev/sda"|} } },
                        Mounts = new List<Mount> { new Mount { Source = {|DC2009:"/run/docker.sock"|} } },
                        SecurityOpt = new List<string> { {|DC3006:"seccomp=unconfined"|} },
                        PortBindings = new Dictionary<string, IList<PortBinding>>
                        {
                            ["22/tcp"] = new List<PortBinding> { new PortBinding { HostPort = {|DC5004:"22"|} } },
                        },
                    },
                };
            }
            """,
            assembly
        );
}

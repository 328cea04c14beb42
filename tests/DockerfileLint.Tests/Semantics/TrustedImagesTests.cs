using System.Collections.Immutable;
using DockerfileLint.Semantics;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Semantics;

/// <summary>Which images a pattern of trusted ones means.</summary>
internal sealed class TrustedImagesTests
{
    [TestCase("docker.io/library/*", "nginx", "nginx:1.27", "library/nginx", "docker.io/library/nginx@sha256:00")]
    [TestCase("docker.io/library/*", "index.docker.io/nginx")]
    [TestCase("docker.io/*", "nginx", "acme/web:1")]
    [TestCase("nginx", "nginx", "docker.io/library/nginx:1.27")]
    [TestCase("nginx:1.*", "nginx:1.27", "library/nginx:1.27@sha256:00")]
    [TestCase("nginx:latest", "nginx")]
    [TestCase("acme/*", "acme/web", "docker.io/acme/web:1")]
    [TestCase("ghcr.io/acme/*", "ghcr.io/acme/web", "ghcr.io/acme/team/web:2")]
    [TestCase("*.example.com/base/*", "eu.example.com/base/debian:13")]
    [TestCase("localhost:5000/*", "localhost:5000/web")]
    [TestCase("docker.io/library/*@sha256:*", "nginx@sha256:00", "nginx:1@sha256:00")]
    [TestCase("ghcr.io", "ghcr.io/acme/web")]
    [TestCase("*", "nginx", "ghcr.io/acme/web")]
    public void What_it_covers_is_trusted(string pattern, params string[] images) =>
        images.Should().OnlyContain(image => Trusts(pattern, image));

    [TestCase("docker.io/library/*", "acme/web", "ghcr.io/library/nginx", "evil.example/docker.io/library/nginx")]
    [TestCase("nginx", "acme/nginx", "ghcr.io/nginx", "nginx-extra")]
    [TestCase("nginx:1.*", "nginx", "nginx:2.0", "nginx@sha256:00")]
    [TestCase("nginx:*", "nginx@sha256:00", Description = "what a digest alone names has no tag")]
    [TestCase("*.example.com/base", "evil.com/a.example.com/base", "evil.com/x.example.com/base")]
    [TestCase("ghcr.io/acme/*", "ghcr.io/acme-evil/web", "ghcr.io.evil.com/acme/web")]
    [TestCase("docker.io/library/*@sha256:*", "nginx", "nginx:1")]
    [TestCase("registry.example.com", "docker.io/registry.example.com")]
    public void What_it_does_not_cover_is_not(string pattern, params string[] images) =>
        images.Should().OnlyContain(image => !Trusts(pattern, image));

    private static bool Trusts(string pattern, string image)
    {
        var reference = ImageReference.TryParse(image);
        return TrustedImages
            .Create(ImmutableArray.Create(pattern))
            .Trusts(reference?.Registry ?? RegistryPatterns.DockerHub, reference);
    }
}

using DockerfileLint.Analysis.Languages;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Analysis.Languages;

public class LanguageNameTests
{
    [TestCase("Dockerfile")]
    [TestCase("dockerfile")]
    [TestCase("DOCKERFILE")]
    [TestCase("Containerfile")]
    [TestCase("Containerfile.dev")]
    [TestCase("Dockerfile.alpine")]
    [TestCase("Dockerfile.linux.non-root")]
    [TestCase("web.Dockerfile")]
    [TestCase("web.dockerfile")]
    [TestCase("Dockerfile-dev")]
    [TestCase("Dockerfile_prod")]
    [TestCase("Dockerfile-alpine3.20")]
    [TestCase("Containerfile-ci")]
    public void Dockerfiles_are_known_by_name(string name) => Language.FromName(name).Should().Be(Language.Dockerfile);

    [TestCase("compose.yaml")]
    [TestCase("compose.yml")]
    [TestCase("docker-compose.yml")]
    [TestCase("docker-compose.yaml")]
    [TestCase("Docker-Compose.YML")]
    [TestCase("docker-compose.override.yml")]
    [TestCase("compose.prod.eu-1.yaml")]
    [TestCase("docker-compose-worker.yml")]
    [TestCase("docker-compose_test.yml")]
    [TestCase("docker-stack.yml")]
    [TestCase("docker-stack-prod.yaml")]
    [TestCase("shop.compose.yml")]
    [TestCase("podman-compose.yml")]
    [TestCase("podman-compose.override.yaml")]
    public void Compose_files_are_known_by_name(string name) => Language.FromName(name).Should().Be(Language.Compose);

    [TestCase("")]
    [TestCase(".dockerignore")]
    [TestCase("Dockerfile.dockerignore")]
    [TestCase("web.Dockerfile.dockerignore")]
    [TestCase("Dockerfile.md")]
    [TestCase("Dockerfile.j2")]
    [TestCase("Dockerfile.orig")]
    [TestCase("Dockerfile~")]
    [TestCase("Dockerfile.alpine~")]
    [TestCase("Dockerfile.")]
    [TestCase("Dockerfiles")]
    [TestCase("MyDockerfile")]
    [TestCase("compose")]
    [TestCase("compose.json")]
    [TestCase("composer.yml")]
    [TestCase("decompose.yml")]
    [TestCase("docker-compose.yml.j2")]
    [TestCase("docker-compose.yml.bak")]
    [TestCase("compose-.yml")]
    [TestCase("values.yaml")]
    [TestCase("stack.yaml")]
    [TestCase("dockerfile-lint")]
    [TestCase("Dockerfile-")]
    [TestCase("Dockerfile-notes.txt")]
    [TestCase("Dockerfile-dev~")]
    [TestCase("Dockerfile_parser.py")]
    public void Other_names_are_not_taken(string name) => Language.FromName(name).Should().BeNull();
}

using NUnit.Framework;

namespace DockerfileLint.Analyzers.Tests;

internal sealed class ImageFixTests
{
    [TestCase(
        "new ContainerBuilder().WithImage({|DC5007:\"postgres\"|});",
        "new ContainerBuilder().WithImage(\"postgres:18\");"
    )]
    [TestCase(
        "new ContainerBuilder({|DC5007:\"docker.io/library/postgres:latest\"|});",
        "new ContainerBuilder(\"docker.io/library/postgres:18\");"
    )]
    [TestCase(
        "builder.AddContainer(\"db\", {|DC5007:\"postgres\"|});",
        "builder.AddContainer(\"db\", \"postgres\", \"18\");"
    )]
    [TestCase(
        "builder.AddContainer(image: {|DC5007:\"postgres\"|}, name: \"db\");",
        "builder.AddContainer(image: \"postgres\", tag: \"18\", name: \"db\");"
    )]
    [TestCase(
        "builder.AddContainer(\"db\", \"postgres\", {|DC5007:\"latest\"|});",
        "builder.AddContainer(\"db\", \"postgres\", \"18\");"
    )]
    public Task An_image_whose_releases_are_known_gets_the_one_supported_longest(string before, string after) =>
        ContainerTest.VerifyFix(before, after);

    [TestCase("new ContainerBuilder().WithImage({|DC5007:\"example/app\"|});")]
    [TestCase("new ContainerBuilder().WithImage({|DC5007:\"openjdk\"|});")]
    [TestCase("new ContainerBuilder().WithImage({|DC5007:\"microsoft/dotnet\"|});")]
    [TestCase("const string image = \"postgres\"; new ContainerBuilder().WithImage({|DC5007:image|});")]
    [TestCase("builder.AddPostgres(\"db\").WithImageTag({|DC5007:\"latest\"|});")]
    public Task Nothing_is_offered_where_a_version_would_be_a_guess(string statements) =>
        ContainerTest.VerifyFix(statements, statements);
}

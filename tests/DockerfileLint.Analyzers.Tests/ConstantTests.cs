using NUnit.Framework;

namespace DockerfileLint.Analyzers.Tests;

internal sealed class ConstantTests
{
    [TestCase("const string Image = \"redis\";")]
    [TestCase("static readonly string Image = \"redis\";")]
    [TestCase("readonly string Image = \"red\" + \"is\";")]
    [TestCase("const string Name = \"redis\"; const string Image = $\"{Name}:latest\";")]
    [TestCase("static readonly string Tag = \"latest\"; static readonly string Image = $\"redis:{Tag}\";")]
    [TestCase("static readonly string Tag = \"latest\"; static readonly string Image = \"redis:\" + Tag;")]
    public Task A_field_that_never_changes_is_known(string declaration) =>
        ContainerTest.VerifyMembers(
            $$"""{{declaration}} void Run() { new ContainerBuilder().WithImage({|DC5007:Image|}); }"""
        );

    [TestCase("string Image = \"redis\";")]
    [TestCase("readonly string Image = \"redis\"; Subject() { Image = \"redis:8.2\"; }")]
    [TestCase("readonly string Image = \"redis\"; Subject(int tag) { this.Image = $\"redis:{tag}\"; }")]
    [TestCase("static string Image => \"redis\";")]
    [TestCase("static readonly string A = Image + \"a\"; static readonly string Image = A + \"b\";")]
    [TestCase("static readonly string Image = System.Environment.GetEnvironmentVariable(\"IMAGE\") ?? \"redis\";")]
    public Task A_field_that_may_change_is_not(string declaration) =>
        ContainerTest.VerifyMembers($$"""{{declaration}} void Run() { new ContainerBuilder().WithImage(Image); }""");

    [TestCase("const string image = \"redis\";")]
    [TestCase("var image = \"redis\";")]
    [TestCase("var tag = \"latest\"; string image = $\"redis:{tag}\";")]
    [TestCase("var name = \"redis\"; var image = name + \":\" + \"latest\";")]
    public Task A_local_that_is_set_once_is_known(string declarations) =>
        ContainerTest.VerifyStatements($"{declarations} new ContainerBuilder().WithImage({{|DC5007:image|}});");

    [TestCase("var image = \"redis\"; if (flag) { image = \"redis:8.2\"; }")]
    [TestCase("var image = \"redis\"; void Set() => image = \"redis:8.2\"; Set();")]
    [TestCase("var image = \"redis\"; void Set(ref string text) => text = \"redis:8.2\"; Set(ref image);")]
    [TestCase("var image = \"redis\"; (image, _) = (unknown, flag);")]
    [TestCase("var image = $\"redis:{unknown}\";")]
    [TestCase("var image = flag ? \"redis\" : \"valkey\";")]
    public Task A_local_that_may_change_is_not(string declarations) =>
        ContainerTest.VerifyStatements($"{declarations} new ContainerBuilder().WithImage(image);");

    [Test]
    public Task Nothing_is_found_without_the_libraries() =>
        ContainerTest.VerifyAlone(
            """
            class ContainerBuilder { public ContainerBuilder WithImage(string image) => this; }
            class Subject { void Run() { new ContainerBuilder().WithImage("redis"); } }
            """
        );
}

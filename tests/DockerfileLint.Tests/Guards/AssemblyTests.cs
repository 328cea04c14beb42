using System.Reflection;
using DockerfileLint.Analysis;
using DockerfileLint.Reporting;
using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Guards;

/// <summary>
/// What the library brings along: it is loaded into compilers and editors, which hold versions of their own.
/// </summary>
internal sealed class AssemblyTests
{
    private const string Json = "System.Text.Json";

    private static readonly Assembly Library = typeof(Linter).Assembly;
    private static readonly Assembly Reporters = typeof(IReporter).Assembly;

    [Test]
    public void The_library_needs_no_System_Text_Json()
    {
        GetReferences(Library).Should().NotContain(Json);
        GetReferences(Reporters).Should().Contain(Json, "else the library's references would prove nothing");
    }

    [Test]
    public void No_package_brings_System_Text_Json_to_the_library()
    {
        ReadLockFile("DockerfileLint").Should().NotContain(Json);
        ReadLockFile("DockerfileLint.Reporting").Should().Contain(Json);
    }

    [Test]
    public void The_library_holds_no_reporter() =>
        Library.GetTypes().Should().NotContain(type => type.Namespace == typeof(IReporter).Namespace);

    [Test]
    public void Reporters_use_nothing_internal_of_the_library() =>
        Library
            .GetCustomAttributes<System.Runtime.CompilerServices.InternalsVisibleToAttribute>()
            .Select(friend => friend.AssemblyName)
            .Should()
            .NotContain(Reporters.GetName().Name);

    private static IEnumerable<string?> GetReferences(Assembly assembly) =>
        assembly.GetReferencedAssemblies().Select(reference => reference.Name);

    private static string ReadLockFile(string project) =>
        File.ReadAllText(RepositoryFiles.GetPath("src", project, "packages.lock.json"));
}

using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Guards;

/// <summary>
/// The native program is linked without any library: what the framework has others do ends it with a crash.
/// </summary>
public sealed class NativeLibraryTests
{
    [Test]
    public void Nothing_asks_for_a_library_of_cryptography()
    {
        string[] files = Directory.GetFiles(RepositoryFiles.GetPath("src"), "*.cs", SearchOption.AllDirectories);

        files.Should().NotBeEmpty();
        files
            .Where(file => File.ReadAllText(file).Contains("System.Security.Cryptography", StringComparison.Ordinal))
            .Should()
            .BeEmpty();
    }
}

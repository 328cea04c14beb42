using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Syntax.Dockerfiles;

/// <summary>Whole files with their tree between the lines, as a person has reviewed it.</summary>
internal sealed class BaselineTests
{
    internal static IEnumerable<string> Names() =>
        Directory
            .EnumerateFiles(Baseline.GetPath(Folder), "*.Dockerfile")
            .Select(path => Path.GetFileName(path))
            .Order(StringComparer.Ordinal);

    private static string Folder => Path.Combine("Syntax", "Dockerfiles", "Baselines");

    internal static string ReadSource(string name) =>
        InterleavedDump.RemoveDump(File.ReadAllText(Baseline.GetPath(Path.Combine(Folder, name))));

    [TestCaseSource(nameof(Names))]
    public void The_tree_is_the_reviewed_one(string name)
    {
        DockerfileSyntaxTree tree = DockerfileSyntaxTree.Parse(ReadSource(name));

        TreeInvariants.Check(tree);
        Baseline.Verify(Path.Combine(Folder, name), InterleavedDump.Write(tree));
    }
}

using FluentAssertions;

namespace DockerfileLint.Tests.Testing;

/// <summary>
/// Reviewed outputs beside the tests; with <c>UPDATE_BASELINES=1</c> a run writes them instead of comparing.
/// </summary>
internal static class Baseline
{
    private const string UpdateVariable = "UPDATE_BASELINES";

    internal static bool IsUpdating => Environment.GetEnvironmentVariable(UpdateVariable) == "1";

    /// <summary>Path of a file of the test project.</summary>
    internal static string GetPath(string relativePath) =>
        RepositoryFiles.GetPath("tests", "DockerfileLint.Tests", relativePath);

    internal static void Verify(string relativePath, string actual)
    {
        string path = GetPath(relativePath);
        if (IsUpdating)
        {
            File.WriteAllText(path, actual);
        }

        actual
            .Should()
            .Be(
                File.ReadAllText(path).ReplaceLineEndings("\n"),
                $"{relativePath} is what was reviewed; if the change is meant, run once with {UpdateVariable}=1 and "
                    + $"review the difference"
            );
    }
}

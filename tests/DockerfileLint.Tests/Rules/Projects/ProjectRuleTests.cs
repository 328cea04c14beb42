using DockerfileLint.Analysis.Languages;
using DockerfileLint.Diagnostics;
using DockerfileLint.Tests.Testing;

namespace DockerfileLint.Tests.Rules.Projects;

/// <summary>
/// Base of the tests of one rule over Compose projects: a Compose file in <c>app</c>, and a Dockerfile beside it.
/// </summary>
/// <param name="id">The rule.</param>
internal abstract class ProjectRuleTests(string id) : RuleTest(id, Language.Compose)
{
    /// <summary>Lints a Compose file with a Dockerfile beside it and compares the findings with the marks.</summary>
    /// <param name="compose">The marked Compose file.</param>
    /// <param name="dockerfile">The Dockerfile, or <c>null</c> for none.</param>
    protected IReadOnlyList<Finding> VerifyProject(string compose, string? dockerfile)
    {
        var files = new InMemoryFiles();
        if (dockerfile is not null)
        {
            files["app/Dockerfile"] = dockerfile;
        }

        return Verify(compose, files, [], "app/compose.yaml");
    }
}

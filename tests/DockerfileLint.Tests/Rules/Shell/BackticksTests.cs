using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Shell;

internal sealed class BackticksTests() : RuleTest("SC2006")
{
    [TestCase("RUN a [|`b`|]")]
    [TestCase("RUN a \"[|`b`|]\"")]
    [TestCase("RUN a $(b)")]
    [TestCase("RUN a '`b`'")]
    [TestCase("RUN a `# b`", Description = "a comment between lines")]
    [TestCase("RUN <<E\na [|`b`|]\nE")]
    [TestCase("ONBUILD RUN a [|`b`|]")]
    [TestCase("SHELL [\"pwsh\", \"-c\"]\nRUN a `b`", Description = "no shell of that family")]
    [TestCase("RUN a `b` )", Description = "what a shell does not read, it does not run")]
    public void In_scripts_of_RUN(string text)
    {
        Verify($"FROM a\n{text}\n");
        Verify($"FROM a\n{text}\n", "behaviour=hadolint");
    }

    [TestCase("CMD a [|`b`|]")]
    [TestCase("ENTRYPOINT a [|`b`|]")]
    [TestCase("HEALTHCHECK CMD a [|`b`|]")]
    [TestCase("RUN [\"sh\", \"-c\", \"a [|`b`|]\"]")]
    [TestCase("RUN sh -c 'a [|`b`|]'")]
    public void In_other_scripts(string text) => Verify($"FROM a\n{text}\n");

    [TestCase("CMD a `b`")]
    [TestCase("ENTRYPOINT a `b`")]
    [TestCase("HEALTHCHECK CMD a `b`")]
    [TestCase("RUN [\"sh\", \"-c\", \"a `b`\"]")]
    [TestCase("RUN sh -c 'a `b`'")]
    public void Hadolint_looks_at_RUN_alone(string text) => Verify($"FROM a\n{text}\n", "behaviour=hadolint");
}

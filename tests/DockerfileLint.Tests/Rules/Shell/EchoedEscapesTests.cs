using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Shell;

internal sealed class EchoedEscapesTests() : RuleTest("SC2028")
{
    [TestCase("SHELL [\"bash\", \"-c\"]\nRUN echo [|\"a\\nb\"|]")]
    [TestCase("SHELL [\"bash\", \"-c\"]\nRUN echo -e \"a\\nb\"; echo -ne '\\n'; printf '\\n'")]
    [TestCase("SHELL [\"bash\", \"-c\"]\nRUN echo -n [|'\\n'|] [|\"\\\\t\"|] [|a\\\\nb|] a\\nb")]
    [TestCase("SHELL [\"bash\", \"-c\"]\nRUN echo [|'\\x41'|] [|'\\0'|] '\\x' '\\w' '\\c' '\\8'")]
    [TestCase("SHELL [\"bash\", \"-c\"]\nRUN echo $'a\\nb'")]
    public void Whoever_judges(string text)
    {
        Verify($"FROM a\n{text}\n");
        Verify($"FROM a\n{text}\n", "behaviour=hadolint");
    }

    [TestCase("RUN echo \"a\\nb\"", Description = "nobody knows this shell")]
    [TestCase("FROM alpine\nRUN echo [|\"a\\nb\"|]")]
    [TestCase("FROM fedora\nRUN echo [|\"a\\nb\"|]")]
    [TestCase("FROM debian\nRUN echo \"a\\nb\"")]
    public void By_default(string text) => Verify($"FROM a\n{text}\n");

    [TestCase("RUN echo [|\"a\\nb\"|]")]
    [TestCase("FROM alpine\nRUN echo [|\"a\\nb\"|]")]
    [TestCase("SHELL [\"ash\", \"-c\"]\nRUN echo \"a\\nb\"")]
    public void As_hadolint(string text) => Verify($"FROM a\n{text}\n", "behaviour=hadolint");
}

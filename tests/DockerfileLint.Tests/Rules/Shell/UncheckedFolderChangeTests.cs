using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Shell;

internal sealed class UncheckedFolderChangeTests() : RuleTest("SC2164")
{
    [TestCase("RUN [|cd a|]; b")]
    [TestCase("RUN cd a && b")]
    [TestCase("RUN cd a || exit 1; b")]
    [TestCase("RUN if cd a; then b; fi")]
    [TestCase("RUN while cd a; do :; done")]
    [TestCase("RUN a && [|cd b|]; c")]
    [TestCase("RUN ([|cd a|]; b)")]
    [TestCase("RUN (cd a; b) && c")]
    [TestCase("RUN cd ..; cd ../..; cd /; a")]
    [TestCase("RUN set -e; cd a; b")]
    [TestCase("RUN set -o errexit; cd a; b")]
    [TestCase("SHELL [\"bash\", \"-ec\"]\nRUN cd a; b")]
    [TestCase("SHELL [\"sh\", \"-c\"]\nRUN [|pushd a|]; b")]
    [TestCase("RUN [|pushd a|]; b; pushd -n c; [|popd|]; d")]
    [TestCase("RUN a=$([|cd b|]; c)")]
    [TestCase("RUN [|cd a > b|]; c")]
    [TestCase("RUN if a; then [|cd b|]; fi; c")]
    [TestCase("RUN ! [|cd a|]; b")]
    [TestCase("RUN <<E\n[|cd a|]\nb\nE")]
    public void Whoever_judges(string text)
    {
        Verify($"FROM a\n{text}\n");
        Verify($"FROM a\n{text}\n", "behaviour=hadolint");
    }

    [TestCase("RUN cd a")]
    [TestCase("RUN a; cd b")]
    [TestCase("RUN a && (cd b)")]
    [TestCase("RUN [|cd a|] | b")]
    public void By_default(string text) => Verify($"FROM a\n{text}\n");

    [TestCase("RUN [|cd a|]")]
    [TestCase("RUN a; [|cd b|]")]
    [TestCase("RUN a && ([|cd b|])")]
    public void As_hadolint(string text) => Verify($"FROM a\n{text}\n", "behaviour=hadolint");
}

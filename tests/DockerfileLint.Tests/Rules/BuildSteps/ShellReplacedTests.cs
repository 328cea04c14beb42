using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.BuildSteps;

internal sealed class ShellReplacedTests() : RuleTest("DL4005")
{
    [TestCase("RUN ln -sf /bin/bash [|/bin/sh|]")]
    [TestCase("RUN rm /bin/sh && ln -s bash [|/bin/sh|]")]
    [TestCase("RUN ln -s /bin/sh /a")]
    [TestCase("RUN ln -s /bin/bash /usr/bin/a")]
    [TestCase("RUN sudo ln -sf /bin/bash [|/bin/sh|]")]
    public void By_default(string text) => Verify($"FROM a\n{text}\n");

    [TestCase("RUN ln -s [|/bin/sh|] /a")]
    [TestCase("RUN sudo ln -sf /bin/bash /bin/sh")]
    public void As_hadolint(string text) => Verify($"FROM a\n{text}\n", "behaviour=hadolint");
}

using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.BuildSteps;

internal sealed class PipeWithoutPipefailTests() : RuleTest("DL4006")
{
    [TestCase("RUN echo a | b")]
    [TestCase("RUN sudo echo a | sudo tee b")]
    [TestCase("RUN set -o pipefail && a | b")]
    [TestCase("RUN set -euxo pipefail; a | b")]
    [TestCase("RUN a | b || true")]
    [TestCase("RUN (a | b || :)")]
    [TestCase("RUN if a | b; then c; fi")]
    [TestCase("RUN while a | b; do c; done")]
    [TestCase("RUN x=$(a | b)")]
    [TestCase("RUN ! a | b")]
    [TestCase("SHELL [\"/bin/bash\", \"-o\", \"pipefail\", \"-c\"]\nRUN a | b")]
    [TestCase("SHELL [\"/bin/bash\", \"-eo\", \"pipefail\", \"-c\"]\nRUN a | b")]
    [TestCase("RUN bash -o pipefail -c \"a | b\"")]
    [TestCase("RUN echo \"a | b\"")]
    [TestCase("CMD a | b")]
    public void By_default(string text) => Verify($"FROM a\n{text}\n");
}

using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Packages;

internal sealed class AptInsteadOfAptGetTests() : RuleTest("DL3027")
{
    [TestCase("RUN [|apt|] update && [|apt|] install -y a")]
    [TestCase("RUN sudo [|apt|] update")]
    [TestCase("RUN [|/usr/bin/apt|] update")]
    [TestCase("RUN sh -c \"[|apt|] update\"")]
    [TestCase("RUN apt-get update && apt-cache show apt")]
    [TestCase("ONBUILD RUN [|apt|] update")]
    public void By_default(string text) => Verify($"FROM a\n{text}\n");

    [TestCase("RUN [|apt|] update")]
    [TestCase("RUN sudo apt update")]
    [TestCase("RUN /usr/bin/apt update")]
    [TestCase("RUN env A=1 apt update")]
    [TestCase("RUN xargs apt install < a")]
    [TestCase("RUN sh -c \"apt update\"")]
    [TestCase("RUN bash <<E\napt update\nE")]
    [TestCase("RUN <<E bash\n[|apt|] update\nE")]
    [TestCase("RUN <<E\n[|apt|] update\nE")]
    [TestCase("RUN [\"[|apt|]\", \"update\"]")]
    [TestCase("RUN command [|apt|] update && exec [|apt|] list")]
    [TestCase("RUN apt update && (")]
    [TestCase("RUN A=1 [|apt|] update")]
    public void As_hadolint(string text) => Verify($"FROM a\n{text}\n", "behaviour=hadolint");
}

using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.BuildSteps;

internal sealed class PointlessCommandTests() : RuleTest("DL3001")
{
    [TestCase("RUN [|top|]")]
    [TestCase("RUN a && [|service|] b start")]
    [TestCase("RUN [|service|] b stop")]
    [TestCase("RUN service b start && c && service b stop")]
    [TestCase("RUN service b start && c")]
    [TestCase("RUN a & kill $!")]
    [TestCase("RUN [|kill|] 1")]
    [TestCase("RUN [|vim|] a")]
    [TestCase("RUN vim +PlugInstall +qall")]
    [TestCase("RUN vim -es -c q")]
    [TestCase("RUN ssh -V")]
    [TestCase("RUN [|ssh|] a")]
    [TestCase("RUN [|ps|] aux")]
    [TestCase("RUN apt-get install -y vim ssh")]
    [TestCase("RUN [|reboot|]")]
    [TestCase("RUN [|mount|] a b")]
    [TestCase("RUN mount a b && c")]
    public void By_default(string text) => Verify($"FROM a\n{text}\n");

    [TestCase("RUN [|vim|] +q")]
    [TestCase("RUN [|service|] a start && b")]
    [TestCase("RUN reboot")]
    [TestCase("RUN sudo service a start")]
    [TestCase("RUN [|ssh|] -V")]
    public void As_hadolint(string text) => Verify($"FROM a\n{text}\n", "behaviour=hadolint");
}

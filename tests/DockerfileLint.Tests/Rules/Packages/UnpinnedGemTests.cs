using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Packages;

internal sealed class UnpinnedGemTests() : RuleTest("DL3028")
{
    [TestCase("RUN gem install [|a|] b")]
    [TestCase("RUN gem i -N [|a|]")]
    [TestCase("RUN gem install a:1 \"b:~> 2\"")]
    [TestCase("RUN gem install a -v 1")]
    [TestCase("RUN gem install --version=1 a")]
    [TestCase("RUN gem install [|a|] -- b c")]
    [TestCase("RUN gem install a:1 -- b")]
    [TestCase("RUN gem install a-1.gem $B")]
    [TestCase("RUN gem install -s https://a.b [|c|]")]
    [TestCase("RUN gem uninstall a")]
    [TestCase("RUN /bin/bash -lc 'gem install [|a|]'")]
    public void By_default(string text) => Verify($"FROM a\n{text}\n");

    [TestCase("RUN gem install -N a")]
    [TestCase("RUN gem install [|$A|]")]
    [TestCase("RUN gem install a:1 --use-x true")]
    [TestCase("RUN gem install [|a.gem|]")]
    public void As_hadolint(string text) => Verify($"FROM a\n{text}\n", "behaviour=hadolint");
}

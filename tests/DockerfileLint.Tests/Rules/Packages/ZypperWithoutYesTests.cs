using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Packages;

internal sealed class ZypperWithoutYesTests() : RuleTest("DL3034")
{
    [TestCase("RUN zypper [|in|] a")]
    [TestCase("RUN zypper [|dup|]")]
    [TestCase("RUN zypper -n dup")]
    [TestCase("RUN zypper [|in|] -n a")]
    [TestCase("RUN zypper in -y a")]
    [TestCase("RUN zypper --non-interactive in a")]
    [TestCase("RUN zypper --gpg-auto-import-keys -n ref")]
    [TestCase("RUN zypper $OPTIONS in a")]
    [TestCase("RUN yes | zypper in a")]
    public void By_default(string text) => Verify($"FROM a\n{text}\n");

    [TestCase("RUN zypper dup")]
    [TestCase("RUN zypper in -n a")]
    [TestCase("RUN zypper [|si|] a")]
    public void As_hadolint(string text) => Verify($"FROM a\n{text}\n", "behaviour=hadolint");
}

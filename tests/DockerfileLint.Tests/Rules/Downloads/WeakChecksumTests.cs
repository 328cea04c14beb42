using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Downloads;

internal sealed class WeakChecksumTests() : RuleTest("DL5035")
{
    [TestCase("echo \"$X  a\" | [|md5sum|] -c -")]
    [TestCase("[|sha1sum|] --check a.sha1")]
    [TestCase("[|shasum|] -c a")]
    [TestCase("[|shasum|] -a 1 -c a")]
    [TestCase("[ \"$([|md5sum|] a | cut -d' ' -f1)\" = \"$X\" ]")]
    [TestCase("[|md5sum|] a | grep -q $X")]
    [TestCase("sudo [|md5sum|] -c a")]
    [TestCase("md5sum a")]
    [TestCase("md5sum a > a.md5")]
    [TestCase("shasum -a 256 -c a")]
    [TestCase("shasum --algorithm 512 -c a")]
    [TestCase("sha256sum -c a")]
    [TestCase("md5sum -c a && sha256sum -c a")]
    [TestCase("gpg --verify a.asc a && sha1sum -c a")]
    public void A_comparison(string command) => Verify($"FROM x\nRUN {command}\n");
}

using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Packages;

internal sealed class UnsignedPackageTests() : RuleTest("DL5007")
{
    [TestCase("apt-get -y [|--force-yes|] install a")]
    [TestCase("apt-get -y [|--force-yes|] upgrade")]
    [TestCase("yum [|--nogpgcheck|] install -y a")]
    [TestCase("rpm -i [|--nosignature|] a.rpm")]
    [TestCase("apt-get -y --force-yes remove a")]
    [TestCase("apt-get --yes --force-yes autoremove")]
    [TestCase("apt-get purge -y --force-yes --auto-remove a")]
    [TestCase("apt-get clean -y --force-yes")]
    [TestCase("dnf -y --nogpgcheck remove a")]
    [TestCase("apk del --allow-untrusted a")]
    [TestCase("rpm -e --nosignature a")]
    public void Only_what_fetches_packages_needs_a_signature(string command) => Verify($"FROM a\nRUN {command}\n");
}

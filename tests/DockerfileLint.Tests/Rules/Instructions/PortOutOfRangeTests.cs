using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Instructions;

internal sealed class PortOutOfRangeTests() : RuleTest("DL3011")
{
    [TestCase("EXPOSE [|65536|]")]
    [TestCase("EXPOSE 80 [|99999999999999999999/tcp|]", Description = "more digits than a number has")]
    [TestCase("EXPOSE [|65535-65536|] [|70000-80|]")]
    [TestCase("EXPOSE [|80:70000|]")]
    [TestCase("ARG P=70000\nEXPOSE [|$P|] [|1-${P}/udp|]")]
    [TestCase("ENV P=\"80 70000\"\nEXPOSE [|$P|]")]
    [TestCase("EXPOSE $P 1-$P")]
    [TestCase("EXPOSE 80-70 http 8x000000")]
    [TestCase("EXPOSE 65535 0 00080")]
    public void Ports_end_at_65535(string instruction) => Verify($"FROM a\n{instruction}\n");

    [TestCase("EXPOSE [|80000|]")]
    [TestCase("ARG P=70000\nEXPOSE $P 1-$P 70000-$P")]
    public void Hadolint_skips_variables(string instructions) => Verify($"{instructions}\n", "behaviour=hadolint");

    [Test]
    public void It_takes_the_place_of_the_builders_error() => Verify("FROM a\nEXPOSE [|70000|] {|DL1008:80/http|}\n");

    [Test]
    public void In_BuildKits_preset_the_builders_error_stays() =>
        VerifyAll("FROM a\nEXPOSE {|DL1008:70000|}\n", "buildkit");
}

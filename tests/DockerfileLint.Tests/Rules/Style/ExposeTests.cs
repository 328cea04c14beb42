using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Style;

internal sealed class ExposeProtocolCasingTests() : RuleTest("DL6010")
{
    [TestCase("EXPOSE 80/[|TCP|] 81/tcp 82/[|Udp|]")]
    [TestCase("EXPOSE 80-90/[|SCTP|]")]
    [TestCase("ARG PORT\nEXPOSE ${PORT}/[|UDP|]")]
    [TestCase("ENV P=80/UDP\nEXPOSE [|$P|]")]
    public void A_protocol_with_capitals_is_reported(string line) => Verify($"FROM scratch\n{line}\n");

    [TestCase("EXPOSE 80 81/udp")]
    [TestCase("ARG PROTO=tcp\nEXPOSE 80/$PROTO")]
    public void Lower_case_or_none_is_fine(string line) => Verify($"FROM scratch\n{line}\n");
}

internal sealed class InvalidExposeFormatTests() : RuleTest("DL6011")
{
    [TestCase("EXPOSE [|8080:|]80")]
    [TestCase("EXPOSE [|127.0.0.1:8080:|]80/tcp 90")]
    [TestCase("EXPOSE [|127.0.0.1::|]80")]
    [TestCase("ARG P=80\nEXPOSE [|$P:$P|]")]
    public void What_stands_before_the_port_is_reported(string line) => Verify($"FROM scratch\n{line}\n");

    [TestCase("EXPOSE 80 81-90/udp")]
    [TestCase("EXPOSE :80")]
    [TestCase("ARG P\nEXPOSE ${P:-80}")]
    public void A_port_alone_is_fine(string line) => Verify($"FROM scratch\n{line}\n");
}

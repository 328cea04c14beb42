using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Instructions;

internal sealed class SshPortExposedTests() : RuleTest("DL5014")
{
    [TestCase("EXPOSE [|22|]")]
    [TestCase("EXPOSE 80 [|22/tcp|]")]
    [TestCase("EXPOSE [|22/udp|]")]
    [TestCase("EXPOSE [|20-25|]")]
    [TestCase("EXPOSE [|22-22/tcp|]")]
    [TestCase("ARG P=22\nEXPOSE [|$P|]")]
    [TestCase("EXPOSE [|${P:-22}|]")]
    [TestCase("EXPOSE 2222")]
    [TestCase("EXPOSE 220-230")]
    [TestCase("EXPOSE 23-30")]
    [TestCase("ARG P\nEXPOSE $P")]
    [TestCase("EXPOSE a-b")]
    public void The_port_of_SSH_is_found_in_any_spelling(string instructions) => Verify($"FROM a\n{instructions}\n");
}

using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Variables;

internal sealed class FrontendInEnvTests() : RuleTest("DL6013")
{
    [TestCase("ENV [|DEBIAN_FRONTEND=noninteractive|]")]
    [TestCase("ENV [|DEBIAN_FRONTEND noninteractive|]")]
    [TestCase("ENV A=1 [|DEBIAN_FRONTEND=\"noninteractive\"|] B=2")]
    [TestCase("ARG DEBIAN_FRONTEND=noninteractive\nENV [|DEBIAN_FRONTEND=$DEBIAN_FRONTEND|]")]
    [TestCase("ENV [|DEBIAN_FRONTEND=noninteractive|]\nRUN b\nENV DEBIAN_FRONTEND=noninteractive")]
    [TestCase("ENV DEBIAN_FRONTEND=dialog\nENV [|DEBIAN_FRONTEND=noninteractive|]")]
    [TestCase("FROM b AS b\nENV [|DEBIAN_FRONTEND=noninteractive|]\nFROM b")]
    public void What_every_container_gets_is_reported(string instructions) => Verify($"FROM a\n{instructions}\n");

    [TestCase("ARG DEBIAN_FRONTEND=noninteractive")]
    [TestCase("RUN DEBIAN_FRONTEND=noninteractive apt-get install -y b")]
    [TestCase("ENV DEBIAN_FRONTEND=dialog")]
    [TestCase("ENV DEBIAN_FRONTEND=noninteractive\nRUN b\nENV DEBIAN_FRONTEND=")]
    [TestCase("ENV DEBIAN_FRONTEND=noninteractive\nENV DEBIAN_FRONTEND dialog")]
    [TestCase("FROM b AS b\nENV DEBIAN_FRONTEND=noninteractive\nFROM b\nENV DEBIAN_FRONTEND=newt")]
    [TestCase("ENV DEBIAN_FRONTEND=noninteractive\nFROM b")]
    public void What_the_build_alone_sees_is_left_alone(string instructions) => Verify($"FROM a\n{instructions}\n");

    [Test]
    public void One_finding_where_the_equals_sign_is_missing_too() =>
        VerifyAll("FROM a:1\nENV [|DEBIAN_FRONTEND noninteractive|]\nUSER 1\n");
}

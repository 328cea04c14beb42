using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Packages;

internal sealed class UpdateWithoutInstallTests() : RuleTest("DL5022")
{
    [Test]
    public void Lists_of_such_a_step_are_not_said_to_be_kept_in_addition() =>
        VerifyAll("FROM debian:12\nRUN [|apt-get update|]\nUSER 1\nCMD [\"a\"]\n");

    [TestCase("RUN [|apt-get update|]")]
    [TestCase("RUN [|apt-get -qq update|] && apt-get clean")]
    [TestCase("RUN apt-get install -y a && [|apt-get update|]")]
    [TestCase("RUN sudo [|apt update|]")]
    [TestCase("RUN [|apk update|]\nRUN apk add a")]
    [TestCase("RUN [|zypper refresh|]")]
    [TestCase("RUN [|yum -y update|]\nRUN yum install -y a")]
    public void An_update_of_its_own_is_reported(string instructions) => Verify($"FROM a\n{instructions}\n");

    [TestCase("RUN [|apt-get update|]\nRUN apt-get install -y a", "Nothing in this step")]
    [TestCase("RUN [|apt-get update|]\nRUN ./install.sh", "Nothing in this step")]
    [TestCase("RUN [|apk update|]\nRUN npm install", "Neither this step nor a later one")]
    [TestCase(
        "RUN apt-get update && apt-get install -y a\nRUN [|apt-get update|]",
        "Neither this step nor a later one"
    )]
    public void The_message_says_whether_anything_uses_the_lists(string instructions, string part) =>
        Verify($"FROM a\n{instructions}\n").Single().Message.ToString().Should().Contain(part);

    [TestCase("RUN apt-get update && apt-get install -y a")]
    [TestCase("RUN apt-get update && apt-get upgrade -y")]
    [TestCase("RUN apt-get update; apt-get -y dist-upgrade")]
    [TestCase("RUN apt-get update && apt install -y a")]
    [TestCase("RUN apt-get update && xargs apt-get install -y < list")]
    [TestCase("RUN apt-get update && for p in a b; do apt-get install -y $p; done")]
    [TestCase("RUN apt-get update && ./install.sh")]
    [TestCase("RUN apt-get update && bash /tmp/install.sh")]
    [TestCase("RUN <<EOF\napt-get update\napt-get install -y a\nEOF")]
    [TestCase("RUN apk update && apk add a")]
    [TestCase("RUN apk add --update a")]
    [TestCase("RUN yum -y update")]
    [TestCase("RUN yum -y update && yum install -y a")]
    [TestCase("RUN echo apt-get update")]
    [TestCase("RUN rm -rf /var/lib/apt && curl https://a/apt-get/update")]
    public void An_update_that_something_uses_is_left_alone(string instructions) => Verify($"FROM a\n{instructions}\n");
}

using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Downloads;

internal sealed class UnpinnedGitCloneTests() : RuleTest("DL5028")
{
    [TestCase("RUN git clone [|https://a.example/b/c.git|]")]
    [TestCase("RUN git clone --depth=1 [|https://a.example/b/c|] /d && cd /d && make")]
    [TestCase("RUN git clone --recursive -b main [|https://a.example/b/c|]")]
    [TestCase("RUN git clone [|git@a.example:b/c.git|]")]
    [TestCase("RUN git clone [|$REPOSITORY|] /c")]
    [TestCase("RUN git clone [|https://a.example/b/c|] && cd c && git checkout develop")]
    [TestCase("RUN git clone [|https://a.example/b/c|] && cd c && git reset --hard origin/master")]
    [TestCase("RUN git clone [|https://a.example/b/c|] && git -C c submodule update --init")]
    [TestCase("RUN git clone [|https://a.example/b/c|] && git clone https://a.example/b/d && cd d && git checkout v1")]
    [TestCase("RUN git clone https://a.example/b/c && git clone [|https://a.example/b/d|] && cd c && git checkout v1")]
    [TestCase(
        "WORKDIR /c\nRUN git clone https://a.example/x .\nRUN git clone [|https://a.example/d|] /d\nRUN git checkout v1"
    )]
    [TestCase("RUN git checkout v1 && git clone [|https://a.example/b/c|]")]
    [TestCase("RUN git clone [|https://a.example/b/c|]\nFROM a\nRUN cd c && git checkout v1")]
    public void What_moves_is_reported(string instructions) => Verify($"FROM a\n{instructions}\n");

    [TestCase("RUN git clone --branch v1.2 https://a.example/b/c")]
    [TestCase("RUN git clone -b $VERSION https://a.example/b/c")]
    [TestCase("RUN git clone --revision=0a1b2c3d https://a.example/b/c")]
    [TestCase("RUN git clone https://a.example/b/c && cd c && git checkout 0a1b2c3d")]
    [TestCase("RUN git clone https://a.example/b/c && cd c && git checkout tags/stable")]
    [TestCase("RUN git clone https://a.example/b/c && cd c && git checkout $(git describe --tags)")]
    [TestCase("RUN git clone https://a.example/b/c && cd c && git reset --hard 0a1b2c3d")]
    [TestCase("RUN git clone https://a.example/b/c && cd c && git fetch origin 0a1b && git checkout FETCH_HEAD")]
    [TestCase("RUN git clone https://a.example/b/c /c\nWORKDIR /c\nRUN git checkout v1")]
    [TestCase("RUN git clone https://a.example/b/c /c\nRUN git -C /c checkout v1")]
    [TestCase(
        "RUN git clone https://a/c && git clone https://a/d && (cd c && git checkout v1) && (cd d && git checkout v2)"
    )]
    [TestCase("RUN git clone /src /c && git clone ./src d && git clone file:///src e")]
    [TestCase("RUN git clone $OPTIONS https://a.example/b/c")]
    [TestCase("RUN git init && git fetch")]
    public void What_is_pinned_is_left_alone(string instructions) => Verify($"FROM a\n{instructions}\n");

    [Test]
    public void The_message_names_repository_and_branch() =>
        Verify("FROM a\nRUN git clone [|https://a.example/b/c.git/|] && git clone -b x [|git@d.example:e/f.git|]\n")
            .Select(finding => finding.Message.ToString())
            .Should()
            .Equal(
                "'git clone' takes whatever 'b/c' holds on the day of the build.",
                "'git clone' takes whatever branch 'x' of 'e/f' holds on the day of the build."
            );
}

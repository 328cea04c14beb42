using DockerfileLint.Semantics.Commands;
using DockerfileLint.Text;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Semantics.Commands;

internal sealed class ParsedCommandLineTests
{
    [TestCase("apt-get -yq install -t stable curl git", "install", "-y -q -t=stable", "curl git")]
    [TestCase(
        "apt-get install --target-release=stable -tstable curl",
        "install",
        "--target-release=stable -t=stable",
        "curl"
    )]
    [TestCase("apt-get -q=2 -o APT::X=1 update", "update", "-q=2 -o=APT::X=1", "")]
    [TestCase("apk add --virtual .build -X http://e gcc", "add", "--virtual=.build -X=http://e", "gcc")]
    [TestCase("apk -X http://e update", "update", "-X=http://e", "")]
    [TestCase("pip3.12 install -r req.txt -- -odd", "install", "-r=req.txt", "-odd")]
    [TestCase("curl -fsSLo out https://e", null, "-f -s -S -L -o=out", "https://e")]
    [TestCase("wget -nv -O- https://e", null, "-nv -O=-", "https://e")]
    [TestCase("go install -tags netgo -ldflags=-s e.com/x@v1", "install", "-tags=netgo -ldflags=-s", "e.com/x@v1")]
    [TestCase("bash -c script -x", null, "-c=script -x", "")]
    [TestCase("bash script -x", null, "", "script -x")]
    [TestCase("unknown -abc --long=v w - x", null, "-a -b -c --long=v", "w - x")]
    [TestCase("apt-get", null, "", "")]
    [TestCase("apt-get install -t", "install", "-t", "")]
    public void Options_values_and_operands_are_told_apart(
        string command,
        string? subcommand,
        string options,
        string operands
    )
    {
        string[] words = command.Split(' ');

        ParsedCommandLine line = ParsedCommandLine.Parse(
            words[0],
            [
                .. words
                    .Skip(1)
                    .Select(
                        (word, i) =>
                            new CommandWord(word, new TextSpan(i * 10, word.Length), IsStatic: true, IsVerbatim: true)
                    ),
            ]
        );

        line.Subcommand.Should().Be(subcommand);
        string.Join(
                ' ',
                line.Options.Select(option => option.Value is null ? option.Name : $"{option.Name}={option.Value}")
            )
            .Should()
            .Be(options);
        string.Join(' ', line.Operands).Should().Be(operands);
    }

    [Test]
    public void Options_in_a_group_have_spans_of_their_own()
    {
        ParsedCommandLine line = ParsedCommandLine.Parse(
            "apt-get",
            [new CommandWord("-yq=2", new TextSpan(10, 5), IsStatic: true, IsVerbatim: true)]
        );

        line.Options.Select(option => option.Span).Should().Equal(new TextSpan(10, 2), new TextSpan(12, 1));
        line.Options[1].ValueSpan.Should().Be(new TextSpan(14, 1));
    }
}

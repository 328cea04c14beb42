using DockerfileLint.Diagnostics;
using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Instructions;

internal sealed class CommandInOneWordTests() : RuleTest("DL1012")
{
    [TestCase("CMD [ [|\"nginx -g 'daemon off;'\"|] ]")]
    [TestCase("ENTRYPOINT [[|\"/a/b.sh x\"|], \"y\"]")]
    [TestCase("ENTRYPOINT [[|\"./a -b\"|]]")]
    [TestCase("RUN [[|\"apt-get update\"|]]")]
    [TestCase("HEALTHCHECK CMD [[|\"curl -f http://localhost\"|]]")]
    [TestCase("ONBUILD CMD [[|\"a b\"|]]")]
    [TestCase("CMD [\"a\", \"b c\"]")]
    [TestCase("CMD [\"-a b\"]")]
    [TestCase("CMD [\"a \"]")]
    [TestCase("CMD a b")]
    [TestCase("CMD []")]
    [TestCase("ENTRYPOINT [\"a\"]\nCMD [\"b c\"]")]
    [TestCase("CMD [\"C:\\\\Program Files\\\\a.exe\"]")]
    public void The_first_string(string text) => Verify($"FROM x\n{text}\n");

    [Test]
    public void Only_a_build_that_breaks_is_an_error()
    {
        Verify("FROM x\nRUN [[|\"a b\"|]]\nCMD [[|\"a b\"|]]\n")
            .Select(finding => finding.Severity)
            .Should()
            .Equal(Severity.Error, Severity.Warning);
    }

    [TestCase("debian:13", true)]
    [TestCase("arm64v8/debian:13", true)]
    [TestCase("scratch", true)]
    [TestCase("example/tool:1", false)]
    [TestCase("$X", false)]
    public void The_entry_point_of_another_publishers_image_may_split_it(string image, bool isReported) =>
        Verify($"ARG X\nFROM {image}\nCMD [{(isReported ? "[|" : "")}\"a b\"{(isReported ? "|]" : "")}]\n");

    [Test]
    public void An_entry_point_of_the_base_stage_counts() =>
        Verify("FROM x AS a\nENTRYPOINT [\"a\"]\nFROM a\nCMD [\"b c\"]\n");
}

using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.BuildContexts;

internal sealed class FlattenedCopyTests() : RuleTest("DL1011")
{
    [TestCase("COPY [|*/package.json|] ./")]
    [TestCase("COPY [|packages/*/package.json|] [|b/*/go.mod|] ./packages/")]
    [TestCase("ADD [[|\"a/*/b.txt\"|], \"c/\"]")]
    [TestCase("COPY --parents packages/*/package.json ./")]
    [TestCase("COPY --from=a /b/*/c.jar ./")]
    [TestCase("COPY build/app-*/app.jar ./")]
    [TestCase("COPY */*.csproj ./")]
    [TestCase("COPY modules/*/src ./src/")]
    [TestCase("ADD https://example.com/*/a.txt ./")]
    [TestCase("COPY *.txt dest/")]
    public void A_pattern_for_folders(string text) => Verify($"FROM x\n{text}\n");

    [TestCase("COPY [|src/*|] dest/")]
    [TestCase("COPY [|./a/*|] /dest/")]
    [TestCase("COPY src/*.py dest/")]
    [TestCase("COPY * dest/")]
    public void A_pattern_for_all_that_a_folder_holds(string text) => Verify($"FROM x\n{text}\n");

    [TestCase("src/*", false)]
    [TestCase("*/package.json", true)]
    public void By_default_only_files_that_replace_each_other(string source, bool isReported) =>
        Lint.Run($"FROM debian:13\nCOPY {source} dest/\nUSER 1\n")
            .Findings.Any(finding => finding.Rule.Id == "DL1011")
            .Should()
            .Be(isReported);
}

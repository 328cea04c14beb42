using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Instructions;

internal sealed class SeveralSourcesToFileTests() : RuleTest("DL3021")
{
    [TestCase("COPY a b [|/c|]")]
    [TestCase("COPY [\"a\", \"b\", [|\"c d\"|]]")]
    [TestCase("COPY --from=x a b [|c|]")]
    [TestCase("ARG D=/d\nCOPY a b [|$D|]")]
    [TestCase("COPY a b [|...|]")]
    [TestCase("COPY <<A <<B [|/c|]\nA\nB")]
    [TestCase("COPY a b c/")]
    [TestCase("COPY a b .")]
    [TestCase("COPY a b ..")]
    [TestCase("COPY a b /c/.")]
    [TestCase("COPY a b C:\\\\c\\\\")]
    [TestCase("COPY a b $D")]
    [TestCase("ARG D=/d/\nCOPY a b $D")]
    [TestCase("COPY * /c")]
    [TestCase("COPY a")]
    [TestCase("ADD a b /c")]
    [TestCase("ONBUILD COPY a b c")]
    public void Several_files_need_a_directory(string instructions) => Verify($"FROM a\n{instructions}\n");

    [TestCase("COPY a b [|.|]")]
    [TestCase("COPY a b [|$D|]")]
    [TestCase("COPY a b \"c/\"")]
    [TestCase("COPY a c")]
    public void As_hadolint_judges(string instruction) => Verify($"FROM a\n{instruction}\n", "behaviour=hadolint");
}

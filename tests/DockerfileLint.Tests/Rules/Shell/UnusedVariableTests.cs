using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Shell;

internal sealed class UnusedVariableTests() : RuleTest("SC2034")
{
    [TestCase("RUN [|A|]=b && c")]
    [TestCase("RUN A=b c")]
    [TestCase("RUN A=b; c \"${A}\"")]
    [TestCase("RUN export A=b; A=c")]
    [TestCase("RUN A=b; export A")]
    [TestCase("RUN A=b; A=$A")]
    [TestCase("RUN A=b; [|A|]=c")]
    [TestCase("RUN A=b c; [|A|]=d")]
    [TestCase("ENV A=b\nRUN A=c && d")]
    [TestCase("RUN PATH=a; _b=c; LC_ALL=d")]
    [TestCase("RUN A=b; [ -n \"$A\" ]")]
    [TestCase("RUN A=1; b $((A + 1))")]
    [TestCase("RUN A+=b")]
    [TestCase("RUN [|A|]=b; c '$A'")]
    [TestCase("RUN A=b; trap 'c $A' EXIT")]
    [TestCase("RUN [|A|]=b; sh -c c")]
    [TestCase("RUN for a in b; do [|C|]=$a; done")]
    [TestCase("RUN A=b; cat <<E\n$A\nE")]
    [TestCase("SHELL [\"bash\", \"-c\"]\nRUN [|A[0]|]=b")]
    public void Whoever_judges(string text)
    {
        Verify($"FROM a\n{text}\n");
        Verify($"FROM a\n{text}\n", "behaviour=hadolint");
    }
}

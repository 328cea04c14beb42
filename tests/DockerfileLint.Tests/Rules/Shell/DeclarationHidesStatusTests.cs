using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Shell;

internal sealed class DeclarationHidesStatusTests() : RuleTest("SC2155")
{
    [TestCase("RUN export [|A|]=$(b) && c")]
    [TestCase("RUN export [|A|]=\"$(b)\" [|C|]=`d` E=f")]
    [TestCase("RUN export A && A=$(b)")]
    [TestCase("RUN local [|a|]=$(b); readonly [|c|]=$(d); declare [|e|]=$(f)")]
    [TestCase("RUN export -n [|A|]=$(b)")]
    [TestCase("RUN export A=$((1)) B=\"c\"")]
    [TestCase("RUN A=$(b)")]
    [TestCase("RUN export [|A|]=b$(c)")]
    [TestCase("RUN env A=$(b) c")]
    public void Whoever_judges(string text)
    {
        Verify($"FROM a\n{text}\n");
        Verify($"FROM a\n{text}\n", "behaviour=hadolint");
    }

    [TestCase("RUN export A=\"$(mktemp -d)\"")]
    [TestCase("RUN export A=$(uname -m | tr a b)")]
    [TestCase("RUN export [|A|]=$(uname -m | a)")]
    public void By_default(string text) => Verify($"FROM a\n{text}\n");

    [TestCase("RUN export [|A|]=\"$(mktemp -d)\"")]
    [TestCase("RUN export A=$( )")]
    public void As_hadolint(string text) => Verify($"FROM a\n{text}\n", "behaviour=hadolint");
}

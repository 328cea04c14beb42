using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Shell;

internal sealed class FolderChangedBackTests() : RuleTest("SC2103")
{
    [TestCase("RUN cd a; b; [|cd ..|]")]
    [TestCase("RUN cd a && b; cd ..")]
    [TestCase("RUN cd ..; a")]
    [TestCase("RUN cd a; b; cd .. && c")]
    [TestCase("RUN (cd a; [|cd ..|])")]
    [TestCase("RUN set -e; cd a; cd ..")]
    [TestCase("RUN for a in *; do cd $a; b; [|cd ..|]; done")]
    [TestCase("RUN while a; do cd b; [|cd ..|]; done")]
    [TestCase("RUN { cd a; [|cd ..|]; cd ..; }")]
    [TestCase("RUN cd a; cd .. )")]
    public void Whoever_judges(string text)
    {
        Verify($"FROM a\n{text}\n");
        Verify($"FROM a\n{text}\n", "behaviour=hadolint");
    }
}

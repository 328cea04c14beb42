using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.BuildSteps;

internal sealed class ConsecutiveRunsTests() : RuleTest("DL3059")
{
    [TestCase("RUN a\n[|RUN|] b")]
    [TestCase("RUN a && b\nRUN c")]
    [TestCase("RUN a\n[|RUN|] sh -c 'b && c'", Description = "one command")]
    [TestCase("RUN a\n[|RUN|] $X/bin/b && c", Description = "only one has a name")]
    [TestCase("RUN a\n[|RUN|] [ -f b ] && c", Description = "a test is no command")]
    [TestCase("RUN a\n[|RUN|] [[ -f b ]] && c")]
    [TestCase("RUN a\n[|RUN|] X=1 Y=2")]
    [TestCase("RUN a\nRUN test -f b && c")]
    [TestCase("RUN a\nRUN [\"sh\", \"-c\", \"b && c\"]", Description = "read as one line")]
    [TestCase("RUN a\nRUN echo $(b)")]
    [TestCase("RUN a\n[|RUN|] b; } ; c", Description = "reading ends there")]
    public void As_hadolint(string text) => Verify($"FROM a\n{text}\n", "behaviour=hadolint");
}

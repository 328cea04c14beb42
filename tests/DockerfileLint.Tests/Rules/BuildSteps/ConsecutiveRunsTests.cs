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

    [TestCase("RUN apk add a\n[|RUN|] apk add b", Description = "one program")]
    [TestCase("RUN wget http://a/b.tgz\n[|RUN|] tar xf b.tgz", Description = "tar takes no time")]
    [TestCase("RUN mkdir /a\n[|RUN|] pip install b")]
    [TestCase("RUN sudo chmod +x /a\n[|RUN|] /a")]
    [TestCase("RUN a\n[|RUN|] b")]
    [TestCase("RUN pip install a\nRUN npm install b", Description = "each has its place in the cache")]
    [TestCase("RUN git clone a\nRUN composer install")]
    [TestCase("RUN apt-get update\nRUN apt-get install a", Description = "DL5022 says so")]
    [TestCase("RUN echo a >> /etc/apt/sources.list\nRUN apt-get update")]
    [TestCase("RUN mkdir /a && b\nRUN mkdir /c")]
    [TestCase("RUN mkdir /a\n# The reason.\nRUN mkdir /c")]
    public void By_default(string text) => Verify($"FROM a\n{text}\n");
}

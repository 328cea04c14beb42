using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.BuildSteps;

internal sealed class FolderChangedInRunTests() : RuleTest("DL3003")
{
    [TestCase("RUN [|cd /a|] && b")]
    [TestCase("RUN [|cd \"$A\"|]; b")]
    [TestCase("RUN a && cd b")]
    [TestCase("RUN (cd a && b)")]
    [TestCase("RUN cd a && b && cd c")]
    [TestCase("RUN cd - && a")]
    [TestCase("RUN cd")]
    [TestCase("RUN pushd a")]
    [TestCase("RUN cd \"$(a)\" && b")]
    [TestCase("CMD cd a")]
    [TestCase("RUN [\"bash\", \"-c\", \"[|cd /a|] && b\"]")]
    [TestCase("RUN [\"/bin/sh\", \"-ec\", \"[|cd /a|]; b\"]")]
    [TestCase("RUN [\"bash\", \"-c\", \"a && cd /b && c\"]")]
    [TestCase("RUN [\"bash\", \"-c\", \"(cd /a && b)\"]")]
    [TestCase("RUN [\"echo\", \"a; cd /b\"]")]
    [TestCase("RUN bash -c 'cd /a && b'")]
    [TestCase("RUN cd /tmp && a", Description = "WORKDIR would have to be undone")]
    [TestCase("RUN cd /var/tmp/a && b")]
    [TestCase("RUN cd /opt/ && a")]
    [TestCase("RUN cd / && a")]
    [TestCase("RUN cd /usr/local && a")]
    [TestCase("RUN cd /usr/local/etc/a && b")]
    [TestCase("RUN cd $JAVA_HOME && a")]
    [TestCase("RUN [|cd /opt/a|] && b")]
    [TestCase("RUN [|cd /tmpl|] && b")]
    [TestCase("RUN cd a && ./configure && make && make install")]
    [TestCase("RUN cd /src/a && make install")]
    [TestCase("RUN [|cd /src/a|] && make")]
    public void By_default(string text) => Verify($"FROM a\n{text}\n");

    [TestCase("RUN a && [|cd b|]")]
    [TestCase("RUN ([|cd a|])")]
    [TestCase("RUN sh -c \"cd a\"")]
    [TestCase("RUN [\"bash\", \"-c\", \"a && [|cd /b|] && c\"]")]
    [TestCase("RUN [\"bash\", \"-c\", \"cd /a && b\"]", Description = "bash -c cd /a && b")]
    [TestCase("RUN [\"a\", \"x;\", \"[|cd\", \"/b|]\"]")]
    public void As_hadolint(string text) => Verify($"FROM a\n{text}\n", "behaviour=hadolint");
}

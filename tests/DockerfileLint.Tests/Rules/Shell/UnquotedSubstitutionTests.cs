using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Shell;

internal sealed class UnquotedSubstitutionTests() : RuleTest("SC2046")
{
    [TestCase("RUN [ [|$(a)|] = b ]")]
    [TestCase("RUN test -f [|`a`|]")]
    [TestCase("RUN cd [|$(a)|] && b")]
    [TestCase("RUN a > [|$(b)|]")]
    [TestCase("RUN a \"$(b)\"")]
    [TestCase("RUN a=$(b)")]
    [TestCase("RUN for a in $(b); do :; done")]
    [TestCase("RUN $(a) b")]
    [TestCase("RUN a $( )")]
    [TestCase("RUN a $(seq 3)")]
    [TestCase("RUN [ [|$(a; seq 3)|] = b ]")]
    [TestCase("RUN case $(a) in *) ;; esac")]
    [TestCase("RUN export a=[|$(b)|]")]
    [TestCase("SHELL [\"bash\", \"-c\"]\nRUN export a=$(b)")]
    [TestCase("RUN [ [|$(< a)|] = b ]")]
    public void Whoever_judges(string text)
    {
        Verify($"FROM a\n{text}\n");
        Verify($"FROM a\n{text}\n", "behaviour=hadolint");
    }

    [TestCase("RUN a $(b)")]
    [TestCase("RUN make -j$(nproc)")]
    [TestCase("RUN [ $(uname -m) = x ]")]
    [TestCase("RUN [ [|$(uname -a)|] = x ]")]
    [TestCase("RUN [ $(id -u) = 0 ] && [ [|$(id)|] = x ]")]
    [TestCase("RUN a > $(date +%s) && b > [|$(date)|]")]
    [TestCase("RUN [ $(dpkg --print-architecture) = a ]")]
    [TestCase("RUN [ $(a | wc -l) = 1 ]")]
    public void By_default(string text) => Verify($"FROM a\n{text}\n");

    [TestCase("RUN a [|$(b)|]")]
    [TestCase("RUN make -j[|$(nproc)|]")]
    [TestCase("RUN [ [|$(uname -m)|] = x ]")]
    public void As_hadolint(string text) => Verify($"FROM a\n{text}\n", "behaviour=hadolint");
}

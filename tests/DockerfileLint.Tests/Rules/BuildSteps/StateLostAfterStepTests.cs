using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.BuildSteps;

internal sealed class StateLostAfterStepTests() : RuleTest("DL6015")
{
    [TestCase("RUN [|export A=b|]")]
    [TestCase("RUN a && [|export A=$(b)|]")]
    [TestCase("RUN [|A=b|]")]
    [TestCase("RUN a; [|declare -x A=b|]")]
    [TestCase("RUN [|alias a='b c'|]")]
    [TestCase("RUN [|cd /a|]")]
    [TestCase("RUN mkdir /a && [|cd /a|]")]
    [TestCase("RUN [|source ~/.bashrc|]")]
    [TestCase("RUN echo a >> ~/.profile && [|. ~/.profile|]")]
    [TestCase("RUN [|. venv/bin/activate|]")]
    [TestCase("RUN [|source activate a|]")]
    [TestCase("RUN [|conda activate a|]")]
    [TestCase("RUN . ~/.nvm/nvm.sh && [|nvm use 12|]")]
    [TestCase("RUN [|ulimit -n 65536|]")]
    [TestCase("RUN [|umask 027|]")]
    [TestCase("RUN [|set -e|]")]
    [TestCase("RUN [|shopt -s globstar|]")]
    [TestCase("RUN bash -c '[|source /etc/profile|]'")]
    [TestCase("RUN [\"bash\", \"-c\", \"[|source /etc/profile|]\"]")]
    [TestCase("RUN <<EOF\na\n[|export A=b|]\nEOF")]
    [TestCase("ONBUILD RUN [|export A=b|]")]
    public void Lost(string text) => Verify($"FROM x\n{text}\n");

    [TestCase("RUN export A=b && a")]
    [TestCase("RUN export A=b; a")]
    [TestCase("RUN A=$(a)")]
    [TestCase("RUN A=b a")]
    [TestCase("RUN a || export A=b")]
    [TestCase("RUN export -p")]
    [TestCase("RUN export")]
    [TestCase("RUN export ''")]
    [TestCase("RUN set ''")]
    [TestCase("RUN alias")]
    [TestCase("RUN ulimit -a")]
    [TestCase("RUN umask")]
    [TestCase("RUN umask 077 && a && umask 022")]
    [TestCase("RUN set -e; a; set +e")]
    [TestCase("RUN cd /a && make && cd ..")]
    [TestCase("RUN cd /a && make && cd /b")]
    [TestCase("RUN make && cd -")]
    [TestCase("RUN source build.sh")]
    [TestCase("RUN source deactivate")]
    [TestCase("RUN nvm install 12 && nvm use 12")]
    [TestCase("RUN . ~/.bashrc && a")]
    [TestCase("RUN bash -c 'source /etc/profile && a'")]
    [TestCase("RUN bash -c 'source /etc/profile' && a")]
    [TestCase("RUN alias a=b > c")]
    [TestCase("RUN echo export A=b")]
    [TestCase("RUN a | export A=b")]
    [TestCase("RUN [\"export\", \"A=b\"]")]
    [TestCase("SHELL [\"cmd\", \"/c\"]\nRUN cd a")]
    public void Used_or_kept(string text) => Verify($"FROM x\n{text}\n");

    [Test]
    public void It_replaces_the_advice_against_cd() => VerifyAll("FROM debian:12\nRUN [|cd /a|]\nUSER 1\n");

    [TestCase("RUN [|export DEBIAN_FRONTEND=noninteractive|]", "Use ARG")]
    [TestCase("RUN [|DEBIAN_FRONTEND=noninteractive|]", "Use ARG")]
    [TestCase("RUN [|export GITHUB_TOKEN=$TOKEN|]", "Mount the secret")]
    [TestCase("RUN [|export A=b|]", "Use ENV")]
    public void The_help_keeps_out_of_the_image_what_only_the_build_needs(string text, string help) =>
        Verify($"FROM a\n{text}\n").Single().Message.Help.Should().StartWith(help);
}

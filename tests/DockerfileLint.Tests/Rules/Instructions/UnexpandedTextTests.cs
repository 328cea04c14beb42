using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Instructions;

internal sealed class UnexpandedTextTests() : RuleTest("DL1013")
{
    [TestCase("ENV A=[|$(date)|]")]
    [TestCase("ENV A=[|\"x $(date +%s) y\"|]")]
    [TestCase("ENV A [|`date`|]")]
    [TestCase("ARG A=[|$(date)|]")]
    [TestCase("WORKDIR [|/a/$(b)|]")]
    [TestCase("RUN [\"a\", [|\"$(b)\"|]]")]
    [TestCase("CMD [\"a\", [|\"`b`\"|]]")]
    [TestCase("ENV A='$(date)'")]
    [TestCase("ENV A=\\$(date)")]
    [TestCase("ENV A=$((1+1))")]
    [TestCase("ENV A=$(date")]
    [TestCase("ENV A=a`b")]
    [TestCase("ENV PS1=\"$(pwd) \"")]
    [TestCase("ENV JAVA_OPTS=\"-Xmx$(a)\"")]
    [TestCase("ENV A=$B")]
    [TestCase("LABEL a=\"docker run -v $(pwd):/a\"")]
    [TestCase("RUN echo $(date)")]
    [TestCase("CMD echo $(date)")]
    public void A_substitution(string text) => Verify($"FROM x\n{text}\n");

    [TestCase("WORKDIR [|~|]")]
    [TestCase("WORKDIR [|\"~/a\"|]")]
    [TestCase("COPY a [|~/|]")]
    [TestCase("ADD a [|~/.b/c|]")]
    [TestCase("COPY [|~/a|] b")]
    [TestCase("VOLUME [|~/a|]")]
    [TestCase("ENV PATH=[|$PATH:~/bin|]")]
    [TestCase("ENV A [|~/b|]")]
    [TestCase("ENTRYPOINT [[|\"~/a\"|]]")]
    [TestCase("ENV NPM_CONFIG_PREFIX=~/.npm-global")]
    [TestCase("ENV A=~2.0")]
    [TestCase("COPY a~ b~")]
    [TestCase("RUN cd ~")]
    [TestCase("COPY <<~ /a\nb\n~")]
    public void A_home_directory(string text) => Verify($"FROM x\n{text}\n");

    [TestCase("COPY a [|/b/*|]")]
    [TestCase("WORKDIR [|/a/*|]")]
    [TestCase("CMD [\"java\", \"-jar\", [|\"/a/*.jar\"|]]")]
    [TestCase("COPY a/* b/")]
    [TestCase("CMD [\"java\", \"-cp\", \"/a/*\", \"b\"]")]
    public void A_pattern(string text) => Verify($"FROM x\n{text}\n");

    [TestCase("CMD [\"a\", [|\"$PORT\"|]]")]
    [TestCase("CMD [\"a\", [|\"--b=${port}\"|], \"$C_D\"]")]
    [TestCase("ENTRYPOINT [[|\"$JAVA_HOME/bin/java\"|]]")]
    [TestCase("HEALTHCHECK CMD [\"curl\", [|\"localhost:$PORT\"|]]")]
    [TestCase("RUN [\"a\", [|\"$B\"|]]")]
    [TestCase("ENTRYPOINT [\"a\"]\nCMD [\"$B\"]")]
    [TestCase("CMD [\"npm\", \"start\", \"--\", \"--port=$PORT\"]")]
    [TestCase("CMD [\"sh\", \"-c\", \"a $B\"]")]
    [TestCase("CMD [\"tini\", \"--\", \"bash\", \"-c\", \"a $B\"]")]
    [TestCase("CMD [\"perl\", \"-e\", \"print $ENV\"]")]
    [TestCase("CMD [\"R\", \"-e\", \"pr$run(port=80)\"]")]
    [TestCase("CMD [\"a\", \"b$\", \"$1\", \"^x$\", \"$request\"]")]
    public void A_variable_of_an_exec_form(string text) => Verify($"FROM x\n{text}\n");

    [Test]
    public void Further_words_of_a_command_are_related() =>
        Verify("FROM x\nCMD [\"a\", [|\"$B\"|], \"$C\", \"$D\"]\n").Single().RelatedLocations.Should().HaveCount(2);

    [Test]
    public void A_backtick_that_continues_lines_is_no_substitution() =>
        Verify("# escape=`\nFROM x\nENV A=b `\n    C=`d` `\n    E=f\n");
}

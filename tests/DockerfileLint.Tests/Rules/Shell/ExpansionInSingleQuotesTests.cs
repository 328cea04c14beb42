using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Shell;

internal sealed class ExpansionInSingleQuotesTests() : RuleTest("SC2016")
{
    [TestCase("RUN a [|'$b'|]")]
    [TestCase("RUN a [|'${b}'|]")]
    [TestCase("RUN a [|'$(b)'|]")]
    [TestCase("RUN a [|'`b`'|]")]
    [TestCase("RUN a [|'$1'|]")]
    [TestCase("RUN a '$' '$ ' '$@' '$$' '`b'")]
    [TestCase("RUN a \"'$b'\"")]
    [TestCase("RUN a $'$b'")]
    [TestCase("RUN sh -c '$a'")]
    [TestCase("RUN awk '{ print $1 }'")]
    [TestCase("RUN gawk '$1'")]
    [TestCase("RUN /usr/bin/perl5.30 -e '$a'")]
    [TestCase("RUN sed '$d' && sed -i '$a b' c && sed 's/$/b/'")]
    [TestCase("RUN sed [|'s/a/$b/'|]")]
    [TestCase("RUN trap '$a' EXIT")]
    [TestCase("RUN exec sh -c '$a'")]
    [TestCase("RUN find . -exec sh -c '$a' \\;")]
    [TestCase("RUN find . -exec a [|'$b'|] \\;")]
    [TestCase("RUN PS1='$a' && export PS1='$a' && A=[|'$a'|]")]
    [TestCase("RUN export A=[|'$b'|]")]
    [TestCase("RUN git filter-branch '$a' && git a [|'$b'|]")]
    [TestCase("RUN [ a = [|'$b'|] ]")]
    [TestCase("RUN case [|'$a'|] in b) ;; esac")]
    public void Whoever_judges(string text)
    {
        Verify($"FROM a\n{text}\n");
        Verify($"FROM a\n{text}\n", "behaviour=hadolint");
    }
}

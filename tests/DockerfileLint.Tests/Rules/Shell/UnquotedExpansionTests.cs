using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Shell;

internal sealed class UnquotedExpansionTests() : RuleTest("SC2086")
{
    [TestCase("RUN a=$(b) && c [|$a|]")]
    [TestCase("RUN a=b && c $a")]
    [TestCase("RUN a=$(b); c \"$a\"")]
    [TestCase("RUN a=$(b); [|$a|]/c [|$a|]")]
    [TestCase("RUN a=$(b); $a c", Description = "it names a command")]
    [TestCase("RUN a=$(b); exec $a c")]
    [TestCase("RUN a=$(b); for c in $a; do :; done")]
    [TestCase("RUN a=$(b); case $a in $a) ;; esac")]
    [TestCase("RUN a=$(b); c=$a")]
    [TestCase("RUN a=$(b); c > [|$a|]")]
    [TestCase("RUN a=$(b); c $((a + $a)) ${#a} ${a:+c}")]
    [TestCase("RUN c $? $# $$")]
    [TestCase("RUN for a in b c; do d $a; done")]
    [TestCase("RUN read a; b [|$a|]")]
    [TestCase("RUN if a; then b=c; else b=d; fi; e $b")]
    [TestCase("RUN if a; then b=c; else b=$(d); fi; e [|$b|]")]
    [TestCase("RUN a=$(b); if c; then exit; else a=d; fi; e $a")]
    [TestCase("RUN a=b; (a=$(c)); d $a")]
    [TestCase("RUN a=b; c | a=$(d); e $a")]
    [TestCase("RUN a=b; c() { a=$(d); }; c; e [|$a|]")]
    [TestCase("RUN while read a; do b [|$a|]; done")]
    [TestCase("RUN a=b; while c; do d [|$a|]; a=$(e); done")]
    [TestCase("RUN a=$(b); unset a; a=c; d $a")]
    [TestCase("RUN export a=$(b) && c [|$a|]")]
    [TestCase("RUN a=1 b=$((a + 1)); c $b")]
    [TestCase("RUN cat <<E\n$a\nE")]
    [TestCase("RUN a=b; a=\"$a$(c)\"; d [|$a|]")]
    [TestCase("ARG A=b\nRUN c $A")]
    [TestCase("RUN c [|$1|]")]
    [TestCase("RUN : ${a:=b}", Description = "the words are thrown away")]
    [TestCase("RUN a=$(b); export c=[|$a|]")]
    [TestCase("SHELL [\"bash\", \"-c\"]\nRUN a=$(b); export c=$a")]
    public void Whoever_judges(string text)
    {
        Verify($"FROM a\n{text}\n");
        Verify($"FROM a\n{text}\n", "behaviour=hadolint");
    }

    [TestCase("RUN a='b c' && d $a", Description = "a list that stands there")]
    [TestCase("ARG A\nENV B='c d'\nRUN e $A $B $C", Description = "what the environment gives")]
    [TestCase("RUN a && b=c && d $b")]
    [TestCase("RUN a=$(nproc) && b $a")]
    [TestCase("RUN for a in $(b); do c $a; done", Description = "split already")]
    [TestCase("RUN a $*")]
    [TestCase("ONBUILD RUN a=$(b); c [|$a|]")]
    [TestCase("CMD a=$(b); c [|$a|]")]
    public void By_default(string text) => Verify($"FROM a\n{text}\n");

    [TestCase("RUN a='b c' && d [|$a|]")]
    [TestCase("ARG A\nENV B='c d'\nRUN e $A $B [|$C|] $PATH $http_proxy")]
    [TestCase("RUN a && b=c && d [|$b|]", Description = "any command of a chain may be the last")]
    [TestCase("RUN a=$(nproc) && b [|$a|]")]
    [TestCase("RUN for a in $(b); do c [|$a|]; done")]
    [TestCase("RUN a [|$*|] $@")]
    [TestCase("RUN a=; b [|$a|]")]
    [TestCase("RUN a=; if b; then a=c; fi; d $a")]
    [TestCase("ONBUILD ARG A\nONBUILD RUN a $A [|$B|]")]
    [TestCase("RUN a=b* && c [|$a|]")]
    [TestCase("RUN a=$UID; b $a")]
    public void As_hadolint(string text) => Verify($"FROM a\n{text}\n", "behaviour=hadolint");
}

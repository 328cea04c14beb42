using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Shell;

/// <summary>The comments <c># shellcheck …</c> in scripts.</summary>
internal sealed class ShellDirectiveTests() : RuleTest("SC2006")
{
    [TestCase("# shellcheck disable=SC2006\na `b`\nc `d`", Description = "above the first command: the whole script")]
    [TestCase("# shellcheck disable=SC2086,SC2006\na `b`")]
    [TestCase("# shellcheck disable=2006\na `b`")]
    [TestCase("# shellcheck disable=SC2000-SC2100\na `b`")]
    [TestCase("# shellcheck disable=all\na `b`")]
    [TestCase("# shellcheck source=/dev/null disable=SC2006 # the reason\na `b`")]
    [TestCase("# shellcheck disable=SC2086\na [|`b`|]")]
    [TestCase("# shellcheck disable=SC2007-SC2100\na [|`b`|]")]
    [TestCase("# shellcheck disable=SC20066\na [|`b`|]")]
    [TestCase("# shellchecked disable=SC2006\na [|`b`|]")]
    [TestCase("# shellcheck shell=fish\na `b`", Description = "a language of its own")]
    [TestCase("a [|`b`|]\n# shellcheck disable=SC2006\nc `d` &&\ne `f`\ng [|`h`|]", Description = "one statement")]
    [TestCase("if a; then\n  # shellcheck disable=SC2006\n  b `c`\n  d [|`e`|]\nfi")]
    [TestCase("a [|`b`|] # shellcheck disable=SC2006", Description = "behind a command it is a comment")]
    public void Say_what_is_not_wanted(string script) => Verify($"FROM a\nRUN <<E\n{script}\nE\n");
}

using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules;

/// <summary>What hadolint reads, and what it does not.</summary>
internal sealed class HadolintFolderTests() : RuleTest("DL3000")
{
    [TestCase("WORKDIR [|\\var\\www|]")]
    [TestCase("WORKDIR C:\\var")]
    [TestCase("WORKDIR /var")]
    [TestCase("WORKDIR $X")]
    public void A_backslash_does_not_start_an_absolute_path(string text) =>
        Verify($"FROM a:1\n{text}\n", "behaviour=hadolint");
}

internal sealed class HadolintBaseImageTests() : RuleTest("DL3006")
{
    [TestCase("ARG V=1\nFROM a:1 AS v1\nFROM [|v$V|]\n", Description = "no variable is filled in")]
    [TestCase("FROM a:1 AS b\nFROM b\n")]
    [TestCase("FROM a:1 AS B\nFROM B\n", Description = "as it is written")]
    [TestCase("FROM scratch\n")]
    public void A_stage_is_known_by_its_text(string text) => Verify(text, "behaviour=hadolint");

    [TestCase("FROM {|DL1008:PRE|}\n")]
    [TestCase("FROM a:1 AS PRE\nFROM {|DL1008:PRE|}\n")]
    public void What_is_no_image_has_no_tag_to_miss(string text) => Verify(text);
}

internal sealed class HadolintCommandTests() : RuleTest("DL3004")
{
    [TestCase("RUN [|sudo|] a; }; sudo b", Description = "reading ends at the brace")]
    [TestCase("RUN [|sudo|] a ) ; sudo b")]
    [TestCase("RUN [|sudo|] a; fi")]
    [TestCase("RUN if sudo a; then", Description = "nothing is read")]
    [TestCase("RUN [\"sh\", \"-c\", \"sudo a && [|sudo|] b\"]", Description = "one line: sh -c sudo a && sudo b")]
    [TestCase("RUN [\"echo\", \"a; [|sudo|] x\"]")]
    [TestCase("RUN [\"a\", \"&&\", \"[|sudo|]\", \"x\"]")]
    [TestCase("RUN [\"echo\", \"$([|sudo|] x)\"]")]
    [TestCase("RUN [\"echo\", \"it's\", \"; sudo x\"]", Description = "a quote that nothing closes")]
    [TestCase("RUN [\"echo\", \"\\\"a\\\"; [|sudo|] x\"]")]
    [TestCase("ONBUILD RUN [\"a\", \"| [|sudo|] x\"]")]
    public void Commands_are_read_as_far_as_they_can_be(string text) =>
        Verify($"FROM a:1\n{text}\n", "behaviour=hadolint");
}

internal sealed class HadolintPipTests() : RuleTest("DL3013")
{
    [TestCase("RUN pip-python install [|a|]")]
    [TestCase("RUN pip-python3 install a==1")]
    public void Pip_has_another_name_on_Fedora(string text)
    {
        Verify($"FROM a:1\n{text}\n");
        Verify($"FROM a:1\n{text}\n", "behaviour=hadolint");
    }
}

internal sealed class ExecFormTests() : RuleTest("DL3004")
{
    [TestCase("RUN [\"echo\", \"a; sudo x\"]")]
    [TestCase("RUN [\"a\", \"&&\", \"sudo\", \"x\"]")]
    [TestCase("RUN [\"sh\", \"-c\", \"a; [|sudo|] x\"]")]
    public void Strings_are_no_script(string text) => Verify($"FROM a:1\n{text}\n");
}

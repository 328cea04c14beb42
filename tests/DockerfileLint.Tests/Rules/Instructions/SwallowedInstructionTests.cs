using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Instructions;

internal sealed class SwallowedInstructionTests() : RuleTest("DL1005")
{
    [TestCase("RUN a \\\n\n[|USER|] b")]
    [TestCase("RUN a \\\n# b\n[|USER|] c")]
    [TestCase("RUN a && \\\n  b \\\n[|COPY|] c d")]
    [TestCase("RUN a \\\n  [|ENV|] b=c")]
    [TestCase("ENV a=b \\\n\n{|DL1000:[|WORKDIR|]|} /c")]
    [TestCase("COPY a b \\\n[|RUN|] c")]
    [TestCase("EXPOSE 80 \\\n\n\n{|DL1008:[|CMD|]|} {|DL1008:[\"a\"]|}")]
    [TestCase("run a \\\n\n[|user|] b")]
    [TestCase("RUN a 'b' \\\n[|FROM|] c AS d")]
    [TestCase("RUN a \\\n\n[|USER|] b \\\n\n[|WORKDIR|] /c")]
    public void The_name_of_an_instruction_on_a_continued_line_is_marked(string lines) => Verify($"FROM a\n{lines}\n");

    [TestCase("RUN a \\\n\n  b USER c")]
    [TestCase("RUN a \\\n  user b")]
    [TestCase("run a \\\n  user b", Description = "lower case right below may be a command")]
    [TestCase("RUN a 'SELECT b \\\n FROM c'")]
    [TestCase("RUN a \\\n  USER b c d")]
    [TestCase("RUN a \\\n  ENV")]
    [TestCase("RUN <<EOF\na \\\nUSER b\nEOF")]
    [TestCase("RUN a \\\\\nUSER b")]
    [TestCase("RUN a \\\n  USER=b c")]
    [TestCase("HEALTHCHECK --interval=1m \\\n  CMD a")]
    [TestCase("HEALTHCHECK \\\n\n  CMD a")]
    [TestCase("ONBUILD \\\n  RUN a")]
    public void Other_continued_lines_are_silent(string lines) => Verify($"FROM a\n{lines}\n");

    [Test]
    public void A_backtick_continues_where_the_header_says_so() =>
        Verify("# escape=`\nFROM a\nRUN a `\n\n[|USER|] b\n");
}

using CsCheck;
using DockerfileLint.CommandLine.Fixing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.CommandLine;

public sealed class UnifiedDiffWriterTests
{
    private static readonly Gen<string[]> Lines = Gen.Int[0, 2].Select(static number => $"{number}\n").Array[0, 30];

    [Test]
    public void Shows_three_lines_around_a_change() =>
        UnifiedDiffWriter
            .Create("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nx\n6\n7\n8\n9\n")
            .Should()
            .Equal("@@ -2,7 +2,7 @@", " 2", " 3", " 4", "-5", "+x", " 6", " 7", " 8");

    [Test]
    public void Tells_that_the_last_line_has_no_end() =>
        UnifiedDiffWriter
            .Create("a", "b")
            .Should()
            .Equal("@@ -1 +1 @@", "-a", "\\ No newline at end of file", "+b", "\\ No newline at end of file");

    [Test]
    public void Applied_to_the_first_text_it_gives_the_second() =>
        Gen.Select(Lines, Lines)
            .Sample(
                (old, made) =>
                    Apply(old, UnifiedDiffWriter.Create(string.Concat(old), string.Concat(made)))
                    == string.Concat(made),
                iter: 2000
            );

    private static string Apply(string[] old, IEnumerable<string> diff)
    {
        var result = new List<string>();
        int position = 0;
        foreach (string line in diff)
        {
            if (line[0] == '@')
            {
                string[] range = line.Split(' ')[1][1..].Split(',');
                int start = int.Parse(range[0]) - (range.Length > 1 && range[1] == "0" ? 0 : 1);
                result.AddRange(old[position..start]);
                position = start;
            }
            else
            {
                position += line[0] == '+' ? 0 : 1;
                if (line[0] != '-')
                {
                    result.Add(line[1..] + "\n");
                }
            }
        }

        result.AddRange(old[position..]);
        return string.Concat(result);
    }
}

using System.Text;
using DockerfileLint.Reporting;
using DockerfileLint.Tests.Testing;
using DockerfileLint.Text;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Reporting;

internal sealed class LineHashTests
{
    private static readonly byte[][] Fixtures =
    [
        [],
        "\n"u8.ToArray(),
        "FROM alpine"u8.ToArray(),
        "FROM alpine\nRUN true\n"u8.ToArray(),
        "FROM alpine\r\nRUN true\r\n\r\nUSER app"u8.ToArray(),
        "FROM alpine\rRUN true\r\rUSER app\r"u8.ToArray(),
        "a\r \nb\r\t\n\r\n\r\r\nc"u8.ToArray(),
        "\t\tFROM\talpine   \n   \n\t\nRUN  echo\t1\n   "u8.ToArray(),
        "x\nx\nx\n\n\n\nx\nx"u8.ToArray(),
        "LABEL a=\"😀 𐍈 ü 漢字\"\nLABEL b=\"😀\"\n"u8.ToArray(),
        [0xEF, 0xBB, 0xBF, .. "FROM alpine\nRUN true\n"u8],
        [.. "FROM "u8, 0xFF, 0xC3, 0x28, .. "\nRUN "u8, 0xE2, 0x82, .. "\n"u8],
        [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("FROM alpine\r\nRUN true\n")],
        [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes("FROM alpine\nRUN true\n")],
        Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("same line\n", 300))),
        Encoding.UTF8.GetBytes(
            "RUN "
                + new string('a', 5000)
                + "\nRUN "
                + new string('b', 99)
                + "\n"
                + new string('c', 100)
                + "\n"
                + new string('d', 101)
        ),
    ];

    [Test]
    public void Equals_the_reference_on_own_fixtures() => CompareWithReference(Fixtures);

    [Test]
    public void Equals_the_reference_on_a_sample_of_the_corpus()
    {
        List<byte[]> files =
        [
            .. SharedArchive
                .Read("corpus/dockerfiles.tar.gz")
                .Where((_, number) => number % 50 == 0)
                .Select(file => file.Bytes),
        ];

        files.Should().HaveCountGreaterThan(100);
        CompareWithReference(files);
    }

    [Test]
    public void Stays_the_same_when_lines_are_inserted_above_and_blanks_change()
    {
        LineHash before = LineHash.Compute(SourceText.From("FROM alpine\nUSER root\n"));
        LineHash after = LineHash.Compute(SourceText.From("# comment\r\n\r\nFROM alpine\r\n  USER\troot\r\n"));
        after.GetHash(3).Should().Be(before.GetHash(1));
    }

    [Test]
    public void Counts_equal_hashes()
    {
        string text = string.Concat(Enumerable.Repeat("ab\n", 100));
        LineHash hashes = LineHash.Compute(SourceText.From(text));
        hashes.GetHash(0)![^2..].Should().Be(":1");
        hashes.GetHash(1).Should().Be(hashes.GetHash(0)![..^1] + "2");
    }

    [TestCase("")]
    [TestCase("\n")]
    [TestCase("a\rb\r\nc\n\n")]
    [TestCase("a\n   ")]
    public void Counts_lines_as_the_text_does(string text)
    {
        SourceText source = SourceText.From(text);
        LineHash.Compute(source).LineCount.Should().Be(source.LineCount);
    }

    private static void CompareWithReference(IReadOnlyList<byte[]> files)
    {
        string tool = SharedTools.GetPath("tools/line_hash.py");
        DirectoryInfo folder = Directory.CreateTempSubdirectory();
        try
        {
            for (int i = 0; i < files.Count; i++)
            {
                File.WriteAllBytes(Path.Combine(folder.FullName, $"{i:D4}"), files[i]);
            }

            const string Script = """
                import os, sys
                sys.path.insert(0, os.path.dirname(sys.argv[1])); sys.dont_write_bytecode = True
                import line_hash
                for name in sorted(os.listdir(sys.argv[2])):
                    text = open(os.path.join(sys.argv[2], name), 'rb').read().decode('utf-8', 'replace')
                    hashes = line_hash.hashes(text)
                    print(name, *(hashes[line] for line in sorted(hashes)))
                """;
            (int exitCode, string output) = SharedTools.Run("python3", "-c", Script, tool, folder.FullName);
            exitCode.Should().Be(0);
            string[] expected = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            expected.Should().HaveCount(files.Count);
            for (int i = 0; i < files.Count; i++)
            {
                LineHash hashes = LineHash.Compute(SourceText.From(files[i]));
                string actual = string.Join(
                    ' ',
                    Enumerable.Range(0, hashes.LineCount).Select(hashes.GetHash).Prepend($"{i:D4}")
                );
                actual.Should().Be(expected[i]);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}

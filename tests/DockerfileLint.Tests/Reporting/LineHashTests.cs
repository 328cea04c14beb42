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
    public void Equals_the_definition_on_awkward_texts() => Fixtures.Should().AllSatisfy(CompareWithDefinition);

    [TestCaseSource(typeof(Corpora), nameof(Corpora.OfDockerfiles))]
    public void Equals_the_definition_on_files_that_people_wrote(string corpus)
    {
        // The large archives repeat themselves.
        byte[][] files =
        [
            .. Corpora.Read(corpus).Where((_, number) => number < 200 || number % 50 == 0).Select(file => file.Bytes),
        ];

        files.Should().NotBeEmpty().And.AllSatisfy(CompareWithDefinition);
        if (SharedFiles.Exist)
        {
            CompareWithReference(files);
        }
    }

    // From the tests of the action that computes these hashes where a log has none.
    [TestCase("", "c129715d7a2bc9a3:1")]
    [TestCase(
        " a\nb\n  \t\tc\n d",
        "271789c17abda88f:1",
        "54703d4cd895b18:1",
        "180aee12dab6264:1",
        "a23a3dc5e078b07b:1"
    )]
    public void Is_what_code_scanning_computes(string text, params string[] expected)
    {
        LineHash hashes = LineHash.Compute(SourceText.From(text));

        Enumerable.Range(0, hashes.LineCount).Select(hashes.GetHash).Should().Equal(expected);
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

    /// <summary>
    /// The hash of a line is the polynomial of the 100 characters from its start, blanks left out and each line end a
    /// line feed, with 65535 at the end of the file; a count tells equal ones apart. Every file is read as UTF-8.
    /// </summary>
    private static void CompareWithDefinition(byte[] file)
    {
        var characters = new List<ulong>();
        var starts = new List<int>();
        string text = Encoding.UTF8.GetString(file);
        bool isLineStart = true;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] is ' ' or '\t' || (text[i] == '\n' && i > 0 && text[i - 1] == '\r'))
            {
                continue;
            }

            if (isLineStart)
            {
                starts.Add(characters.Count);
            }

            isLineStart = text[i] is '\r' or '\n';
            characters.Add(isLineStart ? '\n' : text[i]);
        }

        if (isLineStart)
        {
            starts.Add(characters.Count);
        }

        characters.Add(65535);
        var counts = new Dictionary<ulong, int>();
        string[] expected =
        [
            .. starts.Select(start =>
            {
                ulong hash = 0;
                for (int i = start; i < start + 100; i++)
                {
                    hash = unchecked((hash * 37) + (i < characters.Count ? characters[i] : 0));
                }

                counts[hash] = counts.GetValueOrDefault(hash) + 1;
                return $"{hash:x}:{counts[hash]}";
            }),
        ];
        LineHash actual = LineHash.Compute(SourceText.From(file));

        Enumerable.Range(0, starts.Count).Select(actual.GetHash).Should().Equal(expected);
    }

    private static void CompareWithReference(byte[][] files)
    {
        string tool = SharedFiles.GetPath("tools/line_hash.py");
        DirectoryInfo folder = Directory.CreateTempSubdirectory();
        try
        {
            for (int i = 0; i < files.Length; i++)
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
            string[] expected = SharedFiles
                .Run("python3", "-c", Script, tool, folder.FullName)
                .Split('\n', StringSplitOptions.RemoveEmptyEntries);
            expected.Should().HaveCount(files.Length);
            for (int i = 0; i < files.Length; i++)
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

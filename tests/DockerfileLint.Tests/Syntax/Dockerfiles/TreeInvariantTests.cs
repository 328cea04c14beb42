using System.Text.Json;
using CsCheck;
using DockerfileLint.Analysis;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Tests.Testing;
using DockerfileLint.Text;
using NUnit.Framework;

namespace DockerfileLint.Tests.Syntax.Dockerfiles;

/// <summary>The invariants of trees and results on texts that nobody would write.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class TreeInvariantTests
{
    /// <summary>Pieces of the language, and of what trips its lexers.</summary>
    private static readonly string[] Pieces =
    [
        "FROM ",
        "from a",
        "FROM a AS b\n",
        "RUN ",
        "run echo x\n",
        "COPY ",
        "COPY --from=b c d\n",
        "ADD ",
        "ENV ",
        "ENV A=$A$A\n",
        "LABEL ",
        "ARG ",
        "ARG X=1\n",
        "CMD ",
        "ENTRYPOINT ",
        "SHELL ",
        "HEALTHCHECK ",
        "HEALTHCHECK CMD ",
        "ONBUILD ",
        "USER ",
        "USER root\n",
        "WORKDIR ",
        "EXPOSE ",
        "VOLUME ",
        "STOPSIGNAL ",
        "MAINTAINER ",
        "FRM ",
        "# syntax=a\n",
        "# escape=`\n",
        "# check=skip=all\n",
        "# hadolint ignore=DL3002\n",
        "# hadolint stage ignore=DL3002\n",
        "# hadolint global ignore=DL3004\n",
        "# dockerfile-lint ignore-file=DL3004\n",
        "# dockerfile-lint ignore=DL3002\n",
        "# dockerfile-lint ignore-stage=all until=2020-01-01\n",
        "# c",
        "#",
        "\n",
        "\r\n",
        "\r",
        "\n\n",
        "\\\n",
        "\\\r\n",
        "\\ \t\n",
        "\\\\\n",
        "`\n",
        "\\",
        "`",
        " ",
        "\t",
        "\v",
        "\f",
        "\u00A0",
        "\u2028",
        "\u0085",
        "\0",
        "<<EOF",
        "<<-EOF",
        "<<'EOF'",
        "<<\"E F\"",
        "<< EOF",
        "3<<EOF",
        "\nEOF\n",
        "\n\tEOF\n",
        "\nE F\n",
        "EOF",
        "<<",
        "<",
        "[",
        "]",
        "[\"a\"]",
        "[\"a\", 1]",
        "[\"\\ud800\"]",
        "[[[",
        "{",
        "}",
        "\"",
        "'",
        ",",
        ":",
        "=",
        "a=b",
        "a=",
        "=",
        "--",
        "--from=",
        "--from",
        "--link",
        "--mount=type=cache",
        "--platform=$X ",
        "--x='y z' ",
        "$",
        "$X",
        "${X}",
        "${X:-",
        "${X:+y}",
        "${X#y}",
        "${",
        "$$",
        "$(",
        "$((",
        "))",
        ")",
        "`x`",
        "sudo ",
        "case x in y) z;; esac",
        "if ",
        "&& ",
        "|",
        ";",
        "\uD800",
        "\uDC00",
        "\U0001F600",
        "\uFEFF",
        "\uFFFD",
        "é",
        "a",
        "0",
    ];

    private static readonly Linter Linter = new();

    private static readonly Gen<string> Fragment = Gen.Frequency(
        (20, Gen.OneOf(Pieces)),
        (1, Gen.Char.Select(c => c.ToString())),
        (1, Gen.Char[' ', '~'].Select(c => c.ToString()))
    );

    private static readonly Gen<string> RandomText = Fragment.Array[0, 40].Select(string.Concat);

    private static readonly Gen<string> MutatedSample = Gen.Select(
            Gen.OneOf([.. BaselineTests.Names().Select(BaselineTests.ReadSource)]),
            Gen.Select(Gen.Int[0, 7], Gen.Int[0, int.MaxValue], Gen.Int[0, 60], Fragment).Array[1, 6]
        )
        .Select(
            (sample, mutations) =>
                mutations.Aggregate(
                    sample,
                    (text, mutation) => Mutate(text, mutation.Item1, mutation.Item2, mutation.Item3, mutation.Item4)
                )
        );

    [Test]
    public void Hold_for_random_texts() => RandomText.Sample(CheckText, iter: 60_000, print: Print);

    [Test]
    public void Hold_for_damaged_files() => MutatedSample.Sample(CheckText, iter: 15_000, print: Print);

    [Test]
    public void Hold_for_random_bytes() =>
        Gen.Select(
                Gen.OneOf<byte[]>([], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF], [0xEF, 0xBB]),
                Gen.OneOf(Gen.Byte, Gen.Byte[0x20, 0x7E], Gen.OneOf<byte>(0, 0x0A, 0x0D, 0xC3, 0xED, 0xA0, 0xFF)).Array[
                    0,
                    60
                ]
            )
            .Sample(
                (mark, rest) => CheckBytes([.. mark, .. rest]),
                iter: 30_000,
                print: bytes => Convert.ToHexString([.. bytes.Item1, .. bytes.Item2])
            );

    [TestCaseSource(typeof(BaselineTests), nameof(BaselineTests.Names))]
    public void Hold_for_every_prefix_of_a_file(string name)
    {
        string text = BaselineTests.ReadSource(name);
        for (int length = 0; length <= text.Length; length++)
        {
            CheckText(text[..length]);
        }
    }

    [TestCase("CMD\\\n\\\n")]
    [TestCase("FROM a \\\n\\\n\\\n")]
    [TestCase("ENV a=\\\n")]
    [TestCase("COPY --from=\\\n\\\n")]
    [TestCase("RUN\\\n<<A\\\n\\\n\nA")]
    [TestCase("# dockerfile-lint ignore=")]
    [TestCase("\uFEFF\uFEFFFROM a")]
    [TestCase("ONBUILD\\\n\\\nONBUILD\\\n\\\n")]
    public void Hold_where_a_line_continues_into_nothing(string text) => CheckText(text);

    private static void CheckText(string text)
    {
        var file = new SourceFile("Dockerfile", SourceText.From(text));
        TreeInvariants.Check(DockerfileSyntaxTree.Parse(file));
        ResultInvariants.Check(Lint.Run(Linter, file));
    }

    private static void CheckBytes(byte[] bytes)
    {
        var file = new SourceFile("Dockerfile", SourceText.From(bytes));
        TreeInvariants.Check(DockerfileSyntaxTree.Parse(file), bytes);
        ResultInvariants.Check(Lint.Run(Linter, file));
    }

    private static string Mutate(string text, int kind, int seed, int length, string fragment)
    {
        int at = text.Length == 0 ? 0 : seed % text.Length;
        int end = Math.Min(text.Length, at + length);
        int lineStart = at == 0 ? 0 : text.LastIndexOf('\n', at - 1) + 1;
        int lineEnd = text.IndexOf('\n', at) is int found and >= 0 ? found + 1 : text.Length;
        return kind switch
        {
            0 => text.Remove(at, end - at),
            1 => text.Insert(at, text[at..end]),
            2 => text.Insert(at, fragment),
            3 => text.Remove(lineStart, lineEnd - lineStart),
            4 => text.Insert(lineStart, text[lineStart..lineEnd]),
            5 => text.Insert(lineStart, fragment + "\n"),
            6 => text.Replace("\n", "\r\n", StringComparison.Ordinal),
            _ => text[..end],
        };
    }

    private static string Print(string text) => JsonSerializer.Serialize(text);
}

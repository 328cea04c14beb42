using System.Diagnostics;
using System.Text.Json;
using CsCheck;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Syntax.Shell;
using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Syntax.Shell;

/// <summary>The invariants of scripts on texts that nobody would write.</summary>
internal sealed class ShellInvariantTests
{
    // Less than the runtime gives a thread of its own accord anywhere.
    private const int SmallestStack = 1024 * 1024;

    /// <summary>Pieces of the language, and of what trips its parser.</summary>
    private static readonly string[] Pieces =
    [
        "a",
        "b ",
        " c",
        "=",
        "x=",
        "x+=(",
        "x[1]=",
        "x=(",
        "if ",
        "then ",
        "elif ",
        "else ",
        "fi",
        "for ",
        "in ",
        "do ",
        "done",
        "while ",
        "until ",
        "case ",
        "esac",
        "select ",
        "function ",
        "time ",
        "!",
        "! ",
        "[[ ",
        " ]]",
        "{ ",
        "}",
        "{",
        "(",
        ")",
        "((",
        "))",
        "$(",
        "$((",
        "${",
        "${x",
        ":-",
        "//",
        "##",
        "%%",
        "${#",
        "${!",
        "[",
        "]",
        "`",
        "\\`",
        "\\\\",
        "\\",
        "\\\n",
        "\\\r\n",
        "$",
        "$x",
        "$1",
        "$@",
        "$'",
        "$\"",
        "'",
        "\"",
        "#",
        "# c",
        "\n",
        "\r\n",
        "\r",
        " ",
        "\t",
        ";",
        ";;",
        ";&",
        ";;&",
        "&",
        "&&",
        "|",
        "||",
        "|&",
        "<",
        ">",
        ">>",
        "<<",
        "<<-",
        "<<E",
        "<<'E'",
        "\nE\n",
        "\n\tE\n",
        "<<<",
        "<&",
        ">&1",
        "&>",
        "2>",
        "{fd}>",
        "<(",
        ">(",
        "@(",
        "*(",
        "=~ ",
        "== ",
        "f() ",
        "f()",
        "sh -c ",
        "bash -ec ",
        "eval ",
        "su -c ",
        "'sh -c \"a b\"'",
        "\"b \\\"c\\\" $x `d`\"",
        "bash <<E\n",
        "cat ",
        "env ",
        "\0",
        "é",
        "\uD800",
        "\U0001F600",
        "\u00A0",
        "~",
        "*",
        "?",
    ];

    private static readonly Gen<string> Fragment = Gen.Frequency(
        (20, Gen.OneOf(Pieces)),
        (1, Gen.Char.Select(c => c.ToString())),
        (1, Gen.Char[' ', '~'].Select(c => c.ToString()))
    );

    private static readonly Gen<string> RandomScript = Fragment.Array[0, 40].Select(string.Concat);

    [Test]
    public void Hold_for_random_scripts() =>
        RandomScript.Sample(script => TreeInvariants.Check(ShellSyntaxTree.Parse(script)), iter: 100_000, print: Print);

    [Test]
    public void Hold_for_random_instructions() =>
        Gen.Select(
                Gen.OneOf(
                    "RUN ",
                    "CMD ",
                    "RUN --mount=type=tmpfs,target=/x ",
                    "ONBUILD RUN ",
                    "HEALTHCHECK CMD ",
                    "RUN <<E\n",
                    "RUN [\"sh\", \"-c\", \"",
                    "# escape=`\nFROM a\nRUN ",
                    "FROM a\nSHELL [\"pwsh\", \"-c\"]\nRUN "
                ),
                RandomScript
            )
            .Sample(
                (start, script) => ShellInvariants.Check(DockerfileSyntaxTree.Parse(start + script)),
                iter: 60_000,
                print: pair => Print(pair.Item1 + pair.Item2)
            );

    [TestCase("(")]
    [TestCase("((")]
    [TestCase("$(")]
    [TestCase("$((")]
    [TestCase("$(( $(( ")]
    [TestCase("\"$(")]
    [TestCase("${x:-")]
    [TestCase("\"${x:-")]
    [TestCase("\"${x[")]
    [TestCase("<(")]
    [TestCase("{ ")]
    [TestCase("if ")]
    [TestCase("if a; then ")]
    [TestCase("while a; do ")]
    [TestCase("for x in a; do ")]
    [TestCase("case x in a) ")]
    [TestCase("f() ")]
    [TestCase("function f { ")]
    [TestCase("! ")]
    [TestCase("time ")]
    [TestCase("[[ ")]
    [TestCase("((a); ")]
    [TestCase("((a) ((")]
    [TestCase("$((a) ")]
    [TestCase("x=( ")]
    [TestCase("@(")]
    [TestCase("`")]
    [TestCase("`\\`")]
    [TestCase("\"`\\\"")]
    [TestCase("'")]
    [TestCase("\"")]
    [TestCase("\"$ ")]
    [TestCase("a <<E\n")]
    [TestCase("a <<E ")]
    [TestCase("; ")]
    [TestCase("a | ")]
    [TestCase("a && ")]
    [TestCase("x[")]
    [TestCase("x[1]=")]
    [TestCase("eval ")]
    [TestCase("sh -c '")]
    [TestCase("\\\n")]
    [TestCase("a) ")]
    public void Hold_for_endless_repetition(string piece)
    {
        var watch = Stopwatch.StartNew();
        string script = string.Concat(Enumerable.Repeat(piece, 200_000 / piece.Length));

        // A thread with the least stack that the library is called on.
        Exception? failure = null;
        var thread = new Thread(
            () =>
                failure = Catch(() => ShellInvariants.Check(DockerfileSyntaxTree.Parse($"RUN <<EOF\n{script}\nEOF\n"))),
            SmallestStack
        );
        thread.Start();
        thread.Join();

        failure.Should().BeNull();
        watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(20));
    }

    [Test]
    public void A_script_that_nests_too_deep_says_so() =>
        ShellScriptSyntax
            .Parse(string.Concat(Enumerable.Repeat("$(", 1000)))
            .Errors.Should()
            .ContainSingle()
            .Which.Message.Should()
            .Contain("too deep");

    private static Exception? Catch(Action action)
    {
        try
        {
            action();
            return null;
        }
        catch (Exception exception)
        {
            return exception;
        }
    }

    private static string Print(string text) => JsonSerializer.Serialize(text);
}

using DockerfileLint.Syntax.Compose;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Syntax.Compose;

/// <summary>Splitting plain ports by hand gives what the grammar gives.</summary>
internal sealed class PlainPortTests
{
    private static readonly string[] Pieces =
    [
        "a",
        "C",
        "80",
        ":",
        ":",
        "/",
        ",",
        "ro",
        "-",
        "./x",
        "é",
        "${A_1}",
        "${A",
        "$",
        "}",
        "${}",
    ];

    private static IEnumerable<string> Texts()
    {
        var random = new Random(20_261_124);
        for (int i = 0; i < 3_000; i++)
        {
            yield return string.Concat(
                Enumerable.Range(0, random.Next(1, 9)).Select(_ => Pieces[random.Next(Pieces.Length)])
            );
        }
    }

    [Test]
    public void Ports_are_the_same()
    {
        foreach (string text in Texts())
        {
            PortSpecification port = PortSpecification.Parse(text);
            PortSpecification expected = PortSpecification.ParseWithGrammar(text);
            (port.HostAddress, port.Published, port.Target, port.Protocol)
                .Should()
                .Be((expected.HostAddress, expected.Published, expected.Target, expected.Protocol), text);
        }
    }
}

using DockerfileLint.Syntax.Yaml;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Syntax.Yaml;

internal sealed class CancellableReaderTests
{
    [Test]
    public void Gives_the_text_character_by_character_or_in_blocks()
    {
        var reader = new CancellableReader("abcdef", CancellationToken.None);
        char[] block = new char[4];

        reader.Peek().Should().Be('a');
        reader.Read().Should().Be('a');
        reader.Read(block, 1, 3).Should().Be(3);
        block.Should().Equal('\0', 'b', 'c', 'd');
        reader.ReadToEnd().Should().Be("ef");
        reader.Read().Should().Be(-1);
        reader.Peek().Should().Be(-1);
    }

    [Test]
    public void Ends_the_reading_inside_a_scalar()
    {
        using var source = new CancellationTokenSource();
        var reader = new CancellableReader("abc", source.Token);
        reader.Read();

        source.Cancel();

        reader.Invoking(each => each.Read()).Should().Throw<OperationCanceledException>();
        reader.Invoking(each => each.Read(new char[1], 0, 1)).Should().Throw<OperationCanceledException>();
    }
}

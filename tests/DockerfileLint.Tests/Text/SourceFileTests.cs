using DockerfileLint.Diagnostics;
using DockerfileLint.Text;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Text;

[TestFixture]
internal sealed class SourceFileTests
{
    private static SourceFile Read(string path, string text = "FROM a\n") => new(path, SourceText.From(text));

    [Test]
    public void Two_readings_of_a_file_are_the_same_file()
    {
        SourceFile first = Read("app/Dockerfile");
        SourceFile second = Read("app/Dockerfile");
        (first == second, first != second, first.Equals((object)second)).Should().Be((true, false, true));
        first.GetHashCode().Should().Be(second.GetHashCode());
        new SourceSpan(first, new TextSpan(0, 4)).Should().Be(new SourceSpan(second, new TextSpan(0, 4)));
        new Location(new SourceSpan(first, default)).Should().Be(new Location(new SourceSpan(second, default)));
    }

    [TestCase("Dockerfile")]
    [TestCase("app/dockerfile")]
    public void Files_with_other_paths_are_other_files(string path)
    {
        SourceFile file = Read("app/Dockerfile");
        (file == Read(path), file != Read(path)).Should().Be((false, true));
        new SourceSpan(file, default).Should().NotBe(new SourceSpan(Read(path), default));
    }

    [Test]
    public void A_location_lies_in_a_file()
    {
        var place = new SourceSpan(Read("app/Dockerfile"), new TextSpan(5, 1));
        new Location(place).ToString().Should().Be("app/Dockerfile:1:6");
        new RelatedLocation(place, "Here.").Location.Should().Be(new Location(place));
        FluentActions.Invoking(() => new Location(default)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new RelatedLocation(default, "Here.")).Should().Throw<ArgumentException>();
    }
}

using DockerfileLint.Diagnostics;
using DockerfileLint.Rules;
using DockerfileLint.Site;
using DockerfileLint.Text;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Testing;

public sealed class CaretMarksTests
{
    [Test]
    public void Carets_mark_columns_of_the_line_above()
    {
        CaretMarks marks = CaretMarks.Parse("FROM alpine\nUSER root\n#    ^^^^ DL3002\nRUN id\n");

        marks.Text.Should().Be("FROM alpine\nUSER root\nRUN id\n");
        marks.Marks.Should().Equal(new CaretMark(1, 5, 4, "DL3002"));
    }

    [Test]
    public void Several_caret_lines_belong_to_one_line()
    {
        CaretMarks marks = CaretMarks.Parse("EXPOSE 22 2222\n#         ^^^^ DL5014\n#      ^^ DL5014\n");

        marks.Text.Should().Be("EXPOSE 22 2222\n");
        marks.Marks.Should().Equal(new CaretMark(0, 7, 2, "DL5014"), new CaretMark(0, 10, 4, "DL5014"));
    }

    [Test]
    public void One_caret_line_can_mark_several_findings() =>
        CaretMarks
            .Parse("EXPOSE 22 2222\n#      ^^ ^^^^ DL5014\n")
            .Marks.Should()
            .Equal(new CaretMark(0, 7, 2, "DL5014"), new CaretMark(0, 10, 4, "DL5014"));

    [Test]
    public void Arrows_mark_from_the_first_column() =>
        CaretMarks.Parse("MAINTAINER me\n#<<<<<<<<< DL4000\n").Marks.Should().Equal(new CaretMark(0, 0, 10, "DL4000"));

    [Test]
    public void A_bar_marks_the_first_column() =>
        CaretMarks.Parse("}\n#| DC1000\n").Marks.Should().Equal(new CaretMark(0, 0, 1, "DC1000"));

    [Test]
    public void The_comment_may_be_indented() =>
        CaretMarks
            .Parse("services:\n  db:\n    privileged: true\n    #           ^^^^ DC3001\n")
            .Marks.Should()
            .Equal(new CaretMark(2, 16, 4, "DC3001"));

    [TestCase("FROM alpine\n# DL3002\n")]
    [TestCase("FROM alpine\n#    see DL3002\n")]
    [TestCase("FROM alpine\n#    ^^^^ the tag\n")]
    [TestCase("FROM alpine\n# ^ and DL3002\n")]
    [TestCase("#    ^^^^ DL3002\nFROM alpine\n")]
    public void Other_comments_are_text(string example)
    {
        CaretMarks marks = CaretMarks.Parse(example);

        marks.Text.Should().Be(example);
        marks.Marks.Should().BeEmpty();
    }

    [TestCase("FROM alpine\nUSER root\n#    ^^^^ DL3002\n")]
    [TestCase("MAINTAINER me\n#<<<<<<<<< DL4000\n")]
    [TestCase("}\n#| DC1000\n\n")]
    [TestCase("EXPOSE 22 2222\n#      ^^ DL5014\n#         ^^^^ DL5014\nUSER 1\n")]
    public void Rendering_is_the_reverse_of_parsing(string example)
    {
        CaretMarks marks = CaretMarks.Parse(example);

        CaretMarks.Render(marks.Text, marks.Marks).Should().Be(example);
    }

    [TestCase("RUN a \\\n  b\nUSER root", 0, 11, 0, 0, 7, Description = "cut at the end of the first line")]
    [TestCase("RUN a \\\r\n  b\nUSER root", 0, 12, 0, 0, 7, Description = "cut before the line end")]
    [TestCase("RUN a\nUSER root", 11, 4, 1, 5, 4, Description = "as it is")]
    [TestCase("RUN a\nUSER root", 15, 0, 1, 9, 1, Description = "empty, at the end")]
    public void A_finding_is_marked_in_its_first_line(
        string text,
        int start,
        int length,
        int line,
        int column,
        int markLength
    )
    {
        RuleDescriptor rule = RuleCatalog.Descriptors[0];
        var diagnostic = new Diagnostic(
            rule,
            new Location(
                new SourceSpan(new SourceFile("Dockerfile", SourceText.From(text)), new TextSpan(start, length))
            ),
            new DiagnosticMessage(rule.Messages[0])
        );

        CaretMark.From(diagnostic).Should().Be(new CaretMark(line, column, markLength, rule.Id));
    }
}

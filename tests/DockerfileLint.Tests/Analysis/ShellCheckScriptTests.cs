using System.Collections.Immutable;
using DockerfileLint.Analysis;
using DockerfileLint.Analysis.External;
using DockerfileLint.Analysis.Projects;
using DockerfileLint.Configuration;
using DockerfileLint.Diagnostics;
using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Analysis;

/// <summary>What ShellCheck is given of a file, and where its findings come to lie.</summary>
internal sealed class ShellCheckScriptTests
{
    private const string Id = "SC2086";
    private const int Code = 2086;

    [TestCase("FROM a\nRUN rm {|SC2086:@x|}\n", Description = "one line")]
    [TestCase("FROM a\nRUN ls \\\n  && rm {|SC2086:@x|}\n", Description = "joined lines")]
    [TestCase(
        "FROM a\nRUN ls \\\n# comment\n\n  && rm {|SC2086:@x|} \\\n  y\n",
        Description = "comments and blank lines between them"
    )]
    [TestCase("FROM a\r\nRUN ls \\\r\n  && rm {|SC2086:@x|}\r\n", Description = "CR LF")]
    [TestCase("# escape=`\nFROM a\nRUN ls `\n  && rm {|SC2086:@x|}\n", Description = "another escape character")]
    [TestCase("FROM a\nRUN ls\t\t&&\trm\t{|SC2086:@x|}\n", Description = "a tab is one column")]
    [TestCase("FROM a\nRUN echo 'é😀😀' {|SC2086:@x|}\n", Description = "columns are code points")]
    [TestCase(
        "FROM a\nRUN --mount=type=cache,target=/x rm {|SC2086:@x|}\n",
        Description = "flags are no part of the script"
    )]
    [TestCase("FROM a\nRUN <<EOF\nls\n  rm {|SC2086:@x|}\nEOF\n", Description = "a here-document")]
    [TestCase("FROM a\nRUN <<-EOF\n\tls\n\trm {|SC2086:@x|}\n\tEOF\n", Description = "an indented here-document")]
    [TestCase(
        "FROM a\nRUN <<EOF\n#!/bin/bash\nrm {|SC2086:@x|}\nEOF\n",
        Description = "a here-document with an interpreter"
    )]
    [TestCase(
        "FROM a\nRUN <<EOF\n# shellcheck disable=SC2154\n\n# more {|SC2086:@x|}\nrm y\nEOF\n",
        Description = "the comments in front of the definitions"
    )]
    [TestCase("FROM a\nRUN <<EOF\n# shellcheck disable=SC2154\nrm {|SC2086:@x|}\nEOF\n", Description = "behind them")]
    [TestCase("FROM a\nRUN cat <<EOF > b\ntext\nEOF\nRUN ls {|SC2086:@x|}\n", Description = "the second script")]
    [TestCase("FROM a\nONBUILD RUN rm {|SC2086:@x|}\n", Description = "a trigger")]
    [TestCase("FROM a\nARG b\nENV c=d\nRUN rm {|SC2086:@x|}", Description = "no line end")]
    [TestCase("FORM a\nRUN rm {|SC2086:@x|}\n", Description = "no FROM")]
    [TestCase("FROM a\nRUN ls {|SC2086:@x \\\n  @x|}\n", Description = "a place that goes over lines")]
    public void A_finding_lies_on_its_words(string markup)
    {
        var marked = MarkedText.Parse(markup);
        FileAnalysis analysis = Analyze(marked.Text);
        IEnumerable<ShellCheckFinding> findings =
            from script in analysis.Scripts
            let start = script.Text.IndexOf('@', StringComparison.Ordinal)
            where start >= 0
            select CreateFinding(script, start, script.Text.LastIndexOf('@') + 2);

        marked.Verify(
            Complete(analysis, [.. findings])
                .Findings.Where(finding => finding.Rule.Id == Id)
                .Select(finding => finding.Diagnostic)
        );
    }

    [Test]
    public void Findings_in_lines_that_are_not_the_authors_are_left_out()
    {
        FileAnalysis analysis = Analyze("FROM a\nRUN rm x\n");
        ShellCheckScript script = analysis.Scripts.Single();
        string[] lines = script.Text.Split('\n');

        lines.Should().HaveCount(3);
        Complete(analysis, [Create(1, 1, 1, 3), Create(2, 1, 2, 7)])
            .Findings.Should()
            .NotContain(diagnostic => diagnostic.Rule.Id == Id);

        ShellCheckFinding Create(int line, int column, int endLine, int endColumn) =>
            new(script, Code, Severity.Info, "a", line, column, endLine, endColumn);
    }

    [TestCase("FROM a\nRUN echo b \\\n     c\n", 0)]
    [TestCase("FROM a\nRUN echo b      c\n", 1)]
    public void The_indentation_of_a_continued_line_is_no_repeated_space(string text, int count)
    {
        FileAnalysis analysis = Analyze(text);
        ShellCheckScript script = analysis.Scripts.Single();
        int start = script.Text.IndexOf("echo", StringComparison.Ordinal);

        Complete(analysis, [CreateFinding(script, start, script.Text.Length) with { Code = 2291 }])
            .Findings.Count(finding => finding.Rule.Id == "SC2291")
            .Should()
            .Be(count);
    }

    [TestCase("FROM a\nRUN export PATH=$PATH:/b\n", false)]
    [TestCase("FROM a\nENV PATH=/b\nRUN export PATH=$PATH:/b\n", true)]
    public void The_path_is_defined_where_the_file_defines_it(string text, bool isDefined) =>
        Analyze(text).Scripts.Single().Text.Contains(" PATH=1", StringComparison.Ordinal).Should().Be(isDefined);

    [TestCase(int.MinValue, 1, 3, 5)]
    [TestCase(3, 0, 3, 5)]
    [TestCase(3, 1, 1, 1)]
    [TestCase(3, int.MaxValue, int.MaxValue, -1)]
    [TestCase(int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue)]
    public void Places_that_are_none_do_no_harm(int line, int column, int endLine, int endColumn)
    {
        FileAnalysis analysis = Analyze("FROM a\nRUN rm \\\n x\n");
        ShellCheckScript script = analysis.Scripts.Single();
        FileResult result = Complete(
            analysis,
            [new ShellCheckFinding(script, Code, Severity.Info, "a", line, column, endLine, endColumn)]
        );

        result.Findings.Should().OnlyContain(diagnostic => diagnostic.Location.Span.End <= result.File!.Text.Length);
        result.Notifications.Should().BeEmpty();
    }

    [TestCase("FROM a\nRUN x", "#!/bin/sh")]
    [TestCase("FROM a\nSHELL [\"/bin/bash\", \"-c\"]\nRUN x", "#!/bin/bash")]
    [TestCase("FROM a\nSHELL [\"/bin/bash\", \"-eo\", \"pipefail\", \"-c\"]\nRUN x", "#!/bin/bash -eo pipefail")]
    [TestCase("FROM a\nSHELL [\"/bin/ash\", \"-o\", \"pipefail\", \"-c\"]\nRUN x", "#!/bin/ash -o pipefail")]
    [TestCase("FROM a AS b\nSHELL [\"ksh\", \"-c\"]\nFROM b\nRUN x", "#!/bin/ksh")]
    [TestCase("FROM a AS b\nSHELL [\"ksh\", \"-c\"]\nFROM a\nRUN x", "#!/bin/sh")]
    [TestCase("SHELL [\"bash\", \"-c\"]\nRUN x", "#!/bin/bash")]
    [TestCase("# hadolint shell=bash\nRUN x", "#!/bin/bash")]
    [TestCase("# hadolint shell=bash\nFROM a\nRUN x", "#!/bin/bash")]
    [TestCase("FROM a\n# hadolint shell=/bin/dash\nRUN x", "#!/bin/dash")]
    [TestCase("# hadolint shell=bash\nFROM a\nSHELL [\"/bin/sh\", \"-c\"]\nRUN x", "#!/bin/sh")]
    [TestCase("FROM a\nSHELL [\"/bin/sh\", \"-c\"]\n# hadolint shell=bash\nRUN x", "#!/bin/bash")]
    [TestCase("FROM a\nRUN <<EOF\n#!/usr/bin/env bash\nx\nEOF\n", "#!/usr/bin/env bash")]
    public void The_first_line_names_the_shell(string text, string line) =>
        Analyze(text).Scripts.Single().Text.Split('\n')[0].Should().Be(line);

    [TestCase("FROM a\nRUN [\"sh\", \"-c\", \"x\"]\n", Description = "no shell")]
    [TestCase("FROM a\nCMD x\nENTRYPOINT x\nHEALTHCHECK CMD x\n", Description = "no RUN")]
    [TestCase("FROM a\nSHELL [\"pwsh\", \"-c\"]\nRUN x\n")]
    [TestCase("FROM a\nSHELL [\"cmd\", \"/c\"]\nRUN x\n")]
    [TestCase("FROM a\nSHELL [\"/bin/zsh\", \"-c\"]\nRUN x\n", Description = "ShellCheck does not know it")]
    [TestCase("# hadolint shell=powershell\nFROM a\nRUN x\n")]
    [TestCase("FROM a\nRUN <<EOF\n#!/usr/bin/env python3\nprint(1)\nEOF\n")]
    [TestCase("FROM a\nRUN <<EOF\n\nEOF\n", Description = "nothing in it")]
    public void What_is_no_script_for_it_is_left_out(string text) => Analyze(text).Scripts.Should().BeEmpty();

    [TestCase("FROM a\nARG b\nENV c=d e=f\nRUN x\nENV late=1\n", "b c e")]
    [TestCase("ARG early=1\nFROM a\nRUN x\n", "")]
    [TestCase("ARG early=1\nFROM a\nARG early\nRUN x\n", "early")]
    [TestCase("ENV b=c d=e\nRUN x $b\n", "b")]
    [TestCase("FROM a AS one\nENV b=c\nFROM one\nRUN x\n", "b")]
    [TestCase("FROM a AS one\nENV b=c\nFROM a\nRUN x\n", "")]
    [TestCase("FROM a\nENV a.b=c x;y=1\nRUN x\n", "")]
    [TestCase("FROM a\nONBUILD ARG b\nENV c=1\nONBUILD RUN x\nONBUILD ENV d=1\n", "c b")]
    public void Names_that_are_set_are_known(string text, string names)
    {
        ShellCheckScript script = Analyze(text).Scripts.Single();
        string[] known =
        [
            .. script.Text.Split('\n')[1].Split(' ').Skip(1).Select(definition => definition.Split('=')[0]),
        ];

        known.Take(10).Should().Contain(["http_proxy", "NO_PROXY"]);
        string.Join(' ', known.Skip(10)).Should().Be(names);
    }

    [Test]
    public void Names_beyond_the_limit_are_known_where_they_are_used()
    {
        string text =
            "FROM a\nENV " + string.Join(' ', Enumerable.Range(0, 2000).Select(i => $"v{i}=1")) + "\nRUN echo $v1999\n";

        string script = Analyze(text).Scripts.Single().Text;
        script.Should().Contain(" v1999=1").And.NotContain(" v1998=1");
    }

    [Test]
    public void A_comment_for_the_whole_script_stays_in_front()
    {
        string[] lines = Analyze("FROM a\nRUN <<EOF\n# shellcheck disable=SC2154\nrm x\nEOF\n")
            .Scripts.Single()
            .Text.Split('\n');

        lines[0].Should().Be("#!/bin/sh");
        lines[1].Should().Be("# shellcheck disable=SC2154");
        lines[2].Should().StartWith("export ");
        lines[3].Should().Be("rm x");
    }

    [TestCase("# hadolint ignore=SC2086", true)]
    [TestCase("# hadolint global ignore=SC2086", true)]
    [TestCase("# dockerfile-lint ignore=SC2086 reason=numbers", true)]
    [TestCase("# dockerfile-lint ignore=sc2086", true)]
    [TestCase("# hadolint ignore=SC2154", false)]
    [TestCase("# dockerfile-lint ignore=DL3002", false)]
    public void Comments_suppress_it(string comment, bool isSuppressed)
    {
        Finding diagnostic = Check($"FROM a\n{comment}\nRUN rm @x\n").Single(diagnostic => diagnostic.Rule.Id == Id);

        (diagnostic.Suppression is not null).Should().Be(isSuppressed);
        diagnostic.Fingerprint.Should().HaveLength(16);
        diagnostic.LogicalLocation!.FullyQualifiedName.Should().Be("stage:0");
    }

    [Test]
    public void A_comment_without_work_is_reported_only_where_ShellCheck_was_asked()
    {
        const string Text = "FROM a:1\n# dockerfile-lint ignore=SC2086\nRUN rm x\n";

        new Linter().Complete(Analyze(Text)).Findings.Should().NotContain(diagnostic => diagnostic.Rule.Id == "DL1002");
        Complete(Analyze(Text), []).Findings.Should().Contain(diagnostic => diagnostic.Rule.Id == "DL1002");
    }

    [Test]
    public void Configuration_changes_its_severity()
    {
        RuleSet rules = Preset.Load(Preset.Default);
        RuleSet Apply(HadolintConfiguration configuration) => configuration.ApplyTo(rules);

        Severities(rules).Should().Equal(Severity.Info);
        Severities(Apply(new HadolintConfiguration { Ignored = [Id] })).Should().BeEmpty();
        Severities(Apply(new HadolintConfiguration { Overrides = [new RuleSeverity(Id, Severity.Error)] }))
            .Should()
            .Equal(Severity.Error);
        Severities(rules.Select(rules.Find("DL3002"))).Should().BeEmpty();
        Severities(rules.Select([ShellCheckRules.Find(Id)!])).Should().Equal(Severity.Info);
        Severities(Apply(new HadolintConfiguration { Ignored = [Id] }).Select([ShellCheckRules.Find(Id)!]))
            .Should()
            .Equal([Severity.Info], "what is selected is on");
        Severities(rules.With(ShellCheckRules.Find(Id)!, Severity.Off)).Should().BeEmpty();

        IEnumerable<Severity> Severities(RuleSet set) =>
            Check("FROM a\nRUN rm @x\n", set)
                .Where(diagnostic => diagnostic.Rule.Id == Id)
                .Select(diagnostic => diagnostic.Severity);
    }

    [Test]
    public void All_findings_of_a_script_are_kept_and_equal_ones_once()
    {
        FileAnalysis analysis = Analyze("FROM a\nRUN rm @x @x\n");
        ShellCheckScript script = analysis.Scripts.Single();
        int start = script.Text.IndexOf('@', StringComparison.Ordinal);
        ShellCheckFinding finding = CreateFinding(script, start, start + 2);
        FileResult result = Complete(
            analysis,
            [finding, finding, finding with { Code = 2154 }, CreateFinding(script, start + 3, start + 5)]
        );

        result
            .Findings.Where(diagnostic => diagnostic.Rule.Kind == RuleKind.External)
            .Select(diagnostic => $"{diagnostic.Rule.Id} {diagnostic.Location.Span.Start}")
            .Should()
            .Equal("SC2086 14", "SC2154 14", "SC2086 17");
    }

    [TestCase("SC2086", true)]
    [TestCase("SC208", false)]
    [TestCase("sc2086", false)]
    [TestCase("SC20866", false)]
    [TestCase("SC20٨6", false)]
    public void Only_its_numbers_have_a_descriptor(string id, bool isOne) =>
        (ShellCheckRules.Find(id)?.HelpUri == $"https://www.shellcheck.net/wiki/{id}").Should().Be(isOne);

    private static FileAnalysis Analyze(string text, RuleSet? rules = null) =>
        new Linter(rules is null ? null : new LintOptions { Rules = rules }).Analyze(
            Project.Create().WithDocument("Dockerfile", text),
            "Dockerfile"
        );

    private static FileResult Complete(
        FileAnalysis analysis,
        IEnumerable<ShellCheckFinding> findings,
        RuleSet? rules = null
    ) =>
        new Linter(rules is null ? null : new LintOptions { Rules = rules }).Complete(
            analysis,
            ShellCheckFinding.CreateReport("1", findings)
        );

    /// <summary>The findings of a file in which ShellCheck finds something at the sign <c>@</c>.</summary>
    private static ImmutableArray<Finding> Check(string text, RuleSet? rules = null)
    {
        FileAnalysis analysis = Analyze(text, rules);
        ShellCheckScript script = analysis.Scripts.Single();
        int start = script.Text.IndexOf('@', StringComparison.Ordinal);
        return Complete(analysis, [CreateFinding(script, start, start + 2)], rules).Findings;
    }

    /// <summary>A finding at a part of a script, with places as ShellCheck counts them.</summary>
    private static ShellCheckFinding CreateFinding(ShellCheckScript script, int start, int end)
    {
        (int line, int column) = GetPlace(script.Text, start);
        (int endLine, int endColumn) = GetPlace(script.Text, end);
        return new ShellCheckFinding(
            script,
            Code,
            Severity.Info,
            "Something is wrong.",
            line,
            column,
            endLine,
            endColumn
        );
    }

    private static (int Line, int Column) GetPlace(string text, int offset)
    {
        string before = text[..offset];
        return (
            before.Count(c => c == '\n') + 1,
            before[(before.LastIndexOf('\n') + 1)..].EnumerateRunes().Count() + 1
        );
    }
}

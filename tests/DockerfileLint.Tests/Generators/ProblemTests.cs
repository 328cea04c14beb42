using System.Globalization;
using CsCheck;
using DockerfileLint.Generators;
using FluentAssertions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using NUnit.Framework;

namespace DockerfileLint.Tests.Generators;

/// <summary>Each error of the generator once; <c>[|</c> and <c>|]</c> mark where it must stand.</summary>
public sealed class ProblemTests
{
    private static readonly (string Path, string Text) Class = (GeneratorTest.ClassPath, GeneratorTest.Class);

    private static IEnumerable<TestCaseData> Edits()
    {
        yield return Edit("DLG0002", "title:", "[|just some text|]\ntitle:");
        yield return Edit("DLG0002", "title:", "[|# a comment|]\ntitle:");
        yield return Edit("DLG0002", "title:", "[|- item|]\ntitle:");
        yield return Edit("DLG0002", "title:", "tags: []\n  [|nested: true|]\ntitle:");
        yield return Edit("DLG0003", "---\nid: DL3002", "[|---|]\nid: DL3002", "severity: warning\n", "");
        yield return Edit("DLG0003", "---\nid: DL3002", "[|---|]\nid: DL3002", "category: user\n", "");
        yield return Edit(
            "DLG0003",
            "---\nid: DL3002",
            "[|---|]\nid: DL3002",
            "title: The final stage runs as root\n",
            ""
        );
        yield return Edit("DLG0004", "title:", "[|titel|]: x\ntitle:");
        yield return Edit("DLG0004", "title:", "[|aliases.unknown|]: [x]\ntitle:");
        yield return Edit("DLG0004", "title:", "[|option.max|]: 3\ntitle:");
        yield return Edit("DLG0004", "title:", "[|message.default|]: Twice.\ntitle:");
        yield return Edit("DLG0005", "category: user", "category: user\n[|category|]: user");
        yield return Edit("DLG0006", "title: The final stage runs as root", "[|title|]:");
        yield return Edit("DLG0006", "title: The final stage runs as root", "title: [|\"\"|]");
        yield return Edit("DLG0006", "title: The final stage runs as root", "title: [|\"never closed|]");
        yield return Edit("DLG0006", "title: The final stage runs as root", "title: \"tab [|\\|]t\"");
        yield return Edit("DLG0006", "title: The final stage runs as root", "title: \"The\"[| end|]");
        yield return Edit("DLG0006", "title: The final stage runs as root", "title: [|[a, b]|]");
        yield return Edit("DLG0006", "title:", "tags: [|security|]\ntitle:");
        yield return Edit("DLG0006", "title:", "tags: [security][| x|]\ntitle:");
        yield return Edit("DLG0006", "title:", "tags: [security, [|,|] x]\ntitle:");
        yield return Edit("DLG0006", "title:", "tags: [securit[|y|]\ntitle:");
        yield return Edit("DLG0007", "severity: warning", "severity: [|fatal|]");
        yield return Edit("DLG0007", "category: user", "category: [|users|]");
        yield return Edit("DLG0007", "title:", "kind: [|linter|]\ntitle:");
        yield return Edit("DLG0007", "title:", "precision: [|exact|]\ntitle:");
        yield return Edit("DLG0007", "title:", "fix: [|yes|]\ntitle:");
        yield return Edit("DLG0007", "title:", "option.max.type: [|number|]\noption.max.default: 1\ntitle:");
        yield return Edit("DLG0008", "title:", "cwe: [250, [|CWE-269|]]\ntitle:");
        yield return Edit("DLG0008", "title:", "cis: [[|four|]]\ntitle:");
        yield return Edit("DLG0008", "title:", "security-severity: [|high|]\ntitle:");
        yield return Edit("DLG0012", "title:", "tier.minor: [|low|]\ntitle:");
        yield return Edit("DLG0013", "'{user}'", "[|{user}|]");
        yield return Edit("DLG0013", "'{user}'", "\\\"a\\\\b\\\"[|{user}|]");
        yield return Edit(
            "DLG0014",
            "message: \"Stage '{stage}' ends as '{user}'. Its process is root.\"",
            "message: [|Stage '{stage}' ends as '{user}'|]"
        );
        yield return Edit("DLG0013", "title:", "help: Set [|{user}|], 'USER' or another's.\ntitle:");
        yield return Edit("DLG0014", "title:", "help: [|Set a user|]\ntitle:");
        yield return Edit("DLG0037", "title:", "help.other: [|Set a user.|]\ntitle:");
        yield return Edit("DLG0015", "# DL3002: last-user-is-root", "[|# DL3002 last-user-is-root|]");
        yield return Edit(
            "DLG0016",
            "# DL3002: last-user-is-root",
            "[|# DL3002: last-user-is-root|]",
            "## Bad",
            "### Bad"
        );
        yield return Edit(
            "DLG0016",
            "# DL3002: last-user-is-root",
            "[|# DL3002: last-user-is-root|]",
            "## Good\n```dockerfile good",
            "```dockerfile good\n## Good"
        );
        yield return Edit(
            "DLG0017",
            "# DL3002: last-user-is-root",
            "[|# DL3002: last-user-is-root|]",
            "The final stage runs as `root`.\n",
            ""
        );
        yield return Edit("DLG0018", "The final stage runs as `root`.", $"[|The final\n{new string('x', 1000)}|]");
        yield return Edit("DLG0019", "title:", "security-severity: [|10.1|]\ntitle:");
        yield return Edit("DLG0019", "title:", "security-severity: [|0.0|]\ntitle:");
        yield return Edit("DLG0020", "severity: warning", "severity: [|off|]");
        yield return Edit("DLG0021", "severity: warning", "severity: warning\n[|enabled-severity|]: error");
        yield return Edit("DLG0026", "title:", "supersedes: [[|DL9999|]]\ntitle:");
        yield return Edit("DLG0026", "title:", "supersedes: [[|DL3002|]]\ntitle:");
        yield return Edit("DLG0030", "title:", "[|option.max.type|]: integer\ntitle:");
        yield return Edit("DLG0030", "title:", "[|option.max.default|]: 3\ntitle:");
        yield return Edit("DLG0030", "title:", "option.max.type: integer\noption.max.default: [|many|]\ntitle:");
        yield return Edit("DLG0030", "title:", "option.max.type: one|two\noption.max.default: [|three|]\ntitle:");
        yield return Edit("DLG0030", "title:", "option.max.type: [|one|One|]\noption.max.default: one\ntitle:");
        yield return Edit("DLG0030", "title:", "option.max.type: [|one|one|]\noption.max.default: one\ntitle:");
        yield return Edit(
            "DLG0030",
            "title:",
            "option.max.type: integer\noption.max.default: [|0|]\noption.max.minimum: 1\ntitle:"
        );
        yield return Edit(
            "DLG0030",
            "title:",
            "option.max.type: integer\noption.max.default: [|10|]\noption.max.maximum: 9\ntitle:"
        );
        yield return Edit(
            "DLG0030",
            "title:",
            "option.max.type: integer\noption.max.default: 5\noption.max.minimum: 5\noption.max.maximum: [|4|]\ntitle:"
        );
        yield return Edit(
            "DLG0030",
            "title:",
            "option.max.type: integer\noption.max.default: 5\noption.max.maximum: [|many|]\ntitle:"
        );
        yield return Edit(
            "DLG0030",
            "title:",
            "option.max.type: string\noption.max.default: a\noption.max.minimum: [|1|]\ntitle:"
        );
        yield return Edit("DLG0030", "title:", "option.max.type: list\noption.max.default: [a, [|\"b, c\"|]]\ntitle:");
        yield return Edit("DLG0031", "Its process", "Its [|{|] process");
        yield return Edit("DLG0031", "Its process", "Its [|}|] process");
        yield return Edit("DLG0031", "Its process", "Its '[|{no name}|]' process");
        yield return Edit("DLG0007", "title:", "behaviours: [[|kics|]]\ntitle:");
        yield return Edit("DLG0006", "title:", "behaviours: [|hadolint|]\ntitle:");
        yield return Edit("DLG0033", "title:", "behaviours: [[|hadolint|]]\ntitle:");
        yield return Edit("DLG0035", "title:", "comment-behaviours: [buildkit, [|buildkit|]]\ntitle:");
        yield return Edit("DLG0032", "title: The final stage runs as root", "title: [|The final stage runs as root.|]");
    }

    [TestCaseSource(nameof(Edits))]
    public void An_error_in_a_page_is_reported_where_it_stands(string id, string page) =>
        Verify(id, (GeneratorTest.PagePath, page), Class);

    [Test]
    public void A_page_needs_front_matter() =>
        Verify(
            "DLG0001",
            ("/repo/rules/DL3003-x.md", "[|# DL3003: x|]\n"),
            (GeneratorTest.PagePath, GeneratorTest.Page),
            Class
        );

    [Test]
    public void Front_matter_needs_an_end() =>
        Verify(
            "DLG0001",
            ("/repo/rules/DL3003-x.md", "[|---|]\nid: DL3003\nnothing\n"),
            (GeneratorTest.PagePath, GeneratorTest.Page),
            Class
        );

    [Test]
    public void A_file_is_named_after_id_and_name()
    {
        Verify(
            "DLG0009",
            (
                "/repo/rules/DL3002-root-user.md",
                GeneratorTest.Page.Replace(
                    "name: last-user-is-root",
                    "name: [|last-user-is-root|]",
                    StringComparison.Ordinal
                )
            ),
            Class
        );
        Verify(
            "DLG0009",
            (
                "/repo/rules/root.md",
                GeneratorTest.Page.Replace("id: DL3002", "id: [|DL3002|]", StringComparison.Ordinal)
            ),
            Class
        );
    }

    [Test]
    public void An_id_belongs_to_one_page() =>
        Verify(
            "DLG0010",
            (GeneratorTest.PagePath, GeneratorTest.Page),
            (
                "/repo/rules/DL3002-root-user.md",
                GeneratorTest
                    .Page.Replace("id: DL3002", "id: [|DL3002|]", StringComparison.Ordinal)
                    .Replace("last-user-is-root", "root-user", StringComparison.Ordinal)
            ),
            Class
        );

    [Test]
    public void A_name_belongs_to_one_page() =>
        Verify(
            "DLG0011",
            (GeneratorTest.PagePath, GeneratorTest.Page),
            (
                "/repo/rules/DL3003-last-user-is-root.md",
                GeneratorTest
                    .Page.Replace("DL3002", "DL3003", StringComparison.Ordinal)
                    .Replace(
                        "name: last-user-is-root",
                        "kind: parser\nname: [|last-user-is-root|]",
                        StringComparison.Ordinal
                    )
            ),
            Class
        );

    [Test]
    public void A_page_of_kind_rule_needs_a_class() =>
        Verify(
            "DLG0022",
            (
                GeneratorTest.PagePath,
                GeneratorTest.Page.Replace("id: DL3002", "id: [|DL3002|]", StringComparison.Ordinal)
            )
        );

    [Test]
    public void A_class_needs_a_page() =>
        Verify("DLG0023", (GeneratorTest.ClassPath, MarkClassName(GeneratorTest.Class)));

    [TestCase("parser")]
    [TestCase("notification")]
    public void A_page_of_another_kind_has_no_class(string kind) =>
        Verify(
            "DLG0024",
            (
                GeneratorTest.PagePath,
                GeneratorTest.Page.Replace("title:", $"kind: {kind}\ntitle:", StringComparison.Ordinal)
            ),
            (GeneratorTest.ClassPath, MarkClassName(GeneratorTest.Class))
        );

    [TestCase("sealed partial class", "partial class")]
    [TestCase("sealed partial class", "sealed class")]
    [TestCase("namespace DockerfileLint.Rules.Users;", "using DockerfileLint.Rules;")]
    [TestCase("class LastUserIsRoot", "class LastUserIsRoot<T>")]
    public void A_class_must_be_able_to_get_its_generated_part(string text, string replacement) =>
        Verify(
            "DLG0025",
            (GeneratorTest.PagePath, GeneratorTest.Page),
            (
                GeneratorTest.ClassPath,
                MarkClassName(GeneratorTest.Class.Replace(text, replacement, StringComparison.Ordinal))
            )
        );

    [Test]
    public void A_rule_has_one_class() =>
        Verify(
            "DLG0027",
            (GeneratorTest.PagePath, GeneratorTest.Page),
            Class,
            (
                "/repo/src/RootUser.cs",
                GeneratorTest.Class.Replace("LastUserIsRoot", "[|RootUser|]", StringComparison.Ordinal)
            )
        );

    [Test]
    public void A_behaviour_has_one_class() =>
        Verify(
            "DLG0027",
            (GeneratorTest.PagePath, GeneratorTest.WithBehaviours),
            Class,
            (GeneratorTest.HadolintClassPath, GeneratorTest.HadolintClass),
            (
                "/repo/src/Hadolint/RootUser.cs",
                GeneratorTest.HadolintClass.Replace("LastUserIsRoot", "[|RootUser|]", StringComparison.Ordinal)
            )
        );

    [TestCase("'{stage}' ends as '{user}'", "'{user}' ends '{stage}'")]
    [TestCase("title:", "message.other: Another sentence.\ntitle:")]
    [TestCase("title:", "tier.minor: info\ntitle:")]
    [TestCase("title:", "option.max.type: integer\noption.max.default: 3\ntitle:")]
    public void Pages_of_one_class_look_the_same_to_it(string text, string replacement) =>
        Verify(
            "DLG0036",
            (
                GeneratorTest.PagePath,
                GeneratorTest
                    .Page.Replace("id: DL3002", "id: [|DL3002|]", StringComparison.Ordinal)
                    .Replace(text, replacement, StringComparison.Ordinal)
            ),
            (GeneratorTest.SiblingPagePath, GeneratorTest.SiblingPage),
            (GeneratorTest.ClassPath, GeneratorTest.SiblingClass)
        );

    [TestCase("")]
    [TestCase("comment-behaviours: [hadolint]\n")]
    public void A_class_for_a_behaviour_needs_the_page_to_declare_it(string declaration) =>
        Verify(
            "DLG0034",
            (
                GeneratorTest.PagePath,
                GeneratorTest.Page.Replace("title:", $"{declaration}title:", StringComparison.Ordinal)
            ),
            Class,
            (GeneratorTest.HadolintClassPath, MarkClassName(GeneratorTest.HadolintClass))
        );

    [Test]
    public void A_class_for_a_behaviour_does_not_replace_the_own_one() =>
        Verify(
            "DLG0022",
            (
                GeneratorTest.PagePath,
                GeneratorTest.WithBehaviours.Replace("id: DL3002", "id: [|DL3002|]", StringComparison.Ordinal)
            ),
            (GeneratorTest.HadolintClassPath, GeneratorTest.HadolintClass)
        );

    [Test]
    public void A_visit_method_that_nothing_would_call_is_an_error() =>
        Verify(
            "DLG0028",
            (GeneratorTest.PagePath, GeneratorTest.Page),
            (
                GeneratorTest.ClassPath,
                GeneratorTest.Class.Replace("VisitStage", "[|VisitHidden|]", StringComparison.Ordinal)
            )
        );

    [TestCase("id: DL3002", "id: [|DL32|]", "LastUserIsRoot")]
    [TestCase("name: last-user-is-root", "name: [|Last_User|]", "LastUserIsRoot")]
    public void An_id_and_a_name_have_a_form(string text, string replacement, string className)
    {
        (string page, _) = Unmark(GeneratorTest.Page.Replace(text, replacement, StringComparison.Ordinal));

        GeneratorRun run = GeneratorTest.Run((GeneratorTest.PagePath, page), Class);

        run.Problems.Select(problem => problem.Id).Should().Equal("DLG0029", "DLG0023");
        run.Problems[1].Location.GetLineSpan().Path.Should().EndWith(className + ".cs");
    }

    [Test]
    public void Any_text_can_be_read()
    {
        Gen<string> edits = Gen.OneOf(
            "---\n",
            "[",
            "]",
            "\"",
            "\\",
            "{",
            "}",
            "`",
            "*",
            "<",
            "](",
            "\r",
            "\n",
            ":",
            ": ",
            ",",
            ".",
            "#",
            "option.x.type: list\n",
            "aliases.kics: [",
            "\uD800"
        );
        Gen.Select(edits, Gen.Int[0, GeneratorTest.Page.Length], Gen.Int[0, 40])
            .Array[1, 6]
            .Sample(changes =>
            {
                string page = GeneratorTest.Page;
                foreach ((string text, int start, int removed) in changes)
                {
                    int at = Math.Min(start, page.Length);
                    page = page[..at] + text + page[Math.Min(page.Length, at + removed)..];
                }

                RulePageResult result = RulePageReader.Read(GeneratorTest.PagePath, SourceText.From(page));
                return result.Page is not null || result.Problems.Length > 0;
            });
    }

    [Test]
    public void Every_error_has_a_test()
    {
        string[] tested =
        [
            .. Edits().Select(edit => (string)edit.Arguments[0]!),
            "DLG0001",
            "DLG0009",
            "DLG0010",
            "DLG0011",
            "DLG0022",
            "DLG0023",
            "DLG0024",
            "DLG0025",
            "DLG0027",
            "DLG0028",
            "DLG0029",
            "DLG0034",
            "DLG0036",
        ];

        IEnumerable<DiagnosticDescriptor> all = typeof(DockerfileLint.Generators.Problems)
            .GetFields(System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)
            .Select(field => field.GetValue(null))
            .OfType<DiagnosticDescriptor>();
        all.Select(descriptor => descriptor.Id).Should().OnlyHaveUniqueItems().And.BeSubsetOf(tested);
    }

    [Test]
    public void Errors_speak_plainly()
    {
        GeneratorRun run = GeneratorTest.Run(
            (
                GeneratorTest.PagePath,
                GeneratorTest.Page.Replace("severity: warning", "severity: fatal", StringComparison.Ordinal)
            ),
            Class
        );

        run.Problems.Single()
            .ToString()
            .Should()
            .Be(
                $"{GeneratorTest.PagePath}(6,11): error DLG0007: 'fatal' is no value of 'severity'. Allowed: error, "
                    + $"warning, info, style, off."
            );
    }

    [Test]
    public void A_page_with_an_error_still_gives_code_that_compiles()
    {
        GeneratorRun run = GeneratorTest.Run(
            (
                GeneratorTest.PagePath,
                GeneratorTest.Page.Replace("severity: warning", "severity: fatal", StringComparison.Ordinal)
            ),
            Class
        );

        run.CompilerMessages.Should().BeEmpty();
    }

    private static TestCaseData Edit(
        string id,
        string text,
        string replacement,
        string second = "",
        string secondReplacement = ""
    )
    {
        GeneratorTest.Page.Should().Contain(text);
        string page = ReplaceFirst(GeneratorTest.Page, text, replacement);
        if (second.Length > 0)
        {
            page.Should().Contain(second);
            page = ReplaceFirst(page, second, secondReplacement);
        }

        return new TestCaseData(id, page).SetArgDisplayNames(
            id,
            replacement + (second.Length > 0 ? " without " + second : "")
        );
    }

    private static string ReplaceFirst(string text, string part, string replacement)
    {
        int index = text.IndexOf(part, StringComparison.Ordinal);
        return text[..index] + replacement + text[(index + part.Length)..];
    }

    private static string MarkClassName(string code) =>
        code.Replace("class LastUserIsRoot", "class [|LastUserIsRoot|]", StringComparison.Ordinal);

    private static void Verify(string id, params (string Path, string Text)[] files)
    {
        foreach (string lineEnd in new[] { "\n", "\r\n" })
        {
            (string Path, string Text, (int Start, int End)? Mark)[] unmarked =
            [
                .. files.Select(file =>
                {
                    (string text, (int, int)? mark) = Unmark(file.Text.ReplaceLineEndings(lineEnd));
                    return (file.Path, text, mark);
                }),
            ];
            (string Path, string Text, (int Start, int End)? Mark) expected = unmarked.Single(file =>
                file.Mark is not null
            );

            GeneratorRun run = GeneratorTest.Run([.. unmarked.Select(file => (file.Path, file.Text))]);

            run.Problems.Select(problem => problem.ToString()).Should().ContainSingle();
            Diagnostic problem = run.Problems[0];
            problem.Id.Should().Be(id);
            problem.Severity.Should().Be(DiagnosticSeverity.Error);
            (int start, int end) = expected.Mark!.Value;
            FileLinePositionSpan location = problem.Location.GetLineSpan();
            location.Path.Should().Be(expected.Path);
            expected
                .Text.Substring(problem.Location.SourceSpan.Start, problem.Location.SourceSpan.Length)
                .Should()
                .Be(expected.Text[start..end]);
            problem.Location.SourceSpan.Start.Should().Be(start);
            location.StartLinePosition.Line.Should().Be(expected.Text[..start].Count(c => c == '\n'));
            location
                .StartLinePosition.Character.Should()
                .Be(start - (expected.Text.LastIndexOf('\n', Math.Max(0, start - 1)) + 1));
            problem.GetMessage(CultureInfo.InvariantCulture).Should().NotContain("{0}").And.NotContain("{1}");
        }
    }

    private static (string Text, (int Start, int End)? Mark) Unmark(string text)
    {
        int start = text.IndexOf("[|", StringComparison.Ordinal);
        int end = text.LastIndexOf("|]", StringComparison.Ordinal);
        return start < 0
            ? (text, null)
            : (text[..start] + text[(start + 2)..end] + text[(end + 2)..], (start, end - 2));
    }
}

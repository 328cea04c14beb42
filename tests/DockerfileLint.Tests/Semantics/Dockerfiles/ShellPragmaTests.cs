using System.Collections.Immutable;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Semantics.Dockerfiles;

internal sealed class ShellPragmaTests
{
    [TestCase("# hadolint shell=/bin/bash", "/bin/bash")]
    [TestCase("#hadolint shell=bash", "bash")]
    [TestCase("#\thadolint   shell = bash ", "bash")]
    [TestCase("# hadolint shell=bash # since it uses arrays", "bash")]
    [TestCase("# hadolint shell=bash\r", "bash")]
    [TestCase("# hadolint shell=bash -e", null)]
    [TestCase("# hadolint shell=", null)]
    [TestCase("# hadolint shell", null)]
    [TestCase("# hadolintshell=bash", null)]
    [TestCase("# Hadolint shell=bash", null)]
    [TestCase("# hadolint ignore=DL3006", null)]
    [TestCase("RUN a \\\n# hadolint shell=bash\n b", null, Description = "inside an instruction")]
    [TestCase("RUN <<E\n# hadolint shell=bash\nE", null, Description = "in a here-document")]
    public void Are_read_as_hadolint_reads_them(string text, string? shell)
    {
        DockerfileModel model = Create($"FROM a\n{text}\n");
        ImmutableArray<ShellPragma> pragmas = ShellPragmas.Of(model).All;

        pragmas.Select(pragma => pragma.Shell).Should().Equal(shell is null ? [] : [shell]);
        pragmas
            .Select(pragma => model.Tree.Text.ToString(pragma.ShellSpan))
            .Should()
            .Equal(pragmas.Select(pragma => pragma.Shell));
    }

    [Test]
    public void Hold_from_their_place_to_the_end_of_the_stage_and_in_the_stages_built_on_it()
    {
        DockerfileModel model = Create(
            """
            # hadolint shell=default
            ARG v
            FROM a AS one
            RUN 0
            # hadolint shell=first
            RUN 1
            # hadolint shell=second
            RUN 2
            FROM b
            RUN 3
            FROM one
            RUN 4
            """
        );
        IEnumerable<string?> shells =
            from stage in model.Stages
            from run in stage.Instructions.OfType<RunInstructionSyntax>()
            select ShellPragmas.Of(model).Find(stage, run.Span.Start)?.Shell;

        shells.Should().Equal("default", "first", "second", "default", "second");
    }

    private static DockerfileModel Create(string text) =>
        DockerfileModel.Create(DockerfileSyntaxTree.Parse(Lint.CreateFile(text)));
}

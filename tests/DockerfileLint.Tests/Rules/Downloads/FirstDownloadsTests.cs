using DockerfileLint.Rules.Downloads;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Downloads;

internal sealed class FirstDownloadsTests
{
    [Test]
    public void Are_told_apart_by_stage_and_by_who_runs_them()
    {
        DockerfileModel model = DockerfileModel.Create(
            DockerfileSyntaxTree.Parse(
                """
                FROM a
                RUN curl first && curl second
                ONBUILD RUN wget trigger
                RUN wget third
                CMD curl command
                FROM b
                RUN curl other
                """
            )
        );
        IEnumerable<RunCommand> commands = model
            .Tree.Root.DescendantNodesAndSelf()
            .OfType<RunInstructionSyntax>()
            .SelectMany(run => model.GetScript(run)!.RunCommands);

        commands
            .Select(command => $"{command.Arguments[0].Text}: {Find(command, "curl")} {Find(command, "wget")}")
            .Should()
            .Equal(
                "first: first third",
                "second: first third",
                "trigger: none trigger",
                "third: first third",
                "other: other none"
            );

        string Find(RunCommand near, string name) =>
            FirstDownloads.Of(model).Find(near, name)?.Arguments[0].Text ?? "none";
    }
}

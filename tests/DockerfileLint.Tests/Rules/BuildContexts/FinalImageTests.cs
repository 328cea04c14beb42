using DockerfileLint.Rules.BuildContexts;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.BuildContexts;

internal sealed class FinalImageTests
{
    [Test]
    public void Holds_the_layers_of_the_last_stage_and_of_those_that_it_is_built_on()
    {
        DockerfileModel model = DockerfileModel.Create(
            DockerfileSyntaxTree.Parse(
                """
                FROM a AS base
                FROM b AS build
                FROM base AS middle
                FROM middle AS last
                COPY --from=build c d
                """
            )
        );

        model
            .Stages.Where(FinalImage.Of(model).HasLayersOf)
            .Select(stage => stage.Name)
            .Should()
            .Equal("base", "middle", "last");
    }
}

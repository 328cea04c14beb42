using System.Collections.Immutable;
using DockerfileLint.Semantics.Compose;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Projects;

/// <summary>Makes the steps from a service to the text that decides a property of its container.</summary>
internal static class FactSteps
{
    internal static ImmutableArray<FactStep> Of(Service service) =>
        [new FactStep(service.NameSpan, $"Service '{service.Name}' is defined here.")];

    /// <summary>The steps to a setting of the service.</summary>
    internal static ImmutableArray<FactStep> Set(this ImmutableArray<FactStep> steps, Service service, SourceSpan span)
    {
        if (service.FindUse(span) is { } use)
        {
            steps = steps.Add(new FactStep(use, $"Service '{service.Name}' takes the value from there."));
        }

        return steps.Add(new FactStep(span, "It is set here."));
    }

    /// <summary>The steps to the stage that is built.</summary>
    internal static ImmutableArray<FactStep> Built(this ImmutableArray<FactStep> steps, ResolvedBuild build)
    {
        steps = steps.Add(new FactStep(build.Build.NameSpan, "Its image is built here."));
        if (build.Build.Target is { } target)
        {
            steps = steps.Add(new FactStep(target.Span, $"The build makes stage '{target.DisplayText}'."));
        }

        return build.Stage is { } stage
            ? steps.Add(
                new FactStep(
                    build.GetSpan((Syntax.SyntaxNode?)stage.From.Image ?? stage.From),
                    $"Stage '{stage.DisplayName}' starts from '{stage.BaseName.DisplayText}'."
                )
            )
            : steps;
    }

    /// <summary>
    /// The steps to a word of the Dockerfile: the build arguments that stand in it, with the variables that give them
    /// their values, and the word.
    /// </summary>
    internal static ImmutableArray<FactStep> Decided(
        this ImmutableArray<FactStep> steps,
        ResolvedBuild build,
        Stage stage,
        WordSyntax word,
        string message
    )
    {
        foreach (Dockerfiles.VariableReference reference in stage.Variables.FindVariables(word.Text, word.Span.Start))
        {
            if (build.Arguments.FirstOrDefault(argument => argument.Name == reference.Name) is not { } argument)
            {
                continue;
            }

            foreach (SourceSpan definition in argument.Text?.Definitions ?? [])
            {
                steps = steps.Add(new FactStep(definition, "A variable of the project is set here."));
            }

            steps = steps.Add(new FactStep(argument.ValueSpan, $"The build argument '{argument.Name}' is given here."));
        }

        return steps.Add(new FactStep(build.GetSpan(word), message));
    }

    internal static EffectiveFact<T> Create<T>(Service service, T value, Certainty certainty = Certainty.Known) =>
        new(value, certainty, Of(service));

    /// <summary>What a setting of the service says.</summary>
    internal static EffectiveFact<T> Create<T>(Service service, Fact<T> fact) =>
        new(fact.ValueOr(default), fact.Certainty, Of(service).Set(service, fact.Span), fact.DisplayText);
}

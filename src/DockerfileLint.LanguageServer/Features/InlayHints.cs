using DockerfileLint.LanguageServer.Protocol;
using DockerfileLint.LanguageServer.Workspaces;
using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Compose;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Semantics.Projects;
using DockerfileLint.Syntax;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Syntax.Yaml;
using DockerfileLint.Text;

namespace DockerfileLint.LanguageServer.Features;

/// <summary>
/// What stands nowhere and holds all the same: values of variables, the user that a service runs as, what another file
/// puts in the place of a value.
/// </summary>
internal static class InlayHints
{
    private const int MaxLength = 60;

    internal static InlayHint[] Find(DocumentView view, RangeParameters parameters, CancellationToken cancellation)
    {
        TextSpan range = view.Encoding.GetSpan(view.Text, parameters.Range);
        IEnumerable<(int Offset, string Label, string? Tooltip)> hints = view.IsDockerfile
            ? InDockerfile(view, cancellation)
            : InCompose(view, cancellation);
        return
        [
            .. hints
                .Where(hint => range.Start <= hint.Offset && hint.Offset <= range.End)
                .OrderBy(hint => hint.Offset)
                .Select(hint => new InlayHint(
                    view.Encoding.GetPosition(view.Text, hint.Offset),
                    hint.Label.Length > MaxLength ? hint.Label[..MaxLength] + "…" : hint.Label
                )
                {
                    Tooltip = hint.Tooltip is null ? null : new MarkupContent("plaintext", hint.Tooltip),
                }),
        ];
    }

    private static IEnumerable<(int Offset, string Label, string? Tooltip)> InDockerfile(
        DocumentView view,
        CancellationToken cancellation
    )
    {
        DockerfileModel model = view.GetDockerfile(cancellation);
        foreach (InstructionSyntax instruction in model.Tree.Root.Instructions)
        {
            cancellation.ThrowIfCancellationRequested();
            Stage? stage = model.FindStage(instruction);
            var nodes = new DescendantEnumerator(instruction);
            while (nodes.MoveNext())
            {
                if (
                    nodes.Current is WordSyntax { Parent: not CommandSyntax } word
                    && word.AsSpan().Contains('$')
                    && Expand(word, instruction, stage, model) is var value
                    && value.Certainty != Certainty.Unknown
                    && value.DisplayText != word.Text
                    && value.DisplayText.Length > 0
                )
                {
                    yield return (
                        word.Span.End,
                        $"= {OneLine(value.DisplayText)}",
                        value.Certainty == Certainty.Default ? "unless a build argument says otherwise" : null
                    );
                }
            }
        }
    }

    private static Fact<string> Expand(
        WordSyntax word,
        InstructionSyntax instruction,
        Stage? stage,
        DockerfileModel model
    ) => stage is null || instruction is FromInstructionSyntax ? model.ExpandGlobal(word) : stage.Expand(word);

    private static IEnumerable<(int Offset, string Label, string? Tooltip)> InCompose(
        DocumentView view,
        CancellationToken cancellation
    )
    {
        ProjectModel project = view.GetProject(cancellation);
        ComposeEnvironment environment = project.Compose.Project.Environment;
        var nodes = new DescendantEnumerator(view.GetYaml(cancellation).Root);
        while (nodes.MoveNext())
        {
            cancellation.ThrowIfCancellationRequested();
            if (nodes.Current is not YamlScalarSyntax { Style: not YamlScalarStyle.Literal } scalar)
            {
                continue;
            }

            foreach ((int start, int length, string name) in ComposeVariables.Find(scalar))
            {
                string expanded = Interpolator.Expand(
                    scalar.Value.Substring(start, length),
                    environment.LookUp,
                    references: null,
                    out Certainty certainty
                );
                if (certainty != Certainty.Unknown && expanded.Length > 0)
                {
                    yield return (
                        scalar.GetSourceSpan(new TextSpan(start, length)).End,
                        $"= {OneLine(expanded)}",
                        environment.LookUp(name).Span is { } span ? $"{name} is set in {span.File.Path}" : null
                    );
                }
            }
        }

        foreach (EffectiveContainer container in project.Containers)
        {
            SourceSpan name = container.Service.NameSpan;
            EffectiveFact<UserSpecification> user = container.User.Value;
            if (name.File.Path == view.Path && !container.User.IsSetByService && user.Certainty != Certainty.Unknown)
            {
                yield return (
                    name.End + 1,
                    $"user {OneLine(user.DisplayText)}",
                    user.Steps.Length > 0 ? user.Steps[^1].Message : null
                );
            }

            foreach (ComposeEntry entry in container.Service.Value.Entries)
            {
                if (
                    entry.Replaced is { } replaced
                    && replaced.NameSpan.File.Path == view.Path
                    && entry.NameSpan.File.Path != view.Path
                    && entry.Value is ComposeScalar value
                    && replaced.Value is ComposeScalar old
                )
                {
                    yield return (
                        old.Span.End,
                        $"→ {OneLine(value.Text.DisplayText)}",
                        $"{entry.NameSpan.File.Path} says so"
                    );
                }
            }
        }
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}

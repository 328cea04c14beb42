using System.Text;
using DockerfileLint.Diagnostics;
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

/// <summary>What is known about the place under the mouse: what it means, what it becomes, and what is wrong.</summary>
internal sealed class Hovers
{
    private readonly DocumentView _view;
    private readonly int _offset;
    private readonly CancellationToken _cancellation;
    private readonly StringBuilder _text = new();
    private TextSpan? _span;

    private Hovers(DocumentView view, int offset, CancellationToken cancellation)
    {
        _view = view;
        _offset = offset;
        _cancellation = cancellation;
    }

    internal static Hover? Find(DocumentView view, PositionParameters parameters, CancellationToken cancellation)
    {
        var hover = new Hovers(view, view.GetOffset(parameters.Position), cancellation);
        if (view.IsDockerfile)
        {
            hover.AddDockerfile(view.GetDockerfile(cancellation));
        }
        else
        {
            hover.AddCompose();
        }

        hover.AddFindings();
        return hover._text.Length == 0
            ? null
            : new Hover(
                MarkupContent.Markdown(hover._text.ToString()),
                hover._span is { } span ? view.GetRange(span) : null
            );
    }

    private void AddDockerfile(DockerfileModel model)
    {
        foreach (DirectiveSyntax directive in model.Tree.Root.Directives)
        {
            if (Holds(directive.Span))
            {
                Add(DocumentationTexts.OfDockerfile("directive " + directive.Name.ToLowerInvariant()), directive.Span);
            }
        }

        int index = model.GetInstructionIndex(_offset);
        if (index < 0)
        {
            return;
        }

        InstructionSyntax instruction = model.Tree.Root.Instructions[index];
        if (instruction is OnbuildInstructionSyntax { Trigger: { } trigger } && trigger.Span.Start <= _offset)
        {
            instruction = trigger;
        }

        string keyword = DockerfileFacts.GetName(instruction.Kind);
        if (Holds(instruction.KeywordSpan))
        {
            Add(DocumentationTexts.OfDockerfile(keyword), instruction.KeywordSpan);
            return;
        }

        IReadOnlyList<DockerfileOccurrence> occurrences = DockerfileSymbols.Find(model, _cancellation);
        if (DockerfileSymbols.FindAt(occurrences, _offset) is { } occurrence)
        {
            if (occurrence.Kind == DockerfileSymbolKind.Stage)
            {
                AddStage(model.Stages[occurrence.Group], occurrence.Span);
            }
            else
            {
                AddVariable(occurrence, occurrences, instruction, model);
            }

            return;
        }

        foreach (FlagSyntax flag in instruction.Flags)
        {
            if (Holds(flag.Span))
            {
                Add(DocumentationTexts.OfDockerfile($"{keyword} --{flag.Name}"), flag.Span);
                return;
            }
        }

        if (instruction is FromInstructionSyntax { Image: { } image } && Holds(image.Span))
        {
            Stage? stage = model.Stages.FirstOrDefault(each => each.From == instruction);
            AddImage(stage?.BaseName.ValueOr(null) ?? image.Text, image.Text, image.Span);
        }
    }

    private void AddStage(Stage stage, TextSpan span)
    {
        string name = stage.Name is null ? $"Stage {stage.DisplayName}" : $"Stage {Quote(stage.Name)}";
        Add($"{name} on {Quote(stage.BaseName.DisplayText)}", span);
        Add($"User: {Describe(stage.User.Value.Certainty, stage.User.Value.DisplayText)}", span);
    }

    private void AddVariable(
        DockerfileOccurrence occurrence,
        IReadOnlyList<DockerfileOccurrence> all,
        InstructionSyntax instruction,
        DockerfileModel model
    )
    {
        Stage? stage = instruction is FromInstructionSyntax ? null : model.FindStage(instruction);
        VariableScope scope = stage?.Variables ?? model.GlobalVariables;

        // A definition shows what it sets, a use what was set before.
        int before = occurrence.IsDefinition ? instruction.Span.End + 1 : occurrence.Span.Start;
        Variable variable = scope.LookUp(occurrence.Name, before);
        string value = variable switch
        {
            { Certainty: Certainty.Unknown } => "not known",
            { State: VariableState.Undefined } => "not set",
            { State: VariableState.Declared } => "empty, unless `--build-arg` sets it",
            { Guess.Length: 0 } => "empty",
            { Certainty: Certainty.Default } => $"{Quote(variable.Guess)}, unless `--build-arg` sets it",
            _ => Quote(variable.Guess),
        };
        Add($"{Quote(occurrence.Name)} is {value}.", occurrence.Span);
        foreach (DockerfileOccurrence other in all.Reverse())
        {
            if (other.IsSameSymbol(occurrence) && other.IsDefinition && other.Span.Start < occurrence.Span.Start)
            {
                int line = _view.Text.GetLinePosition(other.Span.Start).Line;
                Add(
                    $"Set on line {line + 1}: {Quote(_view.Text.ToString(_view.Text.GetLineSpan(line)).Trim())}",
                    occurrence.Span
                );
                break;
            }
        }
    }

    private void AddImage(string name, string written, TextSpan span)
    {
        if (name != written)
        {
            Add($"Image {Quote(name)}", span);
        }

        if (ImageReference.TryParse(name) is not { } image)
        {
            return;
        }

        Add(
            $"Repository {Quote(image.FamiliarName)}, "
                + (
                    image.Digest is not null ? $"pinned to {Quote(image.Digest)}"
                    : image.Tag is { } tag ? $"tag {Quote(tag)}"
                    : "no tag, which means `latest`"
                ),
            span
        );
        if (ImageLinks.Find(name) is { } page)
        {
            Add($"[{page}]({page})", span);
        }
    }

    private void AddCompose()
    {
        YamlSyntaxTree tree = _view.GetYaml(_cancellation);
        SyntaxNode node = tree.FindNode(_offset > 0 && _offset == tree.Text.Length ? _offset - 1 : _offset);
        if (node is not YamlScalarSyntax scalar)
        {
            return;
        }

        ProjectModel project = _view.GetProject(_cancellation);
        if (scalar.Parent is YamlPairSyntax pair && pair.Key == scalar)
        {
            List<string> keys = GetKeys(pair);
            Add(DocumentationTexts.OfCompose(ComposePath.GetDocumentationPath(keys)), scalar.Span);
            if (keys is [ComposeSymbols.Services, var name])
            {
                AddService(project, name, scalar.Span);
            }

            return;
        }

        foreach ((int start, int length, string name) in ComposeVariables.Find(scalar))
        {
            TextSpan span = scalar.GetSourceSpan(new TextSpan(start, length));
            if (Holds(span))
            {
                AddVariable(project, scalar, start, length, name, span);
                return;
            }
        }

        IReadOnlyList<ComposeOccurrence> occurrences = ComposeSymbols.Find(_view, _cancellation);
        if (ComposeSymbols.FindAt(occurrences, _view.Path, _offset) is { Kind: ComposeSymbols.Services } occurrence)
        {
            AddService(project, occurrence.Name, occurrence.Span.Span);
        }
        else if (
            scalar.Parent is YamlPairSyntax { Name: "image" } image
            && GetKeys(image) is [ComposeSymbols.Services, _, _]
        )
        {
            Service? service = project.Compose.FindService(GetKeys(image)[1]);
            AddImage(
                service?.Image is { } known && known.Text.TryGetValue(out string? text) ? text : scalar.Value,
                scalar.Value,
                scalar.Span
            );
        }
        else if (scalar.Parent is YamlPairSyntax holder)
        {
            Add(DocumentationTexts.OfCompose(ComposePath.GetDocumentationPath(GetKeys(holder))), scalar.Span);
        }
    }

    private void AddService(ProjectModel project, string name, TextSpan span)
    {
        if (project.FindContainer(name) is not { } container)
        {
            return;
        }

        Add($"Service {Quote(name)} runs {Quote(container.Image.ToString() ?? "")}", span);
        EffectiveFact<UserSpecification> user = container.User.Value;
        Add($"User: {Describe(user.Certainty, user.DisplayText)}{DescribePlace(user.Span)}", span);
    }

    private string DescribePlace(SourceSpan span) =>
        span.File.Path == _view.Path
            ? ""
            : $" ([{Quote(span.File.Path)}]({_view.GetUri(span.File.Path)}), line "
                + $"{span.File.Text.GetLinePosition(span.Start).Line + 1})";

    private void AddVariable(
        ProjectModel project,
        YamlScalarSyntax scalar,
        int start,
        int length,
        string name,
        TextSpan span
    )
    {
        ComposeVariable variable = project.Compose.Project.Environment.LookUp(name);
        string written = scalar.Value.Substring(start, length);
        string expanded = Interpolator.Expand(
            written,
            project.Compose.Project.Environment.LookUp,
            references: null,
            out Certainty certainty
        );
        Add(
            certainty == Certainty.Unknown
                ? $"{Quote(name)} is set by the environment of whoever runs Compose."
                : $"{Quote(written)} is {(expanded.Length == 0 ? "empty" : Quote(expanded))}"
                    + (certainty == Certainty.Default ? $", unless the environment sets {Quote(name)}." : "."),
            span
        );
        if (variable.Span is { } defined)
        {
            Add(
                $"Set in [{Quote(defined.File.Path)}]({_view.GetUri(defined.File.Path)}), line "
                    + $"{defined.File.Text.GetLinePosition(defined.Start).Line + 1}.",
                span
            );
        }
    }

    private void AddFindings()
    {
        foreach (Finding finding in _view.Lint(_cancellation).Findings)
        {
            if (finding.IsCounted && Holds(finding.Location.Span))
            {
                RuleDescriptor rule = finding.Rule;
                string id = rule.HelpUri is { } uri ? $"[{rule.Id}]({uri})" : rule.Id;
                Add($"---\n{id} **{rule.Title}**", finding.Location.Span);
                Add(rule.Summary, finding.Location.Span);
            }
        }
    }

    /// <summary>The keys that lead to a pair, its own included.</summary>
    private static List<string> GetKeys(YamlPairSyntax pair)
    {
        var keys = new List<string>();
        for (SyntaxNode? node = pair; node is not null; node = node.Parent)
        {
            if (node is YamlPairSyntax { Name: { } name })
            {
                keys.Insert(0, name);
            }
        }

        return keys;
    }

    private static string Describe(Certainty certainty, string text) =>
        certainty == Certainty.Unknown ? "not known"
        : certainty == Certainty.Default ? $"{Quote(text)}, as nothing says otherwise"
        : Quote(text);

    /// <summary>Text of a file as code: Markdown in it must mean nothing.</summary>
    private static string Quote(string text)
    {
        string line = text.ReplaceLineEndings(" ");
        int longest = 0;
        int run = 0;
        foreach (char c in line)
        {
            run = c == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        if (longest == 0)
        {
            return $"`{line}`";
        }

        string fence = new('`', longest + 1);
        return $"{fence} {line} {fence}";
    }

    private bool Holds(TextSpan span) => span.Start <= _offset && _offset <= span.End;

    private void Add(string? text, TextSpan span)
    {
        if (!string.IsNullOrEmpty(text))
        {
            _span ??= span;
            _text.Append(_text.Length == 0 ? "" : "\n\n").Append(text);
        }
    }
}

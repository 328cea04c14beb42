using DockerfileLint.LanguageServer.Protocol;
using DockerfileLint.LanguageServer.Workspaces;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Syntax.Shell;
using DockerfileLint.Syntax.Yaml;
using DockerfileLint.Text;

namespace DockerfileLint.LanguageServer.Features;

/// <summary>
/// What each character of a document is: instructions and flags, keys and anchors, and the shell in RUN. Nodes paint
/// over their parents; what comes out are tokens of one line each.
/// </summary>
internal sealed class SemanticHighlighting
{
    private readonly SemanticTokenType[] _paint;
    private readonly SourceText _text;

    private SemanticHighlighting(SourceText text)
    {
        _text = text;
        _paint = new SemanticTokenType[text.Length];
    }

    internal static SemanticTokens Find(DocumentView view, PositionRange? range, CancellationToken cancellation)
    {
        var highlighting = new SemanticHighlighting(view.Text);
        if (view.IsDockerfile)
        {
            highlighting.PaintDockerfile(view.GetDockerfile(cancellation), cancellation);
        }
        else
        {
            highlighting.PaintYaml(view.GetYaml(cancellation), cancellation);
        }

        return new SemanticTokens(
            highlighting.Encode(
                view,
                range is { } wanted ? view.Encoding.GetSpan(view.Text, wanted) : new TextSpan(0, view.Text.Length)
            )
        );
    }

    private void PaintDockerfile(DockerfileModel model, CancellationToken cancellation)
    {
        foreach (SyntaxToken token in model.Tree.Tokens)
        {
            Paint(
                token.Span,
                token.Kind switch
                {
                    SyntaxKind.Comment => SemanticTokenType.Comment,
                    SyntaxKind.ParserDirective => SemanticTokenType.Macro,
                    SyntaxKind.Keyword => SemanticTokenType.Keyword,
                    SyntaxKind.Flag => SemanticTokenType.Parameter,
                    SyntaxKind.HeredocTerminator => SemanticTokenType.Keyword,
                    _ => SemanticTokenType.None,
                }
            );
        }

        foreach (Stage stage in model.Stages)
        {
            Paint(stage.From.As?.Span, SemanticTokenType.Keyword);
            Paint(stage.From.Name?.Span, SemanticTokenType.Class);
            Paint(
                stage.From.Image?.Span,
                stage.BaseStage is null ? SemanticTokenType.Namespace : SemanticTokenType.Class
            );
        }

        foreach (InstructionSyntax instruction in model.Tree.Root.Instructions)
        {
            cancellation.ThrowIfCancellationRequested();
            PaintInstruction(instruction, model);
        }

        foreach (DockerfileOccurrence occurrence in DockerfileSymbols.Find(model, cancellation))
        {
            if (occurrence.IsExact)
            {
                Paint(
                    occurrence.Span,
                    occurrence.Kind == DockerfileSymbolKind.Stage ? SemanticTokenType.Class : SemanticTokenType.Variable
                );
            }
        }
    }

    private void PaintInstruction(InstructionSyntax instruction, DockerfileModel model)
    {
        switch (instruction)
        {
            case LabelInstructionSyntax label:
                PaintPairs(label.Pairs, SemanticTokenType.Property);
                break;
            case EnvInstructionSyntax env:
                PaintPairs(env.Pairs, SemanticTokenType.Variable);
                break;
            case ArgInstructionSyntax arg:
                PaintPairs(arg.Declarations, SemanticTokenType.Variable);
                break;
            case ExposeInstructionSyntax expose:
                foreach (WordSyntax port in expose.Ports)
                {
                    Paint(port.Span, SemanticTokenType.Number);
                }

                break;
            case OnbuildInstructionSyntax { Trigger: { } trigger }:
                PaintInstruction(trigger, model);
                break;
            default:
                break;
        }

        if (instruction is not ShellInstructionSyntax && model.GetScript(instruction) is { } script)
        {
            PaintScript(script.Script);
            foreach (ShellScriptSyntax nested in script.NestedScripts)
            {
                PaintScript(nested);
            }
        }
    }

    private void PaintPairs(IEnumerable<Syntax.Dockerfiles.KeyValueSyntax> pairs, SemanticTokenType key)
    {
        foreach (Syntax.Dockerfiles.KeyValueSyntax pair in pairs)
        {
            Paint(pair.Value?.Span, SemanticTokenType.String);
            Paint(pair.Key.Span, key);
        }
    }

    private void PaintScript(ShellScriptSyntax script)
    {
        foreach (SyntaxToken comment in script.Comments)
        {
            Paint(comment.Span, SemanticTokenType.Comment);
        }

        var nodes = new DescendantEnumerator(script);
        while (nodes.MoveNext())
        {
            switch (nodes.Current)
            {
                case ShellSimpleCommandSyntax command:
                    foreach (ShellWordSyntax word in command.Words)
                    {
                        if (word == command.Name)
                        {
                            Paint(word.Span, SemanticTokenType.Function);
                        }
                        else if (word.StartsWith("-"))
                        {
                            Paint(word.Span, SemanticTokenType.Parameter);
                        }
                    }

                    break;
                case ShellFunctionSyntax function:
                    Paint(function.Name.Span, SemanticTokenType.Function);
                    break;
                case ShellAssignmentSyntax assignment:
                    Paint(
                        new TextSpan(assignment.Span.Start, Math.Min(assignment.Name.Length, assignment.Span.Length)),
                        SemanticTokenType.Variable
                    );
                    break;
                case ShellSingleQuotedSyntax or ShellDoubleQuotedSyntax:
                    Paint(nodes.Current.Span, SemanticTokenType.String);
                    break;
                case ShellParameterSyntax:
                    Paint(nodes.Current.Span, SemanticTokenType.Variable);
                    break;
                case ShellRedirectionSyntax redirection:
                    Paint(redirection.OperatorSpan, SemanticTokenType.Operator);
                    break;
                case ShellListSyntax list:
                    foreach (ShellOperator each in list.Operators)
                    {
                        Paint(each.Span, SemanticTokenType.Operator);
                    }

                    break;
                case ShellPipelineSyntax pipeline:
                    foreach (ShellOperator each in pipeline.Operators)
                    {
                        Paint(each.Span, SemanticTokenType.Operator);
                    }

                    break;
                default:
                    break;
            }
        }
    }

    private void PaintYaml(YamlSyntaxTree tree, CancellationToken cancellation)
    {
        foreach (SyntaxToken token in tree.Tokens)
        {
            Paint(
                token.Span,
                token.Kind switch
                {
                    SyntaxKind.Comment => SemanticTokenType.Comment,
                    SyntaxKind.Anchor or SyntaxKind.Alias => SemanticTokenType.Decorator,
                    SyntaxKind.Tag or SyntaxKind.YamlDirective => SemanticTokenType.Macro,
                    _ => SemanticTokenType.None,
                }
            );
        }

        var nodes = new DescendantEnumerator(tree.Root);
        while (nodes.MoveNext())
        {
            cancellation.ThrowIfCancellationRequested();
            if (nodes.Current is not YamlScalarSyntax scalar)
            {
                continue;
            }

            if (scalar.Parent is YamlPairSyntax pair && pair.Key == scalar)
            {
                Paint(scalar.ContentSpan, pair.IsMerge ? SemanticTokenType.Operator : SemanticTokenType.Property);
                continue;
            }

            Paint(
                scalar.ContentSpan,
                scalar.Kind switch
                {
                    YamlScalarKind.String => SemanticTokenType.String,
                    YamlScalarKind.Integer or YamlScalarKind.Float => SemanticTokenType.Number,
                    _ => SemanticTokenType.Keyword,
                }
            );
            foreach ((int start, int length, _) in ComposeVariables.Find(scalar))
            {
                Paint(scalar.GetSourceSpan(new TextSpan(start, length)), SemanticTokenType.Variable);
            }
        }
    }

    private void Paint(TextSpan? span, SemanticTokenType type)
    {
        if (span is { } painted && type != SemanticTokenType.None)
        {
            _paint.AsSpan(painted.Start, painted.Length).Fill(type);
        }
    }

    /// <summary>Five numbers a token: lines and characters from the one before, length, type, no modifiers.</summary>
    private int[] Encode(DocumentView view, TextSpan range)
    {
        var data = new List<int>();
        Position last = default;
        for (int line = 0; line < _text.LineCount; line++)
        {
            TextSpan span = _text.GetLineSpan(line);
            int position = span.Start;
            int character = view.Encoding.GetPosition(_text, position).Character;
            while (position < span.End)
            {
                SemanticTokenType type = _paint[position];
                int end = position + 1;
                while (end < span.End && _paint[end] == type)
                {
                    end++;
                }

                // Blanks at the start of a continued line are nothing.
                ReadOnlySpan<char> run = _text.AsSpan(TextSpan.FromBounds(position, end));
                int blanks = run.Length - run.TrimStart().Length;
                int length = view.Encoding.Measure(run);
                if (type != SemanticTokenType.None && blanks < run.Length && position < range.End && end > range.Start)
                {
                    var start = new Position(line, character + blanks);
                    data.Add(start.Line - last.Line);
                    data.Add(start.Line == last.Line ? start.Character - last.Character : start.Character);
                    data.Add(length - blanks);
                    data.Add((int)type - 1);
                    data.Add(0);
                    last = start;
                }

                character += length;
                position = end;
            }
        }

        return [.. data];
    }
}

using DockerfileLint.Analysis;
using DockerfileLint.Diagnostics;
using DockerfileLint.LanguageServer.Workspaces;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Syntax.Yaml;
using DockerfileLint.Text;

namespace DockerfileLint.LanguageServer.Features;

/// <summary>
/// Comments that suppress findings. Each is tried on the text, and none is offered that does not do what it says.
/// </summary>
internal static class SuppressionEdits
{
    private const string CheckDirective = "check";
    private const string SkipOption = "skip=";

    /// <summary>A comment above the line of a finding; <c>null</c> where none has an effect.</summary>
    internal static TextEdit? Suppress(Finding finding, DocumentView view, CancellationToken cancellation)
    {
        foreach (int line in FindLines(finding.Location.Span, view, cancellation))
        {
            SourceText text = view.Text;
            TextSpan span = text.GetLineSpan(line);
            ReadOnlySpan<char> content = text.AsSpan(span);
            string indentation = content[..^content.TrimStart().Length].ToString();
            var edit = new TextEdit(
                new TextSpan(span.Start, 0),
                $"{indentation}# dockerfile-lint ignore={finding.Rule.Id} reason=TODO{GetLineEnd(text)}"
            );
            if (HasEffect(edit, finding, view, cancellation))
            {
                return edit;
            }
        }

        return null;
    }

    /// <summary>A comment for the whole file; <c>null</c> where it has no effect.</summary>
    internal static TextEdit? SuppressInFile(Finding finding, DocumentView view, CancellationToken cancellation)
    {
        var edit = new TextEdit(
            new TextSpan(GetTop(view, cancellation), 0),
            $"# dockerfile-lint ignore-file={finding.Rule.Id} reason=TODO{GetLineEnd(view.Text)}"
        );
        return HasEffect(edit, finding, view, cancellation) ? edit : null;
    }

    /// <summary>BuildKit's directive that skips the check of a rule; <c>null</c> where it has none.</summary>
    internal static TextEdit? SkipCheck(Finding finding, DocumentView view, CancellationToken cancellation)
    {
        if (!view.IsDockerfile || GetCheck(finding.Rule) is not { } check)
        {
            return null;
        }

        var tree = (DockerfileSyntaxTree)view.GetTree(cancellation);
        DirectiveSyntax? directive = tree.Root.Directives.FirstOrDefault(each =>
            each.Name.Equals(CheckDirective, StringComparison.OrdinalIgnoreCase)
        );
        TextEdit edit;
        if (directive is null)
        {
            edit = new TextEdit(
                new TextSpan(GetTop(view, cancellation), 0),
                $"# {CheckDirective}={SkipOption}{check}{GetLineEnd(view.Text)}"
            );
        }
        else
        {
            int skip = directive.Value.IndexOf(SkipOption, StringComparison.Ordinal);
            int end = skip < 0 ? -1 : directive.Value.IndexOf(';', skip);
            edit = new TextEdit(
                new TextSpan(end < 0 ? directive.ValueSpan.End : directive.ValueSpan.Start + end, 0),
                skip < 0 ? $";{SkipOption}{check}" : $",{check}"
            );
        }

        return HasEffect(edit, finding, view, cancellation) ? edit : null;
    }

    /// <summary>The name that BuildKit has for a rule, or <c>null</c>.</summary>
    internal static string? GetCheck(RuleDescriptor rule)
    {
        foreach (RuleAlias alias in rule.Aliases)
        {
            if (alias.Peer == "buildkit" && alias.Ids.Length > 0)
            {
                return alias.Ids[0];
            }
        }

        return null;
    }

    /// <summary>The lines above which a comment may stand, the nearest first.</summary>
    private static IEnumerable<int> FindLines(TextSpan span, DocumentView view, CancellationToken cancellation)
    {
        SourceText text = view.Text;
        if (view.IsDockerfile)
        {
            var tree = (DockerfileSyntaxTree)view.GetTree(cancellation);
            int position = span.Start;
            foreach (InstructionSyntax instruction in tree.Root.Instructions)
            {
                if (instruction.LineSpan.Start <= span.Start && span.Start <= instruction.LineSpan.End)
                {
                    position = instruction.LineSpan.Start;
                }
            }

            yield return text.GetLinePosition(position).Line;
            yield break;
        }

        int last = text.GetLinePosition(span.Start).Line;
        yield return last;
        for (var node = view.GetYaml(cancellation).FindNode(span.Start); node is not null; node = node.Parent)
        {
            int line = text.GetLinePosition(node.Span.Start).Line;
            if (node is YamlPairSyntax or YamlMappingSyntax && line < last)
            {
                last = line;
                yield return line;
            }
        }
    }

    /// <summary>The offset behind the directives, where comments for the whole file stand.</summary>
    private static int GetTop(DocumentView view, CancellationToken cancellation)
    {
        if (
            !view.IsDockerfile || view.GetTree(cancellation).Root is not DockerfileSyntax { Directives: [.., var last] }
        )
        {
            return 0;
        }

        int line = view.Text.GetLinePosition(last.Span.End).Line + 1;
        return line < view.Text.LineCount ? view.Text.GetLineStart(line) : view.Text.Length;
    }

    private static bool HasEffect(TextEdit edit, Finding finding, DocumentView view, CancellationToken cancellation)
    {
        FileResult changed = view.Setup.Linter.Lint(
            view.Project.WithDocument(
                new SourceFile(view.Path, SourceText.From(TextEdit.Apply(view.Text.ToString(), [edit]))),
                view.Language
            ),
            view.Path,
            view.Language,
            cancellation
        );
        return Count(view.Lint(cancellation), finding) > Count(changed, finding);
    }

    private static int Count(FileResult result, Finding finding) =>
        result.Findings.Count(other => other.IsCounted && other.Rule == finding.Rule);

    private static string GetLineEnd(SourceText text)
    {
        TextSpan first = text.GetLineSpan(0);
        return first.End < text.Length && text[first.End] == '\r' ? "\r\n" : "\n";
    }
}

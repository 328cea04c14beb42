using System.Globalization;
using System.Text;
using DockerfileLint.Syntax;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Text;

namespace DockerfileLint.Tests.Testing;

/// <summary>
/// A source with its tree below each line, in comment lines that start with <c>#@</c>, so that a baseline is read where
/// the text stands and holds its own source.
/// </summary>
internal static class InterleavedDump
{
    private const string Prefix = "#@";

    /// <summary>The source of a baseline.</summary>
    internal static string RemoveDump(string baseline) =>
        string.Join(
            '\n',
            baseline
                .ReplaceLineEndings("\n")
                .Split('\n')
                .Where(line => !line.StartsWith(Prefix, StringComparison.Ordinal))
        );

    internal static string Write(DockerfileSyntaxTree tree)
    {
        SourceText text = tree.Text;
        ILookup<int, string> nodes = tree
            .Root.DescendantNodesAndSelf()
            .Skip(1)
            .ToLookup(node => text.GetLinePosition(node.Span.Start).Line, node => DescribeNode(node, text));
        ILookup<int, string> tokens = tree
            .Tokens.Where(token => token.Kind != SyntaxKind.Whitespace)
            .ToLookup(
                token => text.GetLinePosition(token.Span.Start).Line,
                token => $"{token.Kind}[{Columns(token.Span, text)}]"
            );
        ILookup<int, string> diagnostics = tree.Diagnostics.ToLookup(
            diagnostic => text.GetLinePosition(diagnostic.Location.Span.Start).Line,
            diagnostic =>
                $"! {diagnostic.Rule.Id} [{Columns(diagnostic.Location.Span, text)}] {diagnostic.Message.Template.Id}"
        );
        var dump = new StringBuilder();
        for (int line = 0; line < text.LineCount; line++)
        {
            TextSpan span = text.GetLineSpan(line);
            if (span.IsEmpty && line == text.LineCount - 1)
            {
                break;
            }

            dump.Append(text.AsSpan(span)).Append('\n');
            foreach (string node in nodes[line])
            {
                dump.Append(CultureInfo.InvariantCulture, $"{Prefix} {node}\n");
            }

            if (tokens[line].Any())
            {
                dump.Append(CultureInfo.InvariantCulture, $"{Prefix} tokens {string.Join(' ', tokens[line])}\n");
            }

            foreach (string diagnostic in diagnostics[line])
            {
                dump.Append(CultureInfo.InvariantCulture, $"{Prefix} {diagnostic}\n");
            }
        }

        return dump.ToString();
    }

    private static string DescribeNode(SyntaxNode node, SourceText text)
    {
        int depth = 0;
        for (SyntaxNode? parent = node.Parent; parent?.Parent is not null; parent = parent.Parent)
        {
            depth++;
        }

        string detail = node switch
        {
            WordSyntax word => $" '{word.Text}'",
            FlagSyntax flag => $" '{flag.Name}'",
            DirectiveSyntax directive => $" {directive.Name} = '{directive.Value}'",
            CommandSyntax command => command.IsExecForm ? " exec form" : " shell form",
            EnvInstructionSyntax { IsLegacy: true } or LabelInstructionSyntax { IsLegacy: true } => " legacy",
            FileTransferInstructionSyntax { IsJsonForm: true } => " JSON",
            HeredocSyntax heredoc => $" '{heredoc.Name}' body [{Columns(heredoc.BodySpan, text)}]"
                + (heredoc.Expands ? " expands" : "")
                + (heredoc.StripsTabs ? " strips tabs" : "")
                + (heredoc.IsTerminated ? "" : " unterminated"),
            _ => "",
        };
        string name = node.GetType().Name.Replace("Syntax", "", StringComparison.Ordinal);
        return $"{new string(' ', depth * 2)}{name} [{Columns(node.Span, text)}]{detail}";
    }

    /// <summary>0-based columns in the line; <c>+n:</c> in front of an end that lies n lines further down.</summary>
    private static string Columns(TextSpan span, SourceText text)
    {
        LinePositionSpan lines = text.GetLinePositionSpan(span);
        int further = lines.End.Line - lines.Start.Line;
        return $"{lines.Start.Character}..{(further == 0 ? "" : $"+{further}:")}{lines.End.Character}";
    }
}

using DockerfileLint.Diagnostics;
using DockerfileLint.Syntax;
using DockerfileLint.Syntax.Yaml;
using DockerfileLint.Text;

namespace DockerfileLint.Rules.Fixes;

/// <summary>Fixes in Compose files.</summary>
internal static class ComposeFixes
{
    internal static bool TryFix(Diagnostic diagnostic, TextSpan place, YamlSyntaxTree tree, FixBuilder fix) =>
        (diagnostic.Rule.Id, diagnostic.Message.Template.Id) switch
        {
            ("DC1005", _) => RemovePair(place, tree, fix),
            ("DC1012", "default" or "port") => Quote(place, tree, isSame: true, fix),
            ("DC1012", "rewritten") => Quote(place, tree, isSame: false, fix),
            ("DC5001", _) => BindToLoopback(place, tree, fix),
            _ => false,
        };

    /// <summary>Removes a key with its value, on a line of their own; a comment behind them stays.</summary>
    private static bool RemovePair(TextSpan place, YamlSyntaxTree tree, FixBuilder fix)
    {
        if (
            FindScalar(place, tree)?.Parent
            is not YamlPairSyntax
            {
                Key: YamlScalarSyntax key,
                Value: YamlScalarSyntax { Anchor: null } value,
                Parent: YamlMappingSyntax { IsFlow: false }
            } pair
        )
        {
            return false;
        }

        SourceText text = tree.Text;
        int line = text.GetLinePosition(pair.Span.Start).Line;
        TextSpan lineSpan = text.GetLineSpan(line);
        if (
            pair.Span.End > lineSpan.End
            || line + 1 >= text.LineCount
            || !text.AsSpan(TextSpan.FromBounds(lineSpan.Start, pair.Span.Start)).IsWhiteSpace()
        )
        {
            return false;
        }

        ReadOnlySpan<char> rest = text.AsSpan(TextSpan.FromBounds(pair.Span.End, lineSpan.End));
        if (!rest.IsWhiteSpace())
        {
            int comment = rest.IndexOf('#');
            if (comment < 0)
            {
                return false;
            }

            fix.Remove(TextSpan.FromBounds(pair.Span.Start, pair.Span.End + comment));
        }
        else
        {
            // The blank line that set it apart goes with it where it would lead the file.
            bool leads = line == 0 && line + 2 < text.LineCount && text.AsSpan(text.GetLineSpan(1)).IsWhiteSpace();
            fix.Remove(TextSpan.FromBounds(lineSpan.Start, text.GetLineStart(line + (leads ? 2 : 1))));
        }

        fix.Declare(0, [YamlWords.Pair, YamlWords.Describe(key), YamlWords.Describe(value)], []);
        return true;
    }

    /// <summary>Puts a plain scalar into quotes.</summary>
    private static bool Quote(TextSpan place, YamlSyntaxTree tree, bool isSame, FixBuilder fix)
    {
        if (
            FindScalar(place, tree) is not { Style: YamlScalarStyle.Plain, Tag: null } scalar
            || scalar.ContentSpan != place
            || tree.Text.ToString(place) != scalar.Value
            || scalar.Value.IndexOf('"') >= 0
            || scalar.Value.IndexOf('\\') >= 0
        )
        {
            return false;
        }

        fix.Replace(place, $"\"{scalar.Value}\"");
        if (!isSame)
        {
            fix.MakeUnsafe();
            fix.Declare(0, [YamlWords.Describe(scalar)], [YamlWords.DescribeText(scalar.Value)]);
        }

        return true;
    }

    /// <summary>Publishes a port in the short form on the machine itself alone.</summary>
    private static bool BindToLoopback(TextSpan place, YamlSyntaxTree tree, FixBuilder fix)
    {
        if (
            FindScalar(place, tree) is not { Anchor: null, Tag: null, Parent: YamlSequenceSyntax } scalar
            || scalar.Style
                is not (YamlScalarStyle.Plain or YamlScalarStyle.DoubleQuoted or YamlScalarStyle.SingleQuoted)
            || scalar.Value.Split(':') is not [{ Length: > 0 } published, { Length: > 0 }]
            || !published.All(static c => c is (>= '0' and <= '9') or '-')
        )
        {
            return false;
        }

        int start = scalar.ContentSpan.Start;
        fix.Insert(scalar.Style == YamlScalarStyle.Plain ? start : start + 1, "127.0.0.1:");
        fix.Declare(0, [YamlWords.Describe(scalar)], [YamlWords.DescribeText("127.0.0.1:" + scalar.Value)]);
        return true;
    }

    private static YamlScalarSyntax? FindScalar(TextSpan place, YamlSyntaxTree tree)
    {
        SyntaxNode node = tree.FindNode(place);
        return node as YamlScalarSyntax ?? (node as YamlPairSyntax)?.Key as YamlScalarSyntax;
    }
}

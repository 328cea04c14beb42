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
            ("DC3001", _) => RemovePrivileged(place, tree, fix),
            ("DC3020", _) => Harden(diagnostic, place, tree, fix),
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

    /// <summary>Removes the pair whose value is at a place.</summary>
    private static bool RemovePrivileged(TextSpan place, YamlSyntaxTree tree, FixBuilder fix) =>
        FindScalar(place, tree) is { Parent: YamlPairSyntax { Key: YamlScalarSyntax key } }
        && RemovePair(key.Span, tree, fix);

    /// <summary>Adds what a service lacks, behind its last key and indented as that is.</summary>
    private static bool Harden(Diagnostic diagnostic, TextSpan place, YamlSyntaxTree tree, FixBuilder fix)
    {
        if (
            FindScalar(place, tree)?.Parent
                is not YamlPairSyntax
                {
                    Value: YamlMappingSyntax { IsFlow: false, Anchor: null, Pairs: [var first, ..] } service,
                }
            || service.Find("deploy") is not null
            || service.MergeSources.Count > 0
            || FindPath(first) is not { } path
            || diagnostic.Message.Arguments is not [_, var missing, ..]
        )
        {
            return false;
        }

        SourceText text = tree.Text;
        int start = text.GetLineStart(text.GetLinePosition(first.Span.Start).Line);
        string margin = text.ToString(TextSpan.FromBounds(start, first.Span.Start));
        string lineEnd = text.AsSpan().IndexOf("\r\n".AsSpan()) >= 0 ? "\r\n" : "\n";
        bool isIndented = service.Pairs.All(pair =>
            pair.Value is not YamlSequenceSyntax { IsFlow: false } items
            || text.GetLinePosition(items.Span.Start).Character > margin.Length
        );
        string item = lineEnd + margin + (isIndented ? "  " : "") + "- ";
        var lines = new List<string>();
        string parent = path.Substring(0, path.Length - first.Name!.Length);
        foreach (string name in missing.Split([", "], StringSplitOptions.None))
        {
            (string key, string value) = name switch
            {
                "cap_drop: ALL" => ("cap_drop", ":" + item + "ALL"),
                "no-new-privileges" => ("security_opt", ":" + item + "no-new-privileges:true"),
                "mem_limit" => (name, ": 512m"),
                "cpus" => (name, ": 1"),
                "pids_limit" => (name, ": 200"),
                _ => ("", ""),
            };
            if (key.Length == 0 || service.Find(key) is not null)
            {
                return false;
            }

            lines.Add(margin + key + value + lineEnd);
            fix.AddKey(parent + key);
        }

        if (!margin.All(static c => c == ' ') || FindLineBehind(service, text) is not { } end)
        {
            return false;
        }

        bool isEnded = end == 0 || text.AsSpan()[end - 1] == '\n';
        fix.Insert(end, isEnded ? string.Concat(lines) : lineEnd + string.Concat(lines).TrimEnd('\r', '\n'));
        return true;
    }

    /// <summary>The start of the line behind a mapping, its end where there is none.</summary>
    private static int? FindLineBehind(YamlMappingSyntax mapping, SourceText text)
    {
        if (
            mapping.Pairs[mapping.Pairs.Count - 1].Value is YamlScalarSyntax
            {
                Style: not YamlScalarStyle.Plain
                    and not YamlScalarStyle.SingleQuoted
                    and not YamlScalarStyle.DoubleQuoted
            }
        )
        {
            // What belongs to a block of text is for its own rules to say.
            return null;
        }

        int line = text.GetLinePosition(mapping.Pairs[mapping.Pairs.Count - 1].Span.End).Line;
        return line + 1 < text.LineCount ? text.GetLineStart(line + 1) : text.Length;
    }

    /// <summary>The keys that lead to a pair, with dots between them; <c>null</c> where one of them is none.</summary>
    internal static string? FindPath(YamlPairSyntax pair)
    {
        string path = "";
        for (SyntaxNode? node = pair; node is not null; node = node.Parent)
        {
            if (node is YamlSequenceSyntax || node is YamlPairSyntax { Name: null })
            {
                return null;
            }

            path = node is YamlPairSyntax each ? each.Name + (path.Length == 0 ? "" : "." + path) : path;
        }

        return path;
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

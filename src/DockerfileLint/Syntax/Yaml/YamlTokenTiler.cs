namespace DockerfileLint.Syntax.Yaml;

/// <summary>Fills what lies between the recorded tokens, so that the tokens tile the text.</summary>
internal static class YamlTokenTiler
{
    internal static SyntaxTokenList Tile(string text, List<RecordedToken> tokens)
    {
        var builder = new SyntaxTokenList.Builder(new ulong[(tokens.Count * 2) + 4]);
        foreach (RecordedToken token in tokens)
        {
            if (token.Start > builder.Position)
            {
                FillUpTo(ref builder, text, token.Start);
            }

            builder.AddUpTo(Math.Min(token.End, text.Length), token.Kind);
        }

        FillUpTo(ref builder, text, text.Length);
        return builder.ToList();
    }

    private static void FillUpTo(ref SyntaxTokenList.Builder builder, string text, int end)
    {
        while (builder.Position < end)
        {
            int i = builder.Position;
            switch (text[i])
            {
                case '\n':
                    builder.AddUpTo(i + 1, SyntaxKind.NewLine);
                    break;
                case '\r':
                    builder.AddUpTo(i + 1 < end && text[i + 1] == '\n' ? i + 2 : i + 1, SyntaxKind.NewLine);
                    break;
                case ' ' or '\t' or '\u0085' or '\u2028' or '\u2029':
                    // The last three end lines for the YAML library, but for nobody who counts lines.
                    while (i < end && text[i] is ' ' or '\t' or '\u0085' or '\u2028' or '\u2029')
                    {
                        i++;
                    }

                    builder.AddUpTo(i, SyntaxKind.Whitespace);
                    break;
                default:
                    bool isFirst = IsFirstOnLine(text, i);

                    // The library gives directives no span. In text that was skipped, a line of comment is still one:
                    // it may speak of the whole file.
                    SyntaxKind kind =
                        !isFirst ? SyntaxKind.SkippedText
                        : text[i] == '#' ? SyntaxKind.Comment
                        : text[i] == '%' ? SyntaxKind.YamlDirective
                        : SyntaxKind.SkippedText;
                    while (i < end && text[i] is not ('\n' or '\r'))
                    {
                        i++;
                    }

                    while (text[i - 1] is ' ' or '\t')
                    {
                        i--;
                    }

                    builder.AddUpTo(i, kind);
                    break;
            }
        }
    }

    private static bool IsFirstOnLine(string text, int position)
    {
        while (position > 0 && text[position - 1] is ' ' or '\t')
        {
            position--;
        }

        return position == 0 || text[position - 1] is '\n' or '\r';
    }
}

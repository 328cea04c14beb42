using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Text;
using Sprache;

namespace DockerfileLint.Syntax.Compose;

/// <summary>A part of a short specification such as <c>./data:/data:ro</c>.</summary>
/// <param name="Text">The part.</param>
/// <param name="Span">Its place; 0-based in the specification's text.</param>
[Experimental(ExperimentalApi.Id)]
public readonly record struct SpecificationPart(string Text, TextSpan Span)
{
    /// <summary>Whether nothing stands there.</summary>
    public bool IsEmpty => Text is null || Text.Length == 0;
}

/// <summary>What the short specifications have in common.</summary>
internal static class SpecificationGrammar
{
    /// <summary>
    /// A variable that is not known, <c>${NAME}</c>: whatever it holds belongs to one part. Nothing else may stand in
    /// the braces, so that text full of open ones is read once.
    /// </summary>
    internal static readonly Parser<string> Variable =
        from open in Parse.String("${")
        from name in Parse.LetterOrDigit.Or(Parse.Char('_')).AtLeastOnce().Text()
        from close in Parse.Char('}')
        select "${" + name + "}";

    /// <summary>Text up to one of some separators.</summary>
    internal static Parser<string> Until(params char[] separators) =>
        Variable
            .Or(Parse.CharExcept(separators).Except(Parse.String("${")).AtLeastOnce().Text())
            .Or(Parse.Char('$').Select(c => "$"))
            .Many()
            .Select(string.Concat);

    /// <summary>The same parser with its place.</summary>
    internal static Parser<SpecificationPart> Part(this Parser<string> parser) =>
        parser.Span().Select(span => new SpecificationPart(span.Value, new TextSpan(span.Start.Pos, span.Length)));

    /// <summary>
    /// The parts of a stretch of text between separators. A variable that is not known, <c>${NAME}</c>, belongs to one
    /// part whatever it holds.
    /// </summary>
    internal static List<SpecificationPart> Split(string text, int start, int end, char separator)
    {
        var parts = new List<SpecificationPart>(3);
        while (true)
        {
            int partEnd = FindSeparator(text, start, end, separator);
            parts.Add(
                new SpecificationPart(text.Substring(start, partEnd - start), TextSpan.FromBounds(start, partEnd))
            );
            if (partEnd >= end)
            {
                return parts;
            }

            start = partEnd + 1;
        }
    }

    /// <summary>Offset of the next separator outside of variables, or <paramref name="end"/>.</summary>
    internal static int FindSeparator(string text, int start, int end, char separator)
    {
        int i = start;
        while (i < end && text[i] != separator)
        {
            i = text[i] == '$' ? SkipVariable(text, i, end) : i + 1;
        }

        return i;
    }

    private static int SkipVariable(string text, int dollar, int end)
    {
        if (dollar + 1 >= end || text[dollar + 1] != '{')
        {
            return dollar + 1;
        }

        int i = dollar + 2;
        while (i < end && (char.IsLetterOrDigit(text[i]) || text[i] == '_'))
        {
            i++;
        }

        int nameEnd = i;
        if (i < end && text[i] is ':' or '-' or '?' or '+')
        {
            // Left by "$${NAME:-default}". The next expression ends the search, so that text is read once.
            while (i < end && text[i] is not ('{' or '}' or '$'))
            {
                i++;
            }
        }

        return nameEnd > dollar + 2 && i < end && text[i] == '}' ? i + 1 : dollar + 1;
    }
}

using DockerfileLint.Text;

namespace DockerfileLint.Fuzz.Mutation;

/// <summary>Changes that every language knows: of its parts, of lines and of characters.</summary>
internal static class TextEdits
{
    private static readonly (string Open, string Close)[] Brackets =
    [
        ("\"", "\""),
        ("'", "'"),
        ("`", "`"),
        ("(", ")"),
        ("[", "]"),
        ("{", "}"),
        ("${", "}"),
        ("${X:-", "}"),
        ("$(", ")"),
        ("$((", "))"),
        ("[\"", "\"]"),
        ("\"$(", ")\""),
        ("", "\\"),
        ("\\", ""),
    ];

    internal static readonly TextEdit[] All =
    [
        // Parts
        context => context.Replace(context.PickPart().Span, ""),
        context => context.Replace(context.PickPart().Span, context.PickAtom()),
        DuplicatePart,
        ReplaceBySibling,
        ReplaceBySibling,
        ReplaceBySibling,
        context => context.Replace(context.PickPart().Span, context.Mutator.PickStranger(context.Random)),
        SwapParts,
        InsertAtom,
        InsertAtom,
        Enclose,
        Enclose,
        EmptyQuotes,
        LengthenPart,
        // Lines
        context => context.Replace(context.PickLine(), ""),
        context =>
            context.PickLine() is var line
                ? context.Replace(line, EditContext.Repeat(context.Get(line), context.PickCount()))
                : "",
        MoveLine,
        context => context.Replace(new TextSpan(context.PickLine().Start, 0), context.PickAtom() + "\n"),
        Splice,
        // Characters
        context => context.Text[..context.PickPosition()],
        context => context.Replace(new TextSpan(context.PickPosition(), 0), context.PickAtom()),
        DeleteCharacters,
        ChangeLineEnds,
        ChangeCase,
    ];

    private static string DuplicatePart(EditContext context)
    {
        TextSpan part = context.PickPart().Span;
        string separator = context.Pick(["", " ", "\n", ","]);
        return context.Replace(part, EditContext.Repeat(context.Get(part) + separator, context.PickCount()));
    }

    private static string ReplaceBySibling(EditContext context)
    {
        TextPart part = context.PickPart();
        return context.Replace(part.Span, context.Mutator.PickSibling(part.Kind, context.Random));
    }

    private static string SwapParts(EditContext context)
    {
        TextSpan first = context.PickPart().Span;
        TextSpan second = context.PickPart().Span;
        if (first.Start > second.Start)
        {
            (first, second) = (second, first);
        }

        return first.End > second.Start
            ? context.Text
            : string.Concat(
                context.Text[..first.Start],
                context.Get(second),
                context.Text[first.End..second.Start],
                context.Get(first),
                context.Text[second.End..]
            );
    }

    private static string InsertAtom(EditContext context)
    {
        TextSpan part = context.PickPart().Span;
        int at = context.Random.Next(3) switch
        {
            0 => part.Start,
            1 => part.End,
            _ => part.Start + context.Random.Next(part.Length + 1),
        };
        return context.Replace(new TextSpan(at, 0), context.PickAtom());
    }

    private static string Enclose(EditContext context)
    {
        TextSpan part = context.PickPart().Span;
        (string open, string close) = context.Pick(Brackets);
        int depth = context.Random.Next(30) == 0 ? context.PickCount() * 10 : 1;
        return context.Replace(
            part,
            EditContext.Repeat(open, depth) + context.Get(part) + EditContext.Repeat(close, depth)
        );
    }

    private static string EmptyQuotes(EditContext context) =>
        context.Replace(
            context.PickPart().Span,
            context.Pick(["\"\"", "''", "\" \"", "\"\"\"\"", "\"$X\"", "[]", "{}"])
        );

    private static string LengthenPart(EditContext context)
    {
        TextSpan part = context.PickPart().Span;
        string piece = part.IsEmpty ? context.PickAtom() : context.Get(part);
        return context.Random.Next(10) > 0
            ? context.Replace(part, piece + piece)
            : context.Replace(part, EditContext.Repeat(piece, context.Random.Next(1, 20_000)));
    }

    private static string MoveLine(EditContext context)
    {
        TextSpan line = context.PickLine();
        var rest = context with { Text = context.Replace(line, "") };
        return rest.Replace(new TextSpan(rest.PickLine().Start, 0), context.Get(line));
    }

    private static string Splice(EditContext context)
    {
        var other = context with { Text = context.Pick(context.Mutator.Seeds) };
        return context.Text[..context.PickLine().Start] + other.Text[other.PickLine().Start..];
    }

    private static string DeleteCharacters(EditContext context)
    {
        int start = context.PickPosition();
        int end = Math.Min(context.Text.Length, start + context.Random.Next(1, 20));
        return context.Replace(TextSpan.FromBounds(start, end), "");
    }

    private static string ChangeLineEnds(EditContext context) =>
        context.Random.Next(4) != 0
            ? context.Text
            : context.Text.Replace(
                "\n",
                context.Pick(["\r\n", "\r", "\n\n", "\u2028", "\\\n"]),
                StringComparison.Ordinal
            );

    private static string ChangeCase(EditContext context)
    {
        TextSpan part = context.PickPart().Span;
        string text = context.Get(part);
        return context.Replace(part, context.Random.Next(2) == 0 ? text.ToUpperInvariant() : text.ToLowerInvariant());
    }
}

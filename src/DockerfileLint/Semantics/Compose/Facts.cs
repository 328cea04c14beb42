using System.Globalization;
using DockerfileLint.Syntax.Compose;
using DockerfileLint.Syntax.Values;

namespace DockerfileLint.Semantics.Compose;

/// <summary>Makes facts of scalars.</summary>
internal static class Facts
{
    /// <summary>A part of a short form, or <c>null</c> where nothing stands there.</summary>
    internal static Fact<string>? Create(InterpolatedText text, SpecificationPart part) =>
        part.IsEmpty ? null : text.GetPart(part.Span, part.Text);

    /// <summary>What a node says by its form alone.</summary>
    internal static Fact<T> Create<T>(T value, ComposeNode node) =>
        new(value, Certainty.Known, node.Syntax, node.Syntax.ContentSpan, displayText: null);

    internal static Fact<string>? GetText(ComposeMapping? mapping, string key) => mapping?.GetScalar(key)?.Text.Whole;

    internal static Fact<bool>? GetBoolean(ComposeMapping? mapping, string key) =>
        GetText(mapping, key)?.Parse(ParseBoolean);

    internal static IEnumerable<Fact<string>> GetTexts(ComposeMapping? mapping, params string[] path) =>
        // Most lists that a rule asks for are not there.
        mapping?.GetItems(path)
            is { Count: > 0 } items
            ? items.OfType<ComposeScalar>().Where(scalar => !scalar.IsNull).Select(scalar => scalar.Text.Whole)
            : [];

    internal static Fact<UserSpecification>? GetUser(ComposeMapping mapping) =>
        GetText(mapping, "user") is { } text && text.MayBe(user => user.Length > 0)
            ? text.Select(UserSpecification.Parse)
            : null;

    /// <summary>
    /// What a text means; <c>null</c> where it is known and means nothing of that kind. Of an unknown text the meaning
    /// is unknown.
    /// </summary>
    internal static Fact<T>? Parse<T>(this Fact<string> text, Func<string, T?> parse)
        where T : struct
    {
        T? value = text.TryGetValue(out string? known) ? parse(known) : default(T);
        return value is { } meaning ? text.As(meaning) : null;
    }

    internal static bool? ParseBoolean(string text) =>
        text.ToLowerInvariant() switch
        {
            "true" or "yes" or "y" or "on" => true,
            "false" or "no" or "n" or "off" => false,
            _ => null,
        };

    /// <summary>A size in bytes.</summary>
    internal static double? ParseBytes(string text) => ByteSize.TryParse(text, out double bytes) ? bytes : null;

    internal static double? ParseNumber(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : null;
}

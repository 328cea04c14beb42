using DockerfileLint.Syntax.Compose;

namespace DockerfileLint.Semantics.Compose;

/// <summary>Makes facts of scalars.</summary>
internal static class Facts
{
    internal static Fact<string> Create(InterpolatedText text) =>
        new(text.Text, text.Certainty, text.Span, text.Scalar);

    internal static Fact<string>? Create(InterpolatedText text, SpecificationPart part) =>
        part.IsEmpty
            ? null
            : new Fact<string>(part.Text, text.GetCertainty(part.Span), text.GetSourceSpan(part.Span), text.Scalar);

    internal static Fact<string>? GetText(ComposeMapping? mapping, string key) =>
        mapping?.GetScalar(key) is { } scalar ? Create(scalar.Text) : null;

    internal static Fact<bool>? GetBoolean(ComposeMapping? mapping, string key) =>
        mapping?.GetScalar(key) is { } scalar ? CreateBoolean(scalar.Text) : null;

    internal static IEnumerable<Fact<string>> GetTexts(ComposeMapping? mapping, params string[] path) =>
        mapping is null
            ? []
            : mapping
                .GetItems(path)
                .OfType<ComposeScalar>()
                .Where(scalar => !scalar.IsNull)
                .Select(scalar => Create(scalar.Text));

    internal static Fact<UserSpecification>? GetUser(ComposeMapping mapping) =>
        GetText(mapping, "user") is { Value.Length: > 0 } text
            ? new Fact<UserSpecification>(UserSpecification.Parse(text.Value), text.Certainty, text.Span, text.Node)
            : null;

    internal static Fact<bool>? CreateBoolean(InterpolatedText? text)
    {
        if (text is null)
        {
            return null;
        }

        if (text.Certainty == Certainty.Unknown)
        {
            return new Fact<bool>(false, Certainty.Unknown, text.Span, text.Scalar);
        }

        bool? value = text.Text.ToLowerInvariant() switch
        {
            "true" or "yes" or "y" or "on" => true,
            "false" or "no" or "n" or "off" => false,
            _ => null,
        };
        return value is { } known ? new Fact<bool>(known, text.Certainty, text.Span, text.Scalar) : null;
    }
}

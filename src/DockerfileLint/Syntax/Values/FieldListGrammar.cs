using Sprache;

namespace DockerfileLint.Syntax.Values;

/// <summary>
/// The comma-separated fields of <c>--mount</c> and <c>--device</c>: one record of RFC 4180, where quotes surround a
/// whole field or none of it.
/// </summary>
internal static class FieldListGrammar
{
    private static readonly Parser<string> Quoted =
        from open in Parse.Char('"')
        from text in Parse.CharExcept('"').Or(Parse.String("\"\"").Return('"')).Many().Text()
        from close in Parse.Char('"')
        select text;

    private static readonly Parser<ListField> Field = Quoted
        .Or(Parse.CharExcept("\",").Many().Text())
        .Select(text => new ListField(text))
        .Positioned();

    private static readonly Parser<IEnumerable<ListField>> Fields = Field.DelimitedBy(Parse.Char(','));

    /// <summary>
    /// The fields in order, or <c>null</c> where a quote stands inside a bare field or is never closed.
    /// </summary>
    internal static IReadOnlyList<ListField>? TryParse(string text)
    {
        IResult<IEnumerable<ListField>> result = Fields.End().TryParse(text);
        return result.WasSuccessful ? [.. result.Value] : null;
    }
}

/// <summary>One field of a list, <c>key=value</c> or a bare word.</summary>
/// <param name="text">The field without quotes.</param>
internal sealed class ListField(string text) : IPositionAware<ListField>
{
    private readonly int _equals = text.IndexOf('=');

    /// <summary>The field without quotes.</summary>
    internal string Text => text;

    /// <summary>What stands before the first equals sign, in lower case.</summary>
    internal string Key => (_equals < 0 ? text : text.Substring(0, _equals)).ToLowerInvariant();

    /// <summary>What stands behind the first equals sign, or <c>null</c> in a bare word.</summary>
    internal string? Value => _equals < 0 ? null : text.Substring(_equals + 1);

    /// <summary>0-based offset of the field in the list, quotes included.</summary>
    internal int Start { get; private set; }

    /// <summary>Number of characters in the list, quotes included.</summary>
    internal int Length { get; private set; }

    /// <summary>0-based offset of the value in the list; the field's where it is quoted or bare.</summary>
    internal int ValueStart => _equals < 0 || Length != text.Length ? Start : Start + _equals + 1;

    /// <inheritdoc/>
    public ListField SetPos(Position startPos, int length)
    {
        Start = startPos.Pos;
        Length = length;
        return this;
    }
}

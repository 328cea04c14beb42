using DockerfileLint.Syntax.Values;

namespace DockerfileLint.Semantics.Compose.Schema;

/// <summary>
/// What may stand at one place of a Compose file: a scalar, a list, a mapping, nothing, or one of several of them.
/// Compose never lets two kinds of mapping compete, so the kind of a node decides what it is checked against.
/// </summary>
internal sealed class SchemaType
{
    internal ScalarType? Scalar { get; init; }

    /// <summary>Type of a list's items, or <c>null</c> where no list may stand.</summary>
    internal SchemaType? Item { get; init; }

    /// <summary>Whether a list may not hold a value twice.</summary>
    internal bool HasUniqueItems { get; init; }

    internal MappingType? Mapping { get; init; }

    internal bool AllowsNull { get; init; }

    /// <summary>The type for people, such as <c>string or list</c>.</summary>
    internal string Description =>
        string.Join(
            " or ",
            new[]
            {
                Scalar?.Description,
                Item is null ? null : "list",
                Mapping is null ? null : "mapping",
            }.OfType<string>()
        );

    /// <summary>Either of two types; at most one of them has scalars, one lists and one mappings.</summary>
    public static SchemaType operator |(SchemaType left, SchemaType right) =>
        new()
        {
            Scalar = left.Scalar ?? right.Scalar,
            Item = left.Item ?? right.Item,
            HasUniqueItems = left.HasUniqueItems || right.HasUniqueItems,
            Mapping = left.Mapping ?? right.Mapping,
            AllowsNull = left.AllowsNull || right.AllowsNull,
        };
}

/// <summary>Which scalars may stand at a place.</summary>
internal sealed class ScalarType
{
    /// <summary>The type for people: <c>string</c>, <c>integer</c>, <c>boolean</c> …</summary>
    internal required string Description { get; init; }

    /// <summary>Whether text may stand there; where <see cref="Cast"/> is set, text that the cast can read.</summary>
    internal bool AllowsText { get; init; }

    internal bool AllowsInteger { get; init; }

    /// <summary>Whether numbers with a fraction may stand there.</summary>
    internal bool AllowsFloat { get; init; }

    internal bool AllowsBoolean { get; init; }

    /// <summary>What Compose turns text into before it looks at the type.</summary>
    internal ScalarCast Cast { get; init; }

    internal long Minimum { get; init; } = long.MinValue;

    internal long Maximum { get; init; } = long.MaxValue;

    /// <summary>The only values that are allowed; empty for any.</summary>
    internal string[] Values { get; init; } = [];

    /// <summary>Whether Compose itself takes other values than <see cref="Values"/> without a word.</summary>
    internal bool IsTolerant { get; init; }

    /// <summary>The form of the text, or <c>null</c> for any.</summary>
    internal ValueGrammar? Grammar { get; init; }
}

/// <summary>What Compose turns text into on paths where it knows the type.</summary>
internal enum ScalarCast
{
    None,
    Boolean,
    Integer,
    Number,
    Octal,
}

/// <summary>Which keys a mapping may have.</summary>
internal sealed class MappingType
{
    /// <summary>The known keys and their types.</summary>
    internal Dictionary<string, SchemaType> Keys { get; init; } = new(StringComparer.Ordinal);

    internal string[] Required { get; init; } = [];

    /// <summary>Whether keys <c>x-…</c> are extensions here.</summary>
    internal bool AllowsExtensions { get; init; }

    /// <summary>Whether other keys may stand here, which Compose does not look at.</summary>
    internal bool AllowsFurtherKeys { get; init; }

    /// <summary>
    /// Type of the values below names that the author chooses; <c>null</c> where only known keys may stand.
    /// </summary>
    internal SchemaType? Named { get; init; }

    /// <summary>The form of such names, or <c>null</c> for any.</summary>
    internal ValueGrammar? Name { get; init; }
}

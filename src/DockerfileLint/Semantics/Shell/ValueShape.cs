namespace DockerfileLint.Semantics.Shell;

/// <summary>What is known of a value without knowing it.</summary>
internal enum ValueShape : byte
{
    /// <summary>It may hold anything.</summary>
    Unknown,

    /// <summary>It is empty.</summary>
    Empty,

    /// <summary>It is one word, whether it is quoted or not: it has characters, and none that a shell acts on.</summary>
    Plain,

    /// <summary>The script says what it is, and that is more than a word: a list, or a pattern.</summary>
    List,

    /// <summary>A command, a file or an argument gives it, and it may be more than a word.</summary>
    Output,
}

/// <summary>Shapes of values that are put together.</summary>
internal static class ValueShapes
{
    /// <summary>The shape of a text that stands for itself.</summary>
    internal static ValueShape Of(ReadOnlySpan<char> text) =>
        text.IsEmpty ? ValueShape.Empty
        : text.IndexOfAny(" \t\n*?[\r".AsSpan()) < 0 ? ValueShape.Plain
        : ValueShape.List;

    /// <summary>The shape of one value behind another.</summary>
    internal static ValueShape Concat(ValueShape first, ValueShape second) =>
        first == ValueShape.Empty ? second
        : second == ValueShape.Empty || first == second ? first
        : first == ValueShape.Output || second == ValueShape.Output ? ValueShape.Output
        : first == ValueShape.List || second == ValueShape.List ? ValueShape.List
        : ValueShape.Unknown;

    /// <summary>The shape of a value that is one or the other.</summary>
    internal static ValueShape Join(ValueShape first, ValueShape second) =>
        first == second ? first
        : first is ValueShape.Empty or ValueShape.Plain && second is ValueShape.Empty or ValueShape.Plain
            ? ValueShape.Plain
        : first == ValueShape.Output || second == ValueShape.Output ? ValueShape.Output
        : ValueShape.Unknown;
}

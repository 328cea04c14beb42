namespace DockerfileLint.Syntax.Dockerfiles;

/// <summary>
/// What a parser needs while it runs and nothing of it after. Each thread keeps one set, so that small files cost no
/// buffers.
/// </summary>
internal sealed class ParserBuffers
{
    /// <summary>A set that one huge file has blown up beyond this many tokens or characters is not kept.</summary>
    private const int KeptCapacity = 1 << 16;

    [ThreadStatic]
    private static ParserBuffers? s_kept;

    internal LogicalLine Line { get; } = new();

    internal List<ParsedPiece> Pieces { get; } = [];

    internal List<SyntaxToken> Marks { get; } = [];

    internal List<(int Start, int End)> Ranges { get; } = [];

    internal ulong[] Tokens { get; set; } = new ulong[256];

    internal static ParserBuffers Rent()
    {
        ParserBuffers buffers = s_kept ?? new ParserBuffers();
        s_kept = null;
        return buffers;
    }

    internal void Return()
    {
        if (
            Tokens.Length <= KeptCapacity
            && Line.Capacity <= KeptCapacity
            && Pieces.Capacity <= KeptCapacity
            && Ranges.Capacity <= KeptCapacity
        )
        {
            s_kept = this;
        }
    }
}

/// <summary>
/// A part of the current instruction's physical text: what lies between the previous piece and <paramref name="End"/>.
/// </summary>
internal readonly record struct ParsedPiece(int End, SyntaxKind Kind);

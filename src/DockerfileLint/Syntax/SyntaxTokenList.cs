using System.Collections;
using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Text;

namespace DockerfileLint.Syntax;

/// <summary>The tokens of a tree in text order, 8 bytes each.</summary>
[Experimental(ExperimentalApi.Id)]
public sealed class SyntaxTokenList : IReadOnlyList<SyntaxToken>
{
    // 8 bits kind above 32 bits start; a token ends where the next one starts.
    private readonly ulong[] _tokens;
    private readonly int _end;

    private SyntaxTokenList(ulong[] tokens, int end)
    {
        _tokens = tokens;
        _end = end;
    }

    /// <summary>Number of tokens.</summary>
    public int Count => _tokens.Length;

    /// <summary>The token at a 0-based index.</summary>
    public SyntaxToken this[int index]
    {
        get
        {
            int start = (int)(uint)_tokens[index];
            int end = index + 1 < _tokens.Length ? (int)(uint)_tokens[index + 1] : _end;
            return new SyntaxToken((SyntaxKind)(_tokens[index] >> 32), TextSpan.FromBounds(start, end));
        }
    }

    /// <summary>The kind of the token at a 0-based index, for walks that want few of the tokens.</summary>
    internal SyntaxKind GetKind(int index) => (SyntaxKind)(_tokens[index] >> 32);

    /// <summary>Where the token at a 0-based index starts.</summary>
    internal int GetStart(int index) => (int)(uint)_tokens[index];

    /// <summary>
    /// Index of the token that covers an offset, or of the last token for the end of the text; -1 in an empty text.
    /// </summary>
    public int IndexAt(int position)
    {
        int low = 0;
        int high = _tokens.Length - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if ((int)(uint)_tokens[middle] <= position)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return high;
    }

    /// <inheritdoc/>
    public IEnumerator<SyntaxToken> GetEnumerator()
    {
        for (int i = 0; i < _tokens.Length; i++)
        {
            yield return this[i];
        }
    }

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>
    /// Collects tokens in text order. Tiling holds by construction: each token reaches to the start of the next.
    /// </summary>
    internal struct Builder
    {
        private ulong[] _tokens;
        private int _count;
        private int _position;

        /// <summary>Starts with a buffer that the caller may use again after <see cref="ToList"/>.</summary>
        internal Builder(ulong[] buffer)
        {
            _tokens = buffer;
            _count = 0;
            _position = 0;
        }

        /// <summary>The buffer, perhaps a larger one than at the start.</summary>
        internal readonly ulong[] Buffer => _tokens;

        /// <summary>End of the last token.</summary>
        internal readonly int Position => _position;

        /// <summary>
        /// Adds the token from <see cref="Position"/> to <paramref name="end"/>; nothing where that is empty.
        /// </summary>
        internal void AddUpTo(int end, SyntaxKind kind)
        {
            if (end <= _position)
            {
                return;
            }

            if (_count == _tokens.Length)
            {
                Array.Resize(ref _tokens, Math.Max(16, _count * 2));
            }

            _tokens[_count++] = ((ulong)kind << 32) | (uint)_position;
            _position = end;
        }

        internal readonly SyntaxTokenList ToList()
        {
            ulong[] tokens = new ulong[_count];
            Array.Copy(_tokens, tokens, _count);
            return new SyntaxTokenList(tokens, _position);
        }
    }
}

using System.Globalization;
using System.Text;
using DockerfileLint.Text;

namespace DockerfileLint.Reporting;

/// <summary>
/// The hash of every line of a text that GitHub code scanning tracks an alert by, <c>primaryLocationLineHash</c>: it
/// covers the 100 characters from the start of the line, blanks aside, over line
/// ends, so that moving the line does not change it.
/// </summary>
/// <remarks>
/// GitHub's upload action computes the same where a result lacks it; uploads that do not pass through the action have
/// nobody else to do it. Linear in the text, whatever its lines are.
/// </remarks>
internal sealed class LineHash
{
    private const int WindowLength = 100;
    private const ulong Multiplier = 37;

    /// <summary>
    /// The unit that is fed after the last one, so that a text that ends in a line end has a last line.
    /// </summary>
    private const char EndOfFile = '\uFFFF';

    private static readonly ulong LeavingFactor = Power(Multiplier, WindowLength);

    private readonly (ulong Hash, int Occurrence)[] _lines;

    private LineHash((ulong Hash, int Occurrence)[] lines) => _lines = lines;

    /// <summary>Number of lines as GitHub counts them.</summary>
    internal int LineCount => _lines.Length;

    /// <summary>Hashes every line of a text.</summary>
    internal static LineHash Compute(SourceText text)
    {
        Span<char> window = stackalloc char[WindowLength];
        Span<int> lineStartingAt = stackalloc int[WindowLength];
        window.Clear();
        lineStartingAt.Clear();
        var hasher = new Hasher(window, lineStartingAt, text.LineCount);

        // GitHub reads every file as UTF-8 and keeps the byte order mark.
        if (text.Encoding == SourceEncoding.Utf8)
        {
            if (text.HasByteOrderMark)
            {
                hasher.Add('\uFEFF');
            }

            hasher.Add(text.AsSpan());
        }
        else
        {
            hasher.Add(Encoding.UTF8.GetString(text.GetBytes()).AsSpan());
        }

        return new LineHash(hasher.Finish());
    }

    /// <summary>
    /// The hash of a 0-based line: hexadecimal digits, a colon, and how often that hash has come up in the file so far;
    /// <c>null</c> where GitHub counts fewer lines.
    /// </summary>
    internal string? GetHash(int line)
    {
        if (line >= _lines.Length)
        {
            return null;
        }

        (ulong hash, int occurrence) = _lines[line];
        return hash.ToString("x", CultureInfo.InvariantCulture)
            + ":"
            + occurrence.ToString(CultureInfo.InvariantCulture);
    }

    private static ulong Power(ulong number, int exponent)
    {
        ulong result = 1;
        for (int i = 0; i < exponent; i++)
        {
            result = unchecked(result * number);
        }

        return result;
    }

    /// <summary>
    /// A rolling hash over a ring of units. A line's hash is complete once the ring has come round to the line's first
    /// unit.
    /// </summary>
    private ref struct Hasher(Span<char> window, Span<int> lineStartingAt, int expectedLines)
    {
        /// <summary>Slots hold 1-based lines; 0 where none starts.</summary>
        private const int NoLine = 0;

        private readonly Span<char> _window = window;
        private readonly Span<int> _lineStartingAt = lineStartingAt;
        private readonly Dictionary<ulong, int> _occurrences = new(Math.Min(expectedLines, 1024));
        private (ulong Hash, int Occurrence)[] _lines = new (ulong, int)[expectedLines];
        private ulong _hash;
        private int _index;
        private int _lineCount;
        private bool _atLineStart = true;
        private bool _afterCarriageReturn;

        internal void Add(ReadOnlySpan<char> units)
        {
            foreach (char unit in units)
            {
                Add(unit);
            }
        }

        internal void Add(char unit)
        {
            // That a skipped unit also ends "after a carriage return" is what GitHub does.
            if (unit is ' ' or '\t' || (unit == '\n' && _afterCarriageReturn))
            {
                _afterCarriageReturn = false;
                return;
            }

            _afterCarriageReturn = unit == '\r';
            char normalized = unit == '\r' ? '\n' : unit;
            CompleteLine();
            if (_atLineStart)
            {
                _lineStartingAt[_index] = ++_lineCount;
            }

            _atLineStart = normalized == '\n';
            Roll(normalized);
        }

        internal (ulong Hash, int Occurrence)[] Finish()
        {
            Add(EndOfFile);
            for (int i = 0; i < WindowLength; i++)
            {
                CompleteLine();
                Roll('\0');
            }

            Array.Resize(ref _lines, _lineCount);
            return _lines;
        }

        private void CompleteLine()
        {
            int line = _lineStartingAt[_index];
            if (line == NoLine)
            {
                return;
            }

            _lineStartingAt[_index] = NoLine;
            _occurrences.TryGetValue(_hash, out int seen);
            _occurrences[_hash] = seen + 1;
            if (line > _lines.Length)
            {
                Array.Resize(ref _lines, line * 2);
            }

            _lines[line - 1] = (_hash, seen + 1);
        }

        private void Roll(char entering)
        {
            _hash = unchecked((Multiplier * _hash) + entering - (LeavingFactor * _window[_index]));
            _window[_index] = entering;
            _index = _index + 1 == WindowLength ? 0 : _index + 1;
        }
    }
}

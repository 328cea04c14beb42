using DockerfileLint.Text;

namespace DockerfileLint.Syntax.Shell;

/// <summary>
/// The text of a script and the way back to the source. A script that the source holds in one piece is read where it
/// stands: its offsets are offsets in the source.
/// Otherwise (lines joined, escapes decoded) segments lead back.
/// </summary>
internal sealed class ShellText
{
    private readonly ShellTextSegment[]? _segments;
    private readonly TextSpan? _whole;

    private ShellText(string text, int start, int end, ShellTextSegment[]? segments, TextSpan? whole)
    {
        Text = text;
        Start = start;
        End = end;
        _segments = segments;
        _whole = whole;
    }

    /// <summary>The characters; the script is the part from <see cref="Start"/> to <see cref="End"/>.</summary>
    internal string Text { get; }

    internal int Start { get; }

    internal int End { get; }

    /// <summary>A part of the source.</summary>
    internal static ShellText FromSource(string source, int start, int end) =>
        new(source, start, end, segments: null, whole: null);

    /// <summary>A text put together from parts of the source.</summary>
    internal static ShellText FromSegments(string text, ShellTextSegment[] segments) =>
        new(text, 0, text.Length, segments, whole: null);

    /// <summary>A decoded text of which no more is known than where the whole of it stands.</summary>
    internal static ShellText FromWhole(string text, TextSpan span) => new(text, 0, text.Length, segments: null, span);

    /// <summary>A part of this text, with the same offsets.</summary>
    internal ShellText Slice(int start, int end) => new(Text, start, end, _segments, _whole);

    internal ReadOnlySpan<char> AsSpan(int start, int end) => Text.AsSpan(start, end - start);

    /// <summary>The source span of a part. An empty part lies behind the character before it.</summary>
    internal TextSpan Map(int start, int end)
    {
        if (_whole is { } whole)
        {
            return whole;
        }

        if (_segments is null)
        {
            return TextSpan.FromBounds(start, end);
        }

        return end > start
            ? TextSpan.FromBounds(GetSource(start).Start, GetSource(end - 1).End)
            : new TextSpan(start > 0 ? GetSource(start - 1).End : GetSource(start).Start, 0);
    }

    /// <summary>Adds where the characters of a part come from.</summary>
    /// <param name="segments">The list to add to.</param>
    /// <param name="start">0-based offset of the part in this text.</param>
    /// <param name="end">Its end.</param>
    /// <param name="at">Its offset in the text to come.</param>
    internal void AddSegments(List<ShellTextSegment> segments, int start, int end, int at)
    {
        if (_whole is { } whole)
        {
            segments.Add(new ShellTextSegment(at, whole, IsVerbatim: false));
            return;
        }

        if (_segments is null)
        {
            segments.Add(new ShellTextSegment(at, TextSpan.FromBounds(start, end), IsVerbatim: true));
            return;
        }

        for (int i = Find(start); i < _segments.Length && _segments[i].Start < end; i++)
        {
            ShellTextSegment segment = _segments[i];
            int from = Math.Max(start, segment.Start);
            int to = Math.Min(end, i + 1 < _segments.Length ? _segments[i + 1].Start : Text.Length);
            TextSpan source = segment.IsVerbatim
                ? new TextSpan(segment.Source.Start + from - segment.Start, to - from)
                : segment.Source;
            segments.Add(new ShellTextSegment(at + from - start, source, segment.IsVerbatim));
        }
    }

    /// <summary>The source span of one character.</summary>
    private TextSpan GetSource(int position)
    {
        ShellTextSegment segment = _segments![Find(position)];
        return segment.IsVerbatim ? new TextSpan(segment.Source.Start + position - segment.Start, 1) : segment.Source;
    }

    /// <summary>The segment that a character belongs to.</summary>
    private int Find(int position)
    {
        int low = 0;
        int high = _segments!.Length - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if (_segments[middle].Start <= position)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return low;
    }
}

/// <summary>Where a run of characters of a script comes from; it ends where the next one starts.</summary>
/// <param name="Start">0-based offset of the run in the script's text.</param>
/// <param name="Source">Where the run stands.</param>
/// <param name="IsVerbatim">
/// Whether each character is one of the source; otherwise all stand for the whole span.
/// </param>
internal readonly record struct ShellTextSegment(int Start, TextSpan Source, bool IsVerbatim);

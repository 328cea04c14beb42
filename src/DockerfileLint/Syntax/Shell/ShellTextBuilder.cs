using System.Text;
using DockerfileLint.Text;

namespace DockerfileLint.Syntax.Shell;

/// <summary>Makes a script out of parts of another one.</summary>
internal sealed class ShellTextBuilder(ShellText origin)
{
    private readonly StringBuilder _text = new();
    private readonly List<ShellTextSegment> _segments = [];
    private int _singleStart;
    private int _singleEnd = -1;

    /// <summary>Appends a part of the origin as it is.</summary>
    internal void Append(int start, int end)
    {
        if (start >= end)
        {
            return;
        }

        if (_text.Length == 0)
        {
            (_singleStart, _singleEnd) = (start, end);
        }
        else if (_singleEnd == start)
        {
            _singleEnd = end;
        }
        else
        {
            _singleEnd = -1;
        }

        origin.AddSegments(_segments, start, end, _text.Length);
        _text.Append(origin.Text, start, end - start);
    }

    /// <summary>Appends characters that stand for a part of the origin.</summary>
    internal void Append(string decoded, TextSpan source)
    {
        if (decoded.Length > 0)
        {
            _segments.Add(new ShellTextSegment(_text.Length, source, IsVerbatim: false));
            _text.Append(decoded);
            _singleEnd = -1;
        }
    }

    /// <summary>The script; a slice of the origin where it is one piece of it.</summary>
    internal ShellText ToText() => _text.Length > 0 && _singleEnd - _singleStart == _text.Length ? origin.Slice(_singleStart, _singleEnd)
        : ShellText.FromSegments(_text.ToString(), [.. _segments]);
}

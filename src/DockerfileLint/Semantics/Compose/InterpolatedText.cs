using System.Diagnostics.CodeAnalysis;
using System.Text;
using DockerfileLint.Syntax.Yaml;
using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Compose;

/// <summary>A scalar after interpolation as far as the file alone tells: defaults are filled in, a variable without one stays as <c>${NAME}</c>.</summary>
[Experimental(ExperimentalApi.Id)]
public sealed class InterpolatedText
{
    private const int MaximumDepth = 256;

    private static readonly Segment[] None = [];

    private readonly Segment[] _segments;
    private readonly int _rawStart;

    private InterpolatedText(YamlScalarSyntax scalar, string text, Certainty certainty, Segment[] segments, int rawStart)
    {
        Scalar = scalar;
        Text = text;
        Certainty = certainty;
        _segments = segments;
        _rawStart = rawStart;
    }

    /// <summary>The scalar.</summary>
    public YamlScalarSyntax Scalar { get; }

    /// <summary>The file that the scalar is written in.</summary>
    public SourceFile File => Scalar.Tree.File;

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>How sure the text as a whole is.</summary>
    public Certainty Certainty { get; }

    /// <summary>Where the scalar is written.</summary>
    public SourceSpan Span => new(File, _rawStart == 0 ? Scalar.ContentSpan : Scalar.GetSourceSpan(TextSpan.FromBounds(_rawStart, Scalar.Value.Length)));

    /// <summary>Expands a scalar's value.</summary>
    /// <param name="scalar">The scalar.</param>
    /// <param name="start">0-based offset in the value where the text of interest starts: behind the <c>=</c> of a list entry.</param>
    public static InterpolatedText Create(YamlScalarSyntax scalar, int start = 0)
    {
        if (scalar is null)
        {
            throw new ArgumentNullException(nameof(scalar));
        }

        string raw = scalar.Value;
        int dollar = raw.IndexOf('$', start);
        if (dollar < 0)
        {
            return new InterpolatedText(scalar, start == 0 ? raw : raw.Substring(start), Certainty.Known, None, start);
        }

        var text = new StringBuilder(raw.Length);
        var segments = new List<Segment>();
        var certainty = Certainty.Known;
        int i = start;
        while (dollar >= 0)
        {
            text.Append(raw, i, dollar - i);
            int at = text.Length;
            i = Expand(raw, dollar, raw.Length, text, 0, out Certainty part);
            segments.Add(new Segment(at, text.Length - at, dollar, i - dollar, part));
            certainty = Worse(certainty, part);
            dollar = i < raw.Length ? raw.IndexOf('$', i) : -1;
        }

        text.Append(raw, i, raw.Length - i);
        return new InterpolatedText(scalar, text.ToString(), certainty, [.. segments], start);
    }

    /// <summary>How sure a part of <see cref="Text"/> is. An empty part that touches a variable is as sure as that.</summary>
    public Certainty GetCertainty(TextSpan part)
    {
        var certainty = Certainty.Known;
        for (int i = FindSegment(part.Start); i < _segments.Length && _segments[i].Start <= part.End; i++)
        {
            Segment segment = _segments[i];
            if (part.IsEmpty || segment.Length == 0 || (segment.Start < part.End && segment.End > part.Start))
            {
                certainty = Worse(certainty, segment.Certainty);
            }
        }

        return certainty;
    }

    /// <summary>Where a part of <see cref="Text"/> is written; what stems from a variable covers its whole expression.</summary>
    public SourceSpan GetSourceSpan(TextSpan part) => new(File, Scalar.GetSourceSpan(TextSpan.FromBounds(ToRaw(part.Start, isEnd: false), Math.Max(ToRaw(part.Start, isEnd: false), ToRaw(part.End, isEnd: true)))));

    /// <summary>The text.</summary>
    public override string ToString() => Text;

    internal static Certainty Worse(Certainty left, Certainty right) => left > right ? left : right;

    private int ToRaw(int position, bool isEnd)
    {
        int i = FindSegment(position);
        while (i < _segments.Length)
        {
            Segment segment = _segments[i];
            if (position < segment.Start || (isEnd && position == segment.Start && segment.Length > 0))
            {
                break;
            }

            if (position < segment.End || (isEnd && position == segment.End))
            {
                return isEnd ? segment.RawStart + segment.RawLength : segment.RawStart;
            }

            i++;
        }

        return i == 0 ? position + _rawStart : position + _segments[i - 1].RawStart + _segments[i - 1].RawLength - _segments[i - 1].End;
    }

    /// <summary>Index of the first segment that ends at a position or behind it.</summary>
    private int FindSegment(int position)
    {
        int low = 0;
        int high = _segments.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_segments[middle].End < position)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    // Appends what the expression at a dollar stands for and returns where it ends.
    private static int Expand(string raw, int dollar, int end, StringBuilder text, int depth, out Certainty certainty)
    {
        certainty = Certainty.Known;
        int i = dollar + 1;
        if (i < end && raw[i] == '$')
        {
            text.Append('$');
            return i + 1;
        }

        if (i < end && IsNameStart(raw[i]))
        {
            int nameEnd = SkipName(raw, i, end);
            certainty = Certainty.Unknown;
            text.Append("${").Append(raw, i, nameEnd - i).Append('}');
            return nameEnd;
        }

        if (i >= end || raw[i] != '{')
        {
            text.Append('$');
            return i;
        }

        int close = FindClose(raw, i, end);
        int name = SkipName(raw, i + 1, Math.Max(close, i + 1));
        if (close < 0 || name == i + 1 || !IsNameStart(raw[i + 1]) || depth == MaximumDepth || (name < close && raw[name] is not (':' or '-' or '?' or '+')))
        {
            // Compose refuses the expression, or nobody could read it: the rest of the text stays as it is.
            certainty = Certainty.Unknown;
            text.Append(raw, dollar, end - dollar);
            return end;
        }

        int defaultStart = name < close && raw[name] == '-' ? name + 1 : name + 1 < close && raw[name] == ':' && raw[name + 1] == '-' ? name + 2 : -1;
        if (defaultStart < 0)
        {
            certainty = Certainty.Unknown;
            text.Append("${").Append(raw, i + 1, name - i - 1).Append('}');
            return close + 1;
        }

        certainty = Certainty.Default;
        for (int next = defaultStart; next < close;)
        {
            if (raw[next] != '$')
            {
                text.Append(raw[next++]);
                continue;
            }

            next = Expand(raw, next, close, text, depth + 1, out Certainty inner);
            certainty = Worse(certainty, inner);
        }

        return close + 1;
    }

    private static int FindClose(string raw, int open, int end)
    {
        int depth = 0;
        for (int i = open; i < end; i++)
        {
            depth += raw[i] == '{' ? 1 : raw[i] == '}' ? -1 : 0;
            if (depth == 0)
            {
                return i;
            }
        }

        return -1;
    }

    private static bool IsNameStart(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_';

    private static int SkipName(string raw, int start, int end)
    {
        while (start < end && (IsNameStart(raw[start]) || raw[start] is >= '0' and <= '9'))
        {
            start++;
        }

        return start;
    }

    // A stretch of the expanded text that an expression of the raw text gave.
    private readonly record struct Segment(int Start, int Length, int RawStart, int RawLength, Certainty Certainty)
    {
        internal int End => Start + Length;
    }
}

using System.Diagnostics.CodeAnalysis;
using System.Text;
using DockerfileLint.Syntax.Yaml;
using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Compose;

/// <summary>
/// A scalar after interpolation as far as files tell: values of environment files and defaults are filled in, a
/// variable without one stays as <c>${NAME}</c>.
/// </summary>
[Experimental(ExperimentalApi.Id)]
public sealed class InterpolatedText
{
    private static readonly Segment[] None = [];

    private readonly Segment[] _segments;
    private readonly int _rawStart;

    private InterpolatedText(
        YamlScalarSyntax scalar,
        string text,
        Certainty certainty,
        Segment[] segments,
        SourceSpan[] definitions,
        int rawStart
    )
    {
        Scalar = scalar;
        DisplayText = text;
        Certainty = certainty;
        _segments = segments;
        Definitions = definitions;
        _rawStart = rawStart;
    }

    /// <summary>The scalar.</summary>
    public YamlScalarSyntax Scalar { get; }

    /// <summary>The file that the scalar is written in.</summary>
    public SourceFile File => Scalar.Tree.File;

    /// <summary>
    /// The text as far as it is known; a variable that nobody knows stands in it as <c>${NAME}</c>. Parts of the text
    /// are named by their place in it.
    /// </summary>
    public string DisplayText { get; }

    /// <summary>The text as a whole.</summary>
    public Fact<string> Whole => new(DisplayText, Certainty, Scalar, SpanInFile, DisplayText);

    /// <summary>How sure the text as a whole is.</summary>
    public Certainty Certainty { get; }

    /// <summary>The places in environment files that define variables of the text.</summary>
    public IReadOnlyList<SourceSpan> Definitions { get; }

    /// <summary>Whether values of environment files stand in the text.</summary>
    private bool UsesFile { get; init; }

    /// <summary>Where the scalar is written.</summary>
    public SourceSpan Span => new(File, SpanInFile);

    private TextSpan SpanInFile =>
        _rawStart == 0 ? Scalar.ContentSpan : Scalar.GetSourceSpan(TextSpan.FromBounds(_rawStart, Scalar.Value.Length));

    /// <summary>Expands a scalar's value.</summary>
    /// <param name="scalar">The scalar.</param>
    /// <param name="start">
    /// 0-based offset in the value where the text of interest starts: behind the <c>=</c> of a list entry.
    /// </param>
    public static InterpolatedText Create(YamlScalarSyntax scalar, int start = 0) =>
        Create(scalar, start, ComposeVariable.FindNone);

    internal static InterpolatedText Create(YamlScalarSyntax scalar, int start, Func<string, ComposeVariable> lookUp)
    {
        if (scalar is null)
        {
            throw new ArgumentNullException(nameof(scalar));
        }

        string raw = scalar.Value;
        int dollar = raw.IndexOf('$', start);
        if (dollar < 0)
        {
            return new InterpolatedText(
                scalar,
                start == 0 ? raw : raw.Substring(start),
                Certainty.Known,
                None,
                [],
                start
            );
        }

        var text = new StringBuilder(raw.Length);
        var segments = new List<Segment>();
        var certainty = Certainty.Known;
        List<SourceSpan>? definitions = null;
        var interpolator = new Interpolator(raw, lookUp, references: null);
        int i = start;
        while (dollar >= 0)
        {
            text.Append(raw, i, dollar - i);
            int at = text.Length;
            i = interpolator.Expand(dollar, raw.Length, text, 0, out Certainty part, out SourceSpan? definition);
            if (definition is { } defined)
            {
                (definitions ??= []).Add(defined);
            }

            segments.Add(new Segment(at, text.Length - at, dollar, i - dollar, part));
            certainty = Worse(certainty, part);
            dollar = i < raw.Length ? raw.IndexOf('$', i) : -1;
        }

        text.Append(raw, i, raw.Length - i);
        return new InterpolatedText(
            scalar,
            text.ToString(),
            certainty,
            [.. segments],
            definitions?.ToArray() ?? [],
            start
        )
        {
            UsesFile = interpolator.UsesFile,
        };
    }

    /// <summary>The text as far as its own file says it: variables of environment files count as not set.</summary>
    internal InterpolatedText WithoutFiles() =>
        UsesFile ? Create(Scalar, _rawStart, static _ => new ComposeVariable(null, Certainty.Default, null)) : this;

    /// <summary>A scalar's value as it is written; it is unknown where it has variables.</summary>
    internal static InterpolatedText CreateUnexpanded(YamlScalarSyntax scalar, int start)
    {
        string raw = scalar.Value;
        if (raw.IndexOf('$', start) < 0)
        {
            return Create(scalar, start);
        }

        int length = raw.Length - start;
        Segment[] whole = [new Segment(0, length, start, length, Certainty.Unknown)];
        return new InterpolatedText(scalar, raw.Substring(start), Certainty.Unknown, whole, [], start);
    }

    /// <summary>Gets the text where it is known, at least by default.</summary>
    public bool TryGetValue([NotNullWhen(true)] out string? value)
    {
        value = Certainty == Certainty.Unknown ? null : DisplayText;
        return value is not null;
    }

    /// <summary>
    /// A part of the text, 0-based in <see cref="DisplayText"/>. An empty part that touches a variable is as sure as
    /// that.
    /// </summary>
    public Fact<string> GetPart(TextSpan part) => GetPart(part, DisplayText.Substring(part.Start, part.Length));

    /// <summary>
    /// Where a part of the text is written, 0-based in <see cref="DisplayText"/>; what stems from a variable covers its
    /// whole expression.
    /// </summary>
    public SourceSpan GetSourceSpan(TextSpan part) => new(File, GetSpanInFile(part));

    /// <summary>The text as far as it is known.</summary>
    public override string ToString() => DisplayText;

    internal bool IsKnown(TextSpan part) => GetCertainty(part) != Certainty.Unknown;

    internal Fact<string> GetPart(TextSpan part, string text) =>
        new(text, GetCertainty(part), Scalar, GetSpanInFile(part), text);

    internal static Certainty Worse(Certainty left, Certainty right) => left > right ? left : right;

    private Certainty GetCertainty(TextSpan part)
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

    private TextSpan GetSpanInFile(TextSpan part) =>
        Scalar.GetSourceSpan(
            TextSpan.FromBounds(
                ToRaw(part.Start, isEnd: false),
                Math.Max(ToRaw(part.Start, isEnd: false), ToRaw(part.End, isEnd: true))
            )
        );

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

        return i == 0
            ? position + _rawStart
            : position + _segments[i - 1].RawStart + _segments[i - 1].RawLength - _segments[i - 1].End;
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

    // A stretch of the expanded text that an expression of the raw text gave.
    private readonly record struct Segment(int Start, int Length, int RawStart, int RawLength, Certainty Certainty)
    {
        internal int End => Start + Length;
    }
}

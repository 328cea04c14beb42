using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Syntax;
using DockerfileLint.Text;

namespace DockerfileLint.Semantics;

/// <summary>
/// A value that a file gives rise to, how sure it is, and the text that decides it. The value of an unknown fact cannot
/// be had: whoever asks for one says what holds then.
/// </summary>
/// <typeparam name="T">Type of the value.</typeparam>
/// <remarks>
/// Where nothing sets the value at all there is no fact: then <c>Fact&lt;T&gt;?</c> is <c>null</c>, which is not the
/// same as unknown. A default instance is unknown and lies nowhere.
/// </remarks>
[Experimental(ExperimentalApi.Id)]
public readonly record struct Fact<T>
{
    private readonly T? _value;
    private readonly string? _displayText;
    private readonly SyntaxNode? _node;
    private readonly TextSpan _span;
    private readonly Certainty _certainty;

    /// <summary>Makes a fact.</summary>
    /// <param name="value">The value; forgotten where the certainty is unknown.</param>
    /// <param name="certainty">How sure it is.</param>
    /// <param name="node">The deciding node; without one the fact is unknown.</param>
    /// <param name="span">The deciding text in the node's file.</param>
    /// <param name="displayText">What to show for the value, or <c>null</c> for its own text.</param>
    internal Fact(T? value, Certainty certainty, SyntaxNode? node, TextSpan span, string? displayText)
    {
        _value = certainty == Certainty.Unknown ? default : value;
        _certainty = certainty;
        _node = node;
        _span = span;
        _displayText = displayText;
    }

    /// <summary>How sure the value is.</summary>
    public Certainty Certainty => _node is null ? Certainty.Unknown : _certainty;

    /// <summary>The deciding node.</summary>
    /// <exception cref="InvalidOperationException">The fact is a default instance.</exception>
    public SyntaxNode Node => _node ?? throw new InvalidOperationException("A default instance lies nowhere.");

    /// <summary>
    /// The deciding text: a finding belongs here. With an anchor or a merge key it lies where the anchor is, and it may
    /// lie in another file than the one that is linted.
    /// </summary>
    /// <exception cref="InvalidOperationException">The fact is a default instance.</exception>
    public SourceSpan Span => new(Node.Tree.File, _span);

    /// <summary>
    /// The deciding text as far as it is known, to be shown, or to be searched for what is written in it whatever its
    /// variables hold; it is the value only where that is known. In a Compose file a variable that nobody knows stands
    /// in it as <c>${NAME}</c>. In a Dockerfile it is what holds on linux/amd64 with no build argument given, all else
    /// that nobody knows left out.
    /// </summary>
    public string DisplayText => _displayText ?? (Certainty == Certainty.Unknown ? null : _value?.ToString()) ?? "";

    /// <summary>Gets the value where it is known, at least by default.</summary>
    public bool TryGetValue([MaybeNullWhen(false)] out T value)
    {
        value = _value;
        return Certainty != Certainty.Unknown;
    }

    /// <summary>Gets the value where the files alone decide it, and nothing from outside can override it.</summary>
    public bool TryGetKnown([MaybeNullWhen(false)] out T value)
    {
        bool isKnown = Certainty == Certainty.Known;
        value = isKnown ? _value : default;
        return isKnown;
    }

    /// <summary>The value where it is known, at least by default, else what the caller holds for right then.</summary>
    [return: NotNullIfNotNull(nameof(ifUnknown))]
    public T? ValueOr(T? ifUnknown) => Certainty == Certainty.Unknown ? ifUnknown : _value;

    /// <summary>Whether the value is known, at least by default, and is this one.</summary>
    public bool IsCertainly(T value) => TryGetValue(out T? known) && EqualityComparer<T>.Default.Equals(known, value);

    /// <summary>Whether the value is known, at least by default, and is such a one.</summary>
    public bool IsCertainly(Func<T, bool> predicate) => TryGetValue(out T? known) && predicate(known);

    /// <summary>Whether nothing that is known speaks against this value.</summary>
    public bool MayBe(T value) => !TryGetValue(out T? known) || EqualityComparer<T>.Default.Equals(known, value);

    /// <summary>Whether nothing that is known speaks against such a value.</summary>
    public bool MayBe(Func<T, bool> predicate) => !TryGetValue(out T? known) || predicate(known);

    /// <summary>
    /// Whether both values are the same, whatever they are: both are known, or both are written alike with variables
    /// that nobody knows but that stand for the same in both places.
    /// </summary>
    public bool IsSameAs(Fact<T> other) =>
        Certainty == Certainty.Unknown
            ? other.Certainty == Certainty.Unknown && DisplayText == other.DisplayText
            : other.IsCertainly(_value!);

    /// <summary>What follows from the value, as sure as that is; of an unknown one nothing follows.</summary>
    /// <param name="selector">Called with a known value only.</param>
    public Fact<TResult> Select<TResult>(Func<T, TResult> selector)
    {
        if (selector is null)
        {
            throw new ArgumentNullException(nameof(selector));
        }

        return As(TryGetValue(out T? value) ? selector(value) : default);
    }

    /// <summary>Another value in this place and as sure as this one; forgotten where this one is unknown.</summary>
    internal Fact<TResult> As<TResult>(TResult? value) =>
        new(
            value,
            Certainty,
            _node,
            _span,
            Certainty == Certainty.Unknown ? _displayText : value as string ?? _displayText
        );

    /// <summary>What follows from this value and another one, as sure as the less sure of both; it lies here.</summary>
    /// <param name="other">The other value.</param>
    /// <param name="selector">Called where both values are known only.</param>
    public Fact<TResult> Combine<TOther, TResult>(Fact<TOther> other, Func<T, TOther, TResult> selector)
    {
        if (selector is null)
        {
            throw new ArgumentNullException(nameof(selector));
        }

        return TryGetValue(out T? value) && other.TryGetValue(out TOther? otherValue)
            ? new Fact<TResult>(
                selector(value, otherValue),
                _certainty > other.Certainty ? _certainty : other.Certainty,
                _node,
                _span,
                _displayText
            )
            : new Fact<TResult>(default, Certainty.Unknown, _node, _span, _displayText);
    }

    /// <summary>The value where it is known, else what can be shown for it.</summary>
    public override string ToString() => DisplayText;
}

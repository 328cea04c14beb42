using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Projects;

/// <summary>
/// A property of a container: its value, how sure it is, and the places in the files of the project that decide it,
/// from the service to the deciding text. The value of an unknown one cannot be had. Immutable.
/// </summary>
/// <typeparam name="T">Type of the value.</typeparam>
[Experimental(ExperimentalApi.Id)]
public sealed class EffectiveFact<T>
{
    private readonly T? _value;

    internal EffectiveFact(T? value, Certainty certainty, ImmutableArray<FactStep> steps, string? displayText = null)
    {
        _value = certainty == Certainty.Unknown ? default : value;
        Certainty = certainty;
        Steps = steps;
        DisplayText = displayText ?? (certainty == Certainty.Unknown ? null : value?.ToString()) ?? "";
    }

    /// <summary>How sure the value is.</summary>
    public Certainty Certainty { get; }

    /// <summary>
    /// How the value comes about: the service first, the deciding text last. One step alone says that nothing sets the
    /// value, so that the engine's default holds.
    /// </summary>
    public ImmutableArray<FactStep> Steps { get; }

    /// <summary>Whether a file sets the value.</summary>
    public bool IsSet => Steps.Length > 1;

    /// <summary>The deciding text; the name of the service where nothing sets the value.</summary>
    public SourceSpan Span => Steps[Steps.Length - 1].Span;

    /// <summary>The value to be shown; of an unknown one what is known of it.</summary>
    public string DisplayText { get; }

    /// <summary>Gets the value where it is known, at least by default.</summary>
    public bool TryGetValue([MaybeNullWhen(false)] out T value)
    {
        value = _value;
        return Certainty != Certainty.Unknown;
    }

    /// <summary>The value where it is known, at least by default, else what the caller holds for right then.</summary>
    [return: NotNullIfNotNull(nameof(ifUnknown))]
    public T? ValueOr(T? ifUnknown) => Certainty == Certainty.Unknown ? ifUnknown : _value;

    /// <summary>Whether the value is known, at least by default, and is this one.</summary>
    public bool IsCertainly(T value) =>
        Certainty != Certainty.Unknown && EqualityComparer<T>.Default.Equals(_value!, value);

    /// <summary>Whether nothing that is known speaks against this value.</summary>
    public bool MayBe(T value) => Certainty == Certainty.Unknown || IsCertainly(value);

    /// <summary>What follows from the value, as sure as that is; of an unknown one nothing follows.</summary>
    /// <param name="selector">Called with a known value only.</param>
    public EffectiveFact<TResult> Select<TResult>(Func<T, TResult> selector)
    {
        if (selector is null)
        {
            throw new ArgumentNullException(nameof(selector));
        }

        return new EffectiveFact<TResult>(
            Certainty == Certainty.Unknown ? default : selector(_value!),
            Certainty,
            Steps,
            Certainty == Certainty.Unknown ? DisplayText : null
        );
    }

    /// <summary>The value as it is shown.</summary>
    public override string ToString() => DisplayText;
}

/// <summary>A place on the way from a service to the text that decides a property of its container.</summary>
/// <param name="Span">The place.</param>
/// <param name="Message">What happens there: a sentence.</param>
[Experimental(ExperimentalApi.Id)]
public sealed record FactStep(SourceSpan Span, string Message);

using System.Diagnostics.CodeAnalysis;

namespace DockerfileLint.Semantics;

/// <summary>Asks about something that may not be set at all: what is not set has no value.</summary>
[Experimental(ExperimentalApi.Id)]
public static class FactExtensions
{
    /// <summary>Gets the value where there is one and it is known, at least by default.</summary>
    public static bool TryGetValue<T>(this Fact<T>? fact, [MaybeNullWhen(false)] out T value) =>
        fact.GetValueOrDefault().TryGetValue(out value);

    /// <summary>Gets the value where there is one and the files alone decide it.</summary>
    public static bool TryGetKnown<T>(this Fact<T>? fact, [MaybeNullWhen(false)] out T value) =>
        fact.GetValueOrDefault().TryGetKnown(out value);

    /// <summary>Whether there is a value, it is known, at least by default, and it is this one.</summary>
    public static bool IsCertainly<T>(this Fact<T>? fact, T value) => fact.GetValueOrDefault().IsCertainly(value);

    /// <summary>Whether there is a value, it is known, at least by default, and it is such a one.</summary>
    public static bool IsCertainly<T>(this Fact<T>? fact, Func<T, bool> predicate) =>
        fact.GetValueOrDefault().IsCertainly(predicate);

    /// <summary>Whether there is a value and nothing that is known speaks against its being this one.</summary>
    public static bool MayBe<T>(this Fact<T>? fact, T value) => fact is { } set && set.MayBe(value);

    /// <summary>Whether there is a value and nothing that is known speaks against its being such a one.</summary>
    public static bool MayBe<T>(this Fact<T>? fact, Func<T, bool> predicate) => fact is { } set && set.MayBe(predicate);
}

using DockerfileLint.Semantics;
using NUnit.Framework;

namespace DockerfileLint.Tests.Testing;

/// <summary>Values of facts that a test knows to be known.</summary>
internal static class FactValues
{
    /// <summary>The value; the test fails where it is not known.</summary>
    internal static T KnownValue<T>(this Fact<T> fact) =>
        fact.TryGetValue(out T? value) ? value : throw new AssertionException($"'{fact.DisplayText}' is not known.");

    /// <summary>The value; the test fails where nothing sets it, or it is not known.</summary>
    internal static T KnownValue<T>(this Fact<T>? fact) =>
        fact is { } set ? set.KnownValue() : throw new AssertionException("Nothing sets the value.");
}

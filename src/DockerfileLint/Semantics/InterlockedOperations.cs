namespace DockerfileLint.Semantics;

/// <summary>How a value that is made on first demand is handed to all threads.</summary>
internal static class InterlockedOperations
{
    /// <summary>
    /// Sets a field unless another thread was faster, and returns what it holds then: everybody sees one instance.
    /// </summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The finished value; nobody changes it any more.</param>
    internal static T Initialize<T>(ref T? field, T value)
        where T : class => Interlocked.CompareExchange(ref field, value, null) ?? value;
}

namespace DockerfileLint.Semantics;

/// <summary>
/// Values by number, each made once on first demand, whatever threads ask for it. A factory that throws leaves nothing
/// behind.
/// </summary>
internal sealed class OnDemandTable<T>(int length)
    where T : class
{
    private readonly T?[] _values = new T?[length];

    /// <summary>The value with a number.</summary>
    /// <param name="index">0-based number.</param>
    /// <param name="argument">What the factory needs.</param>
    /// <param name="create">Makes the value, while other threads wait for theirs; it asks for no other value.</param>
    /// <param name="cancellation">Ends the waiting for another thread.</param>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    internal T Get<TArgument>(
        int index,
        TArgument argument,
        Func<TArgument, T> create,
        CancellationToken cancellation
    ) => Volatile.Read(ref _values[index]) ?? Make(index, argument, create, cancellation);

    private T Make<TArgument>(int index, TArgument argument, Func<TArgument, T> create, CancellationToken cancellation)
    {
        using var gate = Gate.Enter(_values, cancellation);
        if (_values[index] is { } made)
        {
            return made;
        }

        T value = create(argument);
        Volatile.Write(ref _values[index], value);
        return value;
    }
}

namespace DockerfileLint.Syntax.Yaml;

/// <summary>
/// Hands a text to the YAML library, which knows no token but asks for each character, and ends the reading where its
/// caller gives up, even inside one long scalar.
/// </summary>
internal sealed class CancellableReader(string text, CancellationToken cancellation) : TextReader
{
    private int _position;

    /// <inheritdoc/>
    public override int Peek() => _position < text.Length ? text[_position] : -1;

    /// <inheritdoc/>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public override int Read()
    {
        cancellation.ThrowIfCancellationRequested();
        return _position < text.Length ? text[_position++] : -1;
    }

    /// <inheritdoc/>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public override int Read(char[] buffer, int index, int count)
    {
        cancellation.ThrowIfCancellationRequested();
        count = Math.Min(count, text.Length - _position);
        text.CopyTo(_position, buffer, index, count);
        _position += count;
        return count;
    }
}

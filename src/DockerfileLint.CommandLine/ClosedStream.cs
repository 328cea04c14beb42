namespace DockerfileLint.CommandLine;

/// <summary>A standard stream that the process was started without.</summary>
/// <param name="name">What the message calls it: input or output.</param>
internal sealed class ClosedStream(string name) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => throw CreateException();

    public override void Write(byte[] buffer, int offset, int count) => throw CreateException();

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private IOException CreateException() => new($"Standard {name} is closed.");
}

namespace DockerfileLint.CommandLine.Output;

/// <summary>
/// Standard output for JSON and XML: build servers read it too, and what looks like a command of theirs, as
/// <c>##vso[</c> does anywhere in a line, is written so that they do not see it and a parser reads the same. In both
/// formats a <c>##</c> stands in texts only.
/// </summary>
/// <param name="inner">Where the bytes go; stays open.</param>
/// <param name="escaped">How the format writes <c>#</c> in other words.</param>
internal sealed class LogSafeStream(Stream inner, byte[] escaped) : Stream
{
    private bool _isAfterMark;
    private bool _isPending;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Standard output for a format, itself where the format is made of lines that are safe.</summary>
    internal static Stream For(string format, Stream output) =>
        format switch
        {
            OutputRequest.Text
            or OutputRequest.GitHub
            or OutputRequest.Markdown
            or OutputRequest.MSBuild
            or HadolintReporters.Text
            or HadolintReporters.Gnu => output,
            OutputRequest.Checkstyle or OutputRequest.JUnit => new LogSafeStream(output, [.. "&#35;"u8]),
            _ => ForJson(output),
        };

    /// <summary>Standard output for JSON.</summary>
    internal static Stream ForJson(Stream output) => new LogSafeStream(output, [.. "\\u0023"u8]);

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        int written = 0;
        for (int i = 0; i < buffer.Length; i++)
        {
            byte value = buffer[i];
            if (_isPending)
            {
                // Beyond ASCII there may be marks that a comparison by the rules of a language overlooks.
                inner.Write(
                    value is (byte)'[' or (byte)'v' or (byte)'V' or (byte)'t' or (byte)'T' or > 127 ? escaped : "#"u8
                );
                _isPending = false;
            }

            if (value == '#' && _isAfterMark)
            {
                inner.Write(buffer[written..i]);
                written = i + 1;
                _isPending = true;
            }

            _isAfterMark = value == '#' || (_isAfterMark && value > 127);
        }

        inner.Write(buffer[written..]);
    }

    public override void Flush()
    {
        if (_isPending)
        {
            inner.Write(escaped);
            _isPending = false;
        }

        inner.Flush();
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}

using System.Buffers.Text;

namespace DockerfileLint.LanguageServer.Rpc;

/// <summary>
/// Reads messages of the base protocol: header lines, an empty line, and as many bytes as <c>Content-Length</c> says.
/// What is no header is passed over, so that the next good message is found again. For one thread.
/// </summary>
/// <param name="stream">Where they come from.</param>
internal sealed class MessageReader(Stream stream)
{
    /// <summary>A message above this many bytes is passed over: no text of that length is linted.</summary>
    internal const int MaxLength = 128 * 1024 * 1024;

    private const int MaxHeaderLength = 1024;
    private readonly byte[] _buffer = new byte[32 * 1024];
    private readonly byte[] _line = new byte[MaxHeaderLength];
    private int _start;
    private int _end;

    /// <summary>The body of the next message; <c>null</c> at the end of the stream.</summary>
    internal byte[]? Read()
    {
        long length = -1;
        while (TryReadLine(out ReadOnlySpan<byte> line))
        {
            if (!line.IsEmpty)
            {
                length = ReadLength(line) ?? length;
            }
            else if (length is >= 0 and <= MaxLength)
            {
                return ReadBody((int)length);
            }
            else
            {
                if (length > 0 && !Skip(length))
                {
                    return null;
                }

                length = -1;
            }
        }

        return null;
    }

    private static long? ReadLength(ReadOnlySpan<byte> line)
    {
        int colon = line.IndexOf((byte)':');
        return
            colon > 0
            && System.Text.Ascii.EqualsIgnoreCase(line[..colon], "Content-Length"u8)
            && line[(colon + 1)..].Trim((byte)' ') is var value
            && Utf8Parser.TryParse(value, out long length, out int used)
            && used == value.Length
            && length >= 0
            ? length
            : null;
    }

    /// <summary>Reads a line without its end; of one that is too long for a header only the start.</summary>
    private bool TryReadLine(out ReadOnlySpan<byte> line)
    {
        int length = 0;
        while (_start < _end || Fill())
        {
            byte next = _buffer[_start++];
            if (next == '\n')
            {
                line = _line.AsSpan(0, length).TrimEnd((byte)'\r');
                return true;
            }

            if (length < _line.Length)
            {
                _line[length++] = next;
            }
        }

        line = default;
        return false;
    }

    private byte[]? ReadBody(int length)
    {
        byte[] body = new byte[length];
        int read = Math.Min(length, _end - _start);
        _buffer.AsSpan(_start, read).CopyTo(body);
        _start += read;
        return stream.ReadAtLeast(body.AsSpan(read), length - read, throwOnEndOfStream: false) == length - read
            ? body
            : null;
    }

    private bool Skip(long length)
    {
        while (length > 0 && (_start < _end || Fill()))
        {
            int part = (int)Math.Min(length, _end - _start);
            _start += part;
            length -= part;
        }

        return length == 0;
    }

    private bool Fill()
    {
        _start = 0;
        _end = stream.Read(_buffer);
        return _end > 0;
    }
}

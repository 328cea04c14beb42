using System.Buffers.Binary;
using System.Text;
using DockerfileLint.Analysis.Languages;
using DockerfileLint.Text;

namespace DockerfileLint.Files;

/// <summary>
/// The files of some kind that git tracks in a working tree, as a rule those to lint: what is tracked is not ignored,
/// whatever <c>.gitignore</c> says. Read from <c>.git/index</c> without starting git.
/// </summary>
internal sealed class GitIndex
{
    private const uint Signature = 0x44495243; // DIRC
    private const int ModeOffset = 24;
    private const int FieldsLength = 40;
    private const uint Repository = 0xE000;
    private const int ExtendedFlag = 0x4000;
    private const int LengthMask = 0xFFF;
    private static readonly int[] HashLengths = [20, 32];

    private readonly HashSet<string> _files = new(StringComparer.Ordinal);
    private readonly HashSet<string> _folders = new(StringComparer.Ordinal);
    private readonly Func<string, bool> _isOfKind;
    private bool _isUnknown;

    private GitIndex(Func<string, bool> isOfKind) => _isOfKind = isOfKind;

    /// <summary>Reads the index of a working tree.</summary>
    /// <param name="folder">The folder that holds <c>.git</c>.</param>
    /// <param name="isOfKind">Tells by their names which files are wanted; without it, those to lint.</param>
    /// <returns>
    /// What is tracked; <c>null</c> where there is no index. An index that cannot be read tracks everything: better a
    /// file too many than one that nobody looked at.
    /// </returns>
    internal static GitIndex? Read(string folder, Func<string, bool>? isOfKind = null)
    {
        var index = new GitIndex(isOfKind ?? (static name => Language.FromName(name) is not null));
        try
        {
            if (GitFolder.Find(folder) is not { } gitFolder)
            {
                return null;
            }

            string path = Path.Combine(gitFolder, "index");
            if (!File.Exists(path))
            {
                return null;
            }

            index._isUnknown = !index.TryRead(path, gitFolder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            index._isUnknown = true;
        }

        return index;
    }

    /// <summary>Whether the index could not be read, so that it seems to track everything.</summary>
    internal bool IsUnknown => _isUnknown;

    /// <summary>Whether a file is tracked.</summary>
    /// <param name="path">The path below the working tree, with <c>/</c> between its segments.</param>
    internal bool Contains(string path) => _isUnknown || _files.Contains(path);

    /// <summary>Whether a folder holds tracked files to lint.</summary>
    /// <param name="path">The path below the working tree, with <c>/</c> between its segments.</param>
    internal bool HoldsFiles(string path) => _isUnknown || _folders.Contains(path);

    private bool TryRead(string path, string gitFolder)
    {
        foreach (int hashLength in HashLengths)
        {
            _files.Clear();
            _folders.Clear();
            try
            {
                if (new FileInfo(path).Length == 0)
                {
                    return false;
                }

                using var stream = new BufferedStream(File.OpenRead(path), 1 << 16);
                if (TryRead(new Reader(stream), hashLength, out string? shared))
                {
                    return shared is null
                        || TryReadShared(Path.Combine(gitFolder, "sharedindex." + shared), hashLength);
                }
            }
            catch (EndOfStreamException)
            {
                // Perhaps hashes have the other length.
            }
        }

        return false;
    }

    /// <summary>Adds the files of the index that a split one builds on, deleted ones too: no walk finds them.</summary>
    private bool TryReadShared(string path, int hashLength)
    {
        if (!File.Exists(path) || new FileInfo(path).Length == 0)
        {
            return false;
        }

        using var stream = new BufferedStream(File.OpenRead(path), 1 << 16);
        return TryRead(new Reader(stream), hashLength, out _);
    }

    private bool TryRead(Reader reader, int hashLength, out string? shared)
    {
        shared = null;
        uint signature = reader.ReadNumber();
        uint version = reader.ReadNumber();
        uint count = reader.ReadNumber();
        if (signature != Signature || version is < 2 or > 4)
        {
            return false;
        }

        byte[] path = new byte[256];
        int length = 0;
        for (uint i = 0; i < count; i++)
        {
            long start = reader.Position;
            reader.Skip(ModeOffset);
            uint mode = reader.ReadNumber();
            reader.Skip(FieldsLength - ModeOffset - sizeof(uint) + hashLength);
            int flags = reader.ReadShort();
            if ((flags & ExtendedFlag) != 0)
            {
                if (version < 3)
                {
                    return false;
                }

                reader.Skip(2);
            }

            int kept = version == 4 ? length - reader.ReadPrefix() : 0;
            if (kept < 0 || !reader.TryReadPath(ref path, kept, out length))
            {
                return false;
            }

            // The flags hold the length as far as it fits, which tells hashes of one length from those of the other.
            if ((flags & LengthMask) != Math.Min(length, LengthMask))
            {
                return false;
            }

            if (version < 4)
            {
                // An entry ends with one to eight zero bytes, the first of which has been read.
                reader.Skip((int)(7 - ((reader.Position - 1 - start) & 7)));
            }

            Add(Encoding.UTF8.GetString(path, 0, length), isRepository: mode == Repository);
        }

        shared = reader.ReadSharedName(hashLength);
        return true;
    }

    private void Add(string path, bool isRepository)
    {
        // What a repository in the repository holds is in an index of its own.
        bool isNew = isRepository
            ? _folders.Add(path)
            : _isOfKind(path[(path.LastIndexOf('/') + 1)..]) && _files.Add(path);
        if (!isNew)
        {
            return;
        }

        for (int slash = path.LastIndexOf('/'); slash > 0; slash = path.LastIndexOf('/', slash - 1))
        {
            if (!_folders.Add(path[..slash]))
            {
                break;
            }
        }
    }

    /// <summary>Reads the numbers of the format, highest byte first.</summary>
    private sealed class Reader(Stream stream)
    {
        private readonly byte[] _buffer = new byte[128];

        internal long Position { get; private set; }

        internal uint ReadNumber() => BinaryPrimitives.ReadUInt32BigEndian(Read(4));

        internal int ReadShort() => BinaryPrimitives.ReadUInt16BigEndian(Read(2));

        internal void Skip(int count) => Read(count);

        /// <summary>How many bytes at the end of the path before are not shared: seven bits a byte.</summary>
        internal int ReadPrefix()
        {
            int value = ReadByte();
            int result = value & 0x7F;
            while ((value & 0x80) != 0)
            {
                value = ReadByte();
                if (result > AnalysisBudget.MaxTrackedPathLength)
                {
                    return int.MaxValue;
                }

                result = ((result + 1) << 7) | (value & 0x7F);
            }

            return result;
        }

        /// <summary>Reads a path up to its zero byte, behind what it shares with the one before.</summary>
        internal bool TryReadPath(ref byte[] path, int kept, out int length)
        {
            length = kept;
            for (int value = ReadByte(); value != 0; value = ReadByte())
            {
                if (length == AnalysisBudget.MaxTrackedPathLength)
                {
                    return false;
                }

                if (length == path.Length)
                {
                    Array.Resize(ref path, path.Length * 2);
                }

                path[length++] = (byte)value;
            }

            return true;
        }

        /// <summary>The hash that names the index below a split one; <c>null</c> where it is whole.</summary>
        internal string? ReadSharedName(int hashLength)
        {
            // Extensions: a name, a length, content; the first is this one where there is it. A hash ends the file.
            const uint Link = 0x6C696E6B;
            int first = stream.ReadByte();
            if (first < 0)
            {
                return null;
            }

            Position++;
            uint name = ((uint)first << 24) | ((uint)ReadByte() << 16) | (uint)ReadShort();
            if (name != Link)
            {
                return null;
            }

            _ = ReadNumber();
            return Convert.ToHexStringLower(Read(hashLength));
        }

        private int ReadByte()
        {
            int value = stream.ReadByte();
            Position++;
            return value >= 0 ? value : throw new EndOfStreamException();
        }

        private Span<byte> Read(int count)
        {
            Span<byte> bytes = _buffer.AsSpan(0, count);
            stream.ReadExactly(bytes);
            Position += count;
            return bytes;
        }
    }
}

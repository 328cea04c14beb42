using DockerfileLint.Analysis.Languages;
using DockerfileLint.Text;

namespace DockerfileLint.Reporting;

/// <summary>What a log says about one file; its URI lies in the <see cref="SarifArtifactTable"/>.</summary>
internal struct SarifArtifact
{
    private byte _encoding;

    /// <summary>The language, where the file was linted.</summary>
    internal Language? Language;

    /// <summary>The encoding, where the content is known.</summary>
    internal SourceEncoding? Encoding
    {
        readonly get => _encoding == 0 ? null : (SourceEncoding)(_encoding - 1);
        set => _encoding = value is { } encoding ? (byte)(encoding + 1) : (byte)0;
    }

    internal bool IsTarget;

    internal bool IsAbsolute;

    /// <summary>Length in bytes, where the content is known.</summary>
    internal int Length;

    /// <summary>SHA-256 of the content, where it is known.</summary>
    internal (ulong First, ulong Second, ulong Third, ulong Last) Hash;

    /// <summary>Where the URI starts: its block and the place in it.</summary>
    internal (int Block, int Start) Uri;

    /// <summary>Number of characters of the URI.</summary>
    internal int UriLength;

    /// <summary>Hash code of the URI.</summary>
    internal int UriHash;

    /// <summary>Index of the next artifact in the same bucket, or -1.</summary>
    internal int Next;
}

/// <summary>
/// Artifacts by index and URI, in some 130 bytes each: no object of their own, URIs as ASCII, and blocks that are never
/// copied to grow.
/// </summary>
internal sealed class SarifArtifactTable
{
    private const int ArtifactsPerBlock = 256;
    private const int UriBlockLength = 16 * 1024;

    private readonly List<SarifArtifact[]> _blocks = [];
    private readonly List<byte[]> _uris = [];
    private int _uriEnd;
    private int[] _buckets = NewBuckets(16);

    /// <summary>Number of artifacts.</summary>
    internal int Count { get; private set; }

    /// <summary>An artifact.</summary>
    internal ref SarifArtifact this[int index] => ref _blocks[index / ArtifactsPerBlock][index % ArtifactsPerBlock];

    /// <summary>The URI of an artifact in ASCII.</summary>
    internal ReadOnlySpan<byte> GetUri(ref SarifArtifact artifact) =>
        _uris[artifact.Uri.Block].AsSpan(artifact.Uri.Start, artifact.UriLength);

    /// <summary>The index of an artifact.</summary>
    /// <param name="uri">The URI, which is all ASCII.</param>
    /// <param name="isAbsolute">What <see cref="SarifArtifact.IsAbsolute"/> gets where the artifact is new.</param>
    internal int GetOrAdd(string uri, bool isAbsolute)
    {
        // The runtime's own hash differs by process, so that no set of names can be made to collide.
        int hash = uri.GetHashCode();
        for (int index = _buckets[GetBucket(hash)]; index >= 0; index = this[index].Next)
        {
            ref SarifArtifact known = ref this[index];
            if (known.UriHash == hash && Equals(GetUri(ref known), uri))
            {
                return index;
            }
        }

        if (Count == _buckets.Length)
        {
            Grow();
        }

        if (Count % ArtifactsPerBlock == 0)
        {
            _blocks.Add(new SarifArtifact[ArtifactsPerBlock]);
        }

        ref SarifArtifact artifact = ref this[Count];
        artifact.IsAbsolute = isAbsolute;
        artifact.Uri = Store(uri);
        artifact.UriLength = uri.Length;
        artifact.UriHash = hash;
        Link(Count);
        return Count++;
    }

    private static int[] NewBuckets(int count)
    {
        int[] buckets = new int[count];
        buckets.AsSpan().Fill(-1);
        return buckets;
    }

    private static bool Equals(ReadOnlySpan<byte> ascii, string text)
    {
        if (ascii.Length != text.Length)
        {
            return false;
        }

        for (int i = 0; i < ascii.Length; i++)
        {
            if (ascii[i] != text[i])
            {
                return false;
            }
        }

        return true;
    }

    private int GetBucket(int hash) => hash & (_buckets.Length - 1);

    private void Link(int index)
    {
        ref SarifArtifact artifact = ref this[index];
        ref int bucket = ref _buckets[GetBucket(artifact.UriHash)];
        artifact.Next = bucket;
        bucket = index;
    }

    private void Grow()
    {
        _buckets = NewBuckets(_buckets.Length * 2);
        for (int i = 0; i < Count; i++)
        {
            Link(i);
        }
    }

    private (int Block, int Start) Store(string uri)
    {
        if (_uris.Count == 0 || _uriEnd + uri.Length > UriBlockLength)
        {
            _uris.Add(new byte[Math.Max(UriBlockLength, uri.Length)]);
            _uriEnd = 0;
        }

        byte[] block = _uris[_uris.Count - 1];
        int start = _uriEnd;
        for (int i = 0; i < uri.Length; i++)
        {
            block[start + i] = (byte)uri[i];
        }

        _uriEnd += uri.Length;
        return (_uris.Count - 1, start);
    }
}

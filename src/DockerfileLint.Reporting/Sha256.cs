using System.Buffers.Binary;

namespace DockerfileLint.Reporting;

/// <summary>
/// SHA-256 as FIPS 180-4 defines it. The framework's needs OpenSSL on Linux, which small images do not have, and loads
/// it for the few kilobytes of a Dockerfile.
/// </summary>
internal static class Sha256
{
    private const int BlockLength = 64;

    // The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
    private static readonly uint[] Constants =
    [
        0x428a2f98,
        0x71374491,
        0xb5c0fbcf,
        0xe9b5dba5,
        0x3956c25b,
        0x59f111f1,
        0x923f82a4,
        0xab1c5ed5,
        0xd807aa98,
        0x12835b01,
        0x243185be,
        0x550c7dc3,
        0x72be5d74,
        0x80deb1fe,
        0x9bdc06a7,
        0xc19bf174,
        0xe49b69c1,
        0xefbe4786,
        0x0fc19dc6,
        0x240ca1cc,
        0x2de92c6f,
        0x4a7484aa,
        0x5cb0a9dc,
        0x76f988da,
        0x983e5152,
        0xa831c66d,
        0xb00327c8,
        0xbf597fc7,
        0xc6e00bf3,
        0xd5a79147,
        0x06ca6351,
        0x14292967,
        0x27b70a85,
        0x2e1b2138,
        0x4d2c6dfc,
        0x53380d13,
        0x650a7354,
        0x766a0abb,
        0x81c2c92e,
        0x92722c85,
        0xa2bfe8a1,
        0xa81a664b,
        0xc24b8b70,
        0xc76c51a3,
        0xd192e819,
        0xd6990624,
        0xf40e3585,
        0x106aa070,
        0x19a4c116,
        0x1e376c08,
        0x2748774c,
        0x34b0bcb5,
        0x391c0cb3,
        0x4ed8aa4a,
        0x5b9cca4f,
        0x682e6ff3,
        0x748f82ee,
        0x78a5636f,
        0x84c87814,
        0x8cc70208,
        0x90befffa,
        0xa4506ceb,
        0xbef9a3f7,
        0xc67178f2,
    ];

    /// <summary>The hash of some bytes as four words, the most significant first.</summary>
    internal static (ulong First, ulong Second, ulong Third, ulong Last) Compute(ReadOnlySpan<byte> bytes)
    {
        // The same of the square roots of the first 8 primes.
        Span<uint> state =
        [
            0x6a09e667,
            0xbb67ae85,
            0x3c6ef372,
            0xa54ff53a,
            0x510e527f,
            0x9b05688c,
            0x1f83d9ab,
            0x5be0cd19,
        ];
        Span<uint> schedule = stackalloc uint[BlockLength];
        int whole = bytes.Length / BlockLength * BlockLength;
        for (int i = 0; i < whole; i += BlockLength)
        {
            AddBlock(state, schedule, bytes.Slice(i, BlockLength));
        }

        // A bit behind the text, and its length in bits at the end of a block.
        Span<byte> end = stackalloc byte[BlockLength * 2];
        end.Clear();
        ReadOnlySpan<byte> rest = bytes.Slice(whole);
        rest.CopyTo(end);
        end[rest.Length] = 0x80;
        int length = rest.Length + 1 + sizeof(ulong) > BlockLength ? BlockLength * 2 : BlockLength;
        BinaryPrimitives.WriteUInt64BigEndian(end.Slice(length - sizeof(ulong)), (ulong)bytes.Length * 8);
        for (int i = 0; i < length; i += BlockLength)
        {
            AddBlock(state, schedule, end.Slice(i, BlockLength));
        }

        return (Join(state, 0), Join(state, 2), Join(state, 4), Join(state, 6));
    }

    private static ulong Join(ReadOnlySpan<uint> state, int index) => ((ulong)state[index] << 32) | state[index + 1];

    private static void AddBlock(Span<uint> state, Span<uint> schedule, ReadOnlySpan<byte> block)
    {
        for (int i = 0; i < 16; i++)
        {
            schedule[i] = BinaryPrimitives.ReadUInt32BigEndian(block.Slice(i * sizeof(uint)));
        }

        for (int i = 16; i < schedule.Length; i++)
        {
            uint a = schedule[i - 15];
            uint b = schedule[i - 2];
            schedule[i] =
                schedule[i - 16]
                + (Rotate(a, 7) ^ Rotate(a, 18) ^ (a >> 3))
                + schedule[i - 7]
                + (Rotate(b, 17) ^ Rotate(b, 19) ^ (b >> 10));
        }

        (uint h0, uint h1, uint h2, uint h3) = (state[0], state[1], state[2], state[3]);
        (uint h4, uint h5, uint h6, uint h7) = (state[4], state[5], state[6], state[7]);
        for (int i = 0; i < schedule.Length; i++)
        {
            uint first =
                h7
                + (Rotate(h4, 6) ^ Rotate(h4, 11) ^ Rotate(h4, 25))
                + ((h4 & h5) ^ (~h4 & h6))
                + Constants[i]
                + schedule[i];
            uint second = (Rotate(h0, 2) ^ Rotate(h0, 13) ^ Rotate(h0, 22)) + ((h0 & h1) ^ (h0 & h2) ^ (h1 & h2));
            (h7, h6, h5, h4) = (h6, h5, h4, h3 + first);
            (h3, h2, h1, h0) = (h2, h1, h0, first + second);
        }

        state[0] += h0;
        state[1] += h1;
        state[2] += h2;
        state[3] += h3;
        state[4] += h4;
        state[5] += h5;
        state[6] += h6;
        state[7] += h7;
    }

    private static uint Rotate(uint value, int count) => (value >> count) | (value << (32 - count));
}

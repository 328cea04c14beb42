namespace DockerfileLint.Fuzz.Running;

/// <summary>
/// Delta debugging: leaves out lines and then characters for as long as what is left still fails.
/// </summary>
/// <param name="fails">Whether an input fails for the same reason.</param>
/// <param name="maxTries">How many inputs are tried.</param>
internal sealed class Minimizer(Func<byte[], bool> fails, int maxTries)
{
    private int _tries;

    internal byte[] Minimize(byte[] input)
    {
        int length;
        do
        {
            length = input.Length;
            input = Reduce(Split(input, isEnd: (bytes, i) => bytes[i] == '\n'));

            // Bytes of one character stay together.
            input = Reduce(Split(input, isEnd: (bytes, i) => i + 1 == bytes.Length || (bytes[i + 1] & 0xC0) != 0x80));
        } while (input.Length < length && _tries < maxTries);

        return input;
    }

    private static List<byte[]> Split(byte[] input, Func<byte[], int, bool> isEnd)
    {
        var parts = new List<byte[]>();
        int start = 0;
        for (int i = 0; i < input.Length; i++)
        {
            if (i == input.Length - 1 || isEnd(input, i))
            {
                parts.Add(input[start..(i + 1)]);
                start = i + 1;
            }
        }

        return parts;
    }

    private static byte[] Join(List<byte[]> parts) => [.. parts.SelectMany(part => part)];

    private byte[] Reduce(List<byte[]> parts)
    {
        for (int size = Math.Max(1, parts.Count / 2); ; size /= 2)
        {
            for (int start = 0; start < parts.Count; )
            {
                List<byte[]> rest = [.. parts.Take(start), .. parts.Skip(start + size)];
                if (_tries++ < maxTries && fails(Join(rest)))
                {
                    parts = rest;
                }
                else
                {
                    start += size;
                }
            }

            if (size <= 1 || _tries >= maxTries)
            {
                return Join(parts);
            }
        }
    }
}

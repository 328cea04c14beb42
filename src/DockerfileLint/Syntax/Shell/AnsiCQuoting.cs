using System.Text;

namespace DockerfileLint.Syntax.Shell;

/// <summary>The escapes of <c>$'…'</c>.</summary>
internal static class AnsiCQuoting
{
    internal static void AppendDecoded(StringBuilder value, ReadOnlySpan<char> text)
    {
        int position = 0;
        while (position < text.Length)
        {
            char c = text[position++];
            if (c != '\\' || position == text.Length)
            {
                value.Append(c);
                continue;
            }

            c = text[position++];
            switch (c)
            {
                case 'a':
                    value.Append('\a');
                    break;
                case 'b':
                    value.Append('\b');
                    break;
                case 'e' or 'E':
                    value.Append('\u001B');
                    break;
                case 'f':
                    value.Append('\f');
                    break;
                case 'n':
                    value.Append('\n');
                    break;
                case 'r':
                    value.Append('\r');
                    break;
                case 't':
                    value.Append('\t');
                    break;
                case 'v':
                    value.Append('\v');
                    break;
                case 'x':
                    AppendCode(value, text, ref position, radix: 16, maximum: 2, c);
                    break;
                case 'u':
                    AppendCode(value, text, ref position, radix: 16, maximum: 4, c);
                    break;
                case 'U':
                    AppendCode(value, text, ref position, radix: 16, maximum: 8, c);
                    break;
                case >= '0' and <= '7':
                    position--;
                    AppendCode(value, text, ref position, radix: 8, maximum: 3, c);
                    break;
                case 'c' when position < text.Length:
                    value.Append((char)(text[position++] & 0x1F));
                    break;
                case '\\' or '\'' or '"' or '?':
                    value.Append(c);
                    break;
                default:
                    value.Append('\\').Append(c);
                    break;
            }
        }
    }

    private static void AppendCode(
        StringBuilder value,
        ReadOnlySpan<char> text,
        ref int position,
        int radix,
        int maximum,
        char sign
    )
    {
        uint code = 0;
        int count = 0;
        while (count < maximum && position < text.Length && GetDigit(text[position]) is var digit && digit < radix)
        {
            code = (code * (uint)radix) + (uint)digit;
            position++;
            count++;
        }

        if (count == 0)
        {
            value.Append('\\').Append(sign);
        }
        else if (code <= char.MaxValue)
        {
            value.Append((char)code);
        }
        else if (code <= 0x10FFFF)
        {
            value.Append(char.ConvertFromUtf32((int)code));
        }
        else
        {
            value.Append('\uFFFD');
        }
    }

    private static int GetDigit(char c) =>
        c switch
        {
            >= '0' and <= '9' => c - '0',
            >= 'a' and <= 'f' => c - 'a' + 10,
            >= 'A' and <= 'F' => c - 'A' + 10,
            _ => int.MaxValue,
        };
}

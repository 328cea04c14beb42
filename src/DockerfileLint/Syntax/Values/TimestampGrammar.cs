using System.Globalization;

namespace DockerfileLint.Syntax.Values;

/// <summary>
/// Points in time by RFC 3339, such as <c>2026-03-01T12:30:00.5+01:00</c>: a date, <c>T</c>, a time with seconds, and
/// <c>Z</c> or an offset.
/// </summary>
internal static class TimestampGrammar
{
    private const string Form = "0000-00-00T00:00:00";
    private const string OffsetForm = "+00:00";

    internal static bool IsTimestamp(string text)
    {
        if (text.Length <= Form.Length || !Fits(text, 0, Form))
        {
            return false;
        }

        int end = Form.Length;
        if (text[end] == '.')
        {
            int start = ++end;
            while (end < text.Length && IsDigit(text[end]))
            {
                end++;
            }

            if (end == start)
            {
                return false;
            }
        }

        return IsDate(text)
            && Number(text, 11) <= 23
            && Number(text, 14) <= 59
            && Number(text, 17) <= 60
            && IsZone(text, end);
    }

    private static bool IsDate(string text)
    {
        int year = int.Parse(text.Substring(0, 4), CultureInfo.InvariantCulture);
        int month = Number(text, 5);
        int day = Number(text, 8);
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(Math.Max(1, year), month);
    }

    private static bool IsZone(string text, int start)
    {
        bool isUtc = start + 1 == text.Length && text[start] is 'Z' or 'z';
        return isUtc
            || (
                text.Length == start + OffsetForm.Length
                && Fits(text, start, OffsetForm)
                && Number(text, start + 1) <= 23
                && Number(text, start + 4) <= 59
            );
    }

    private static bool Fits(string text, int start, string form)
    {
        for (int i = 0; i < form.Length; i++)
        {
            char c = text[start + i];
            bool fits = form[i] switch
            {
                '0' => IsDigit(c),
                'T' => c is 'T' or 't',
                '+' => c is '+' or '-',
                _ => c == form[i],
            };
            if (!fits)
            {
                return false;
            }
        }

        return true;
    }

    private static int Number(string text, int start) => ((text[start] - '0') * 10) + text[start + 1] - '0';

    private static bool IsDigit(char c) => c is >= '0' and <= '9';
}

using System.Globalization;

namespace DockerfileLint.Semantics.Compose;

/// <summary>An entry of <c>device_cgroup_rules</c>: <c>TYPE MAJOR:MINOR ACCESS</c>.</summary>
internal static class DeviceRule
{
    /// <summary>The major number of the kernel's memory devices.</summary>
    private const int MemoryMajor = 1;

    private static readonly char[] Blanks = [' ', '\t'];

    /// <summary>Minor numbers of <c>mem</c>, <c>kmem</c> and <c>port</c>.</summary>
    private static readonly string[] MemoryMinors = ["1", "2", "4", "*"];

    /// <summary>
    /// Major numbers of block devices that hold no disk of the host: memory, floppies, loops, CD drives.
    /// </summary>
    private static readonly int[] HarmlessBlockMajors = [1, 2, 7, 11];

    /// <summary>Whether a rule allows every device, or every device of a type.</summary>
    internal static bool AllowsAll(string rule)
    {
        string[] parts = Split(rule);
        return parts.Length > 0
            && (parts[0] == "a" || (parts.Length > 1 && parts[1].StartsWith("*:", StringComparison.Ordinal)));
    }

    /// <summary>Whether a rule allows to read or write disks or the memory of the host.</summary>
    internal static bool AllowsEscape(string rule)
    {
        string[] parts = Split(rule);
        if (parts.Length < 3 || parts[2].IndexOfAny(['r', 'w']) < 0)
        {
            return false;
        }

        string[] numbers = parts[1].Split(':');
        return numbers.Length == 2
            && int.TryParse(numbers[0], NumberStyles.None, CultureInfo.InvariantCulture, out int major)
            && parts[0] switch
            {
                "b" => Array.IndexOf(HarmlessBlockMajors, major) < 0,
                "c" => major == MemoryMajor && Array.IndexOf(MemoryMinors, numbers[1]) >= 0,
                _ => false,
            };
    }

    private static string[] Split(string rule) => rule.Split(Blanks, StringSplitOptions.RemoveEmptyEntries);
}

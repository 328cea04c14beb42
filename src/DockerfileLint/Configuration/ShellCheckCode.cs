namespace DockerfileLint.Configuration;

/// <summary>The numbers of ShellCheck's rules, which stand in the same lists as ours.</summary>
internal static class ShellCheckCode
{
    /// <summary>Whether an id has the form <c>SC2086</c>.</summary>
    internal static bool IsMatch(string id)
    {
        if (id.Length != 6 || id[0] != 'S' || id[1] != 'C')
        {
            return false;
        }

        for (int i = 2; i < id.Length; i++)
        {
            if (id[i] is < '0' or > '9')
            {
                return false;
            }
        }

        return true;
    }
}

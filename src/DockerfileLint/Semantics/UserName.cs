namespace DockerfileLint.Semantics;

/// <summary>The grammar of a user as USER and Compose take it: name or uid, and optionally a colon with group or gid.</summary>
internal static class UserName
{
    /// <summary>Whether the container's process gets uid 0: the name <c>root</c>, zero in any spelling, or a group alone.</summary>
    internal static bool IsRoot(string user)
    {
        int colon = user.IndexOf(':');
        ReadOnlySpan<char> name = colon < 0 ? user.AsSpan() : user.AsSpan(0, colon);
        if (name.IsEmpty)
        {
            return colon >= 0;
        }

        return name.Equals("root".AsSpan(), StringComparison.Ordinal) || name.TrimStart('0').IsEmpty;
    }
}

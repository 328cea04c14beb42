using System.Diagnostics.CodeAnalysis;

namespace DockerfileLint.Semantics;

/// <summary>A user <c>[name|uid][:group|gid]</c> as a container gets it.</summary>
/// <param name="User">Name or number; empty for the default, which is root where only a group is given.</param>
/// <param name="Group">Name or number, or <c>null</c> where none is given.</param>
[Experimental(ExperimentalApi.Id)]
public sealed record UserSpecification(string User, string? Group)
{
    /// <summary>
    /// Whether the user is root: by name, by number as the engine reads one (<c>+0</c> and <c>00</c> are 0, too), or
    /// because only a group is given; or the administrator of a Windows container.
    /// </summary>
    public bool IsRoot => User == "root" || IsZero(User) || IsAdministrator || (User.Length == 0 && Group is not null);

    /// <summary>Whether the user is the administrator of a Windows container.</summary>
    internal bool IsAdministrator => User.Equals("ContainerAdministrator", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads a user.</summary>
    public static UserSpecification Parse(string text)
    {
        if (text is null)
        {
            throw new ArgumentNullException(nameof(text));
        }

        int colon = text.IndexOf(':');
        return colon < 0
            ? new UserSpecification(text, null)
            : new UserSpecification(text.Substring(0, colon), text.Substring(colon + 1));
    }

    /// <summary>The user as it is written.</summary>
    public override string ToString() => Group is null ? User : $"{User}:{Group}";

    /// <summary>Whether Go's <c>strconv.Atoi</c>, with which engines read ids, gives 0.</summary>
    internal static bool IsZero(string text)
    {
        int start = text.Length > 0 && text[0] is '+' or '-' ? 1 : 0;
        for (int i = start; i < text.Length; i++)
        {
            if (text[i] != '0')
            {
                return false;
            }
        }

        return text.Length > start;
    }
}

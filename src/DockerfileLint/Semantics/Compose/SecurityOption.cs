using System.Diagnostics.CodeAnalysis;

namespace DockerfileLint.Semantics.Compose;

/// <summary>
/// An entry of <c>security_opt</c>, such as <c>seccomp=unconfined</c> or <c>no-new-privileges:true</c>.
/// </summary>
/// <param name="Name">The text before <c>=</c> or <c>:</c>.</param>
/// <param name="Value">The text behind it, or <c>null</c>.</param>
[Experimental(ExperimentalApi.Id)]
public sealed record SecurityOption(string Name, string? Value)
{
    private static readonly char[] Separators = ['=', ':'];

    internal static SecurityOption Parse(string text)
    {
        int separator = text.IndexOfAny(Separators);
        return separator < 0
            ? new SecurityOption(text, null)
            : new SecurityOption(text.Substring(0, separator), text.Substring(separator + 1));
    }
}

using System.Diagnostics.CodeAnalysis;

namespace DockerfileLint.Semantics.Compose;

/// <summary>
/// An entry of <c>security_opt</c>, such as <c>seccomp=unconfined</c> or <c>no-new-privileges:true</c>.
/// </summary>
/// <param name="Name">The text before <c>=</c> or <c>:</c>.</param>
/// <param name="Value">The text behind it, or <c>null</c>.</param>
/// <param name="Fact">The whole entry.</param>
[Experimental(ExperimentalApi.Id)]
public sealed record SecurityOption(string Name, string? Value, Fact<string> Fact)
{
    private static readonly char[] Separators = ['=', ':'];

    internal static SecurityOption Create(Fact<string> fact)
    {
        int separator = fact.Value.IndexOfAny(Separators);
        return separator < 0
            ? new SecurityOption(fact.Value, null, fact)
            : new SecurityOption(fact.Value.Substring(0, separator), fact.Value.Substring(separator + 1), fact);
    }
}

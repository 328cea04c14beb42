using System.Collections.Immutable;

namespace DockerfileLint.Configuration;

/// <summary>The names under which configuration files are looked for, the strongest first.</summary>
internal static class ConfigurationNames
{
    private const int Shortest = 13;

    /// <summary>Ours.</summary>
    internal static ImmutableArray<string> Own { get; } = [".dockerfile-lint.yaml", ".dockerfile-lint.yml"];

    /// <summary>hadolint's.</summary>
    internal static ImmutableArray<string> Hadolint { get; } = [".hadolint.yaml", ".hadolint.yml"];

    /// <summary>Whether an entry of a folder has the name of a configuration file.</summary>
    internal static bool Contains(ReadOnlySpan<char> name)
    {
        if (name.Length < Shortest || name[0] != '.')
        {
            return false;
        }

        foreach (string own in Own)
        {
            if (name.SequenceEqual(own.AsSpan()))
            {
                return true;
            }
        }

        foreach (string hadolint in Hadolint)
        {
            if (name.SequenceEqual(hadolint.AsSpan()))
            {
                return true;
            }
        }

        return false;
    }
}

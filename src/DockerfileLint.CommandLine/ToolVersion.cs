using System.Reflection;

namespace DockerfileLint.CommandLine;

/// <summary>The version in reports.</summary>
internal static class ToolVersion
{
    /// <summary>Semantic version without build metadata.</summary>
    internal static string Current { get; } =
        typeof(ToolVersion)
            .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
            .InformationalVersion.Split('+')[0];
}

using DockerfileLint.CommandLine.Discovery;
using DockerfileLint.CommandLine.Output;
using DockerfileLint.Configuration;

namespace DockerfileLint.CommandLine;

/// <summary>What <c>hadolint</c> was asked to do.</summary>
internal sealed record HadolintSettings
{
    /// <summary>Files as they were given; <c>-</c> is standard input.</summary>
    internal required IReadOnlyList<string> Paths { get; init; }

    /// <summary>The path that stands for every file in the reports, or <c>null</c>.</summary>
    internal string? PathInReport { get; init; }

    internal required IReadOnlyList<OutputRequest> Outputs { get; init; }

    /// <summary>The rules that configurations may name.</summary>
    internal required RuleSet Rules { get; init; }

    /// <summary>How the files under a configuration are linted.</summary>
    internal required Func<FileConfiguration, FileSettings> Configure { get; init; }

    /// <summary>The configuration files.</summary>
    internal required ConfigurationFiles Configurations { get; init; }

    /// <summary>ShellCheck's program, or <c>null</c> where it is not asked.</summary>
    internal string? ShellCheckPath { get; init; }

    internal bool IsColored { get; init; }

    internal bool IsVerbose { get; init; }
}

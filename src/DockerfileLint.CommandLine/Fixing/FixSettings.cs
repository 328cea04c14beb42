using DockerfileLint.Analysis.Fixes;

namespace DockerfileLint.CommandLine.Fixing;

/// <summary>What a run mends, and how it hands that out.</summary>
/// <param name="Options">Which fixes are applied.</param>
/// <param name="ShowsDiff">Whether the changes are shown, and no file is written.</param>
internal sealed record FixSettings(FixOptions Options, bool ShowsDiff);

using System.Globalization;
using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.Analysis;

/// <summary>A stage as the construct that a finding belongs to.</summary>
internal static class StageLocation
{
    /// <summary>
    /// The stage by its name, or by its number and base such as <c>0 (python:3.13)</c>. What tells it from others is
    /// the number alone, so that a finding stays the same under another base.
    /// </summary>
    internal static LogicalLocation Of(Stage stage)
    {
        string number = stage.Index.ToString(CultureInfo.InvariantCulture);
        string baseName = stage.BaseName.DisplayText;
        string name = stage.Name ?? (baseName.Length == 0 ? number : $"{number} ({baseName})");
        return new LogicalLocation(name, $"stage:{stage.DisplayName}", "module");
    }
}

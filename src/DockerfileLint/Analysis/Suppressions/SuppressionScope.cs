namespace DockerfileLint.Analysis.Suppressions;

/// <summary>How far a suppression reaches.</summary>
internal enum SuppressionScope
{
    /// <summary>The next instruction or YAML node; for hadolint's the instruction on the very next line.</summary>
    Next,

    /// <summary>The stage.</summary>
    Stage,

    /// <summary>The file.</summary>
    File,
}

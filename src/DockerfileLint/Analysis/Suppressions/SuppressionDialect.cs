namespace DockerfileLint.Analysis.Suppressions;

/// <summary>Whose syntax a suppression is written in.</summary>
internal enum SuppressionDialect
{
    /// <summary>Ours: <c># dockerfile-lint ignore=…</c>.</summary>
    Own,

    /// <summary>hadolint's: <c># hadolint ignore=…</c>.</summary>
    Hadolint,

    /// <summary>BuildKit's: <c># check=skip=…</c>.</summary>
    BuildKit,
}

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

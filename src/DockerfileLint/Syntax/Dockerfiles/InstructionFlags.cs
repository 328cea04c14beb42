namespace DockerfileLint.Syntax.Dockerfiles;

/// <summary>The flags that the reference builder knows.</summary>
internal static class InstructionFlags
{
    private static readonly InstructionFlag[] FromFlags = [new("platform")];
    private static readonly InstructionFlag[] RunFlags =
    [
        new("mount", IsList: true),
        new("network"),
        new("security"),
        new("device", IsList: true),
    ];
    private static readonly InstructionFlag[] CopyFlags =
    [
        new("from"),
        new("chown"),
        new("chmod"),
        new("link", IsBoolean: true),
        new("parents", IsBoolean: true),
        new("exclude", IsList: true),
    ];
    private static readonly InstructionFlag[] AddFlags =
    [
        new("checksum"),
        new("keep-git-dir", IsBoolean: true),
        new("unpack", IsBoolean: true),
        new("chown"),
        new("chmod"),
        new("link", IsBoolean: true),
        new("exclude", IsList: true),
    ];
    private static readonly InstructionFlag[] HealthcheckFlags =
    [
        new("interval"),
        new("timeout"),
        new("start-period"),
        new("start-interval"),
        new("retries"),
    ];

    internal static ReadOnlySpan<InstructionFlag> Of(InstructionKind kind) =>
        kind switch
        {
            InstructionKind.From => FromFlags,
            InstructionKind.Run => RunFlags,
            InstructionKind.Copy => CopyFlags,
            InstructionKind.Add => AddFlags,
            InstructionKind.Healthcheck => HealthcheckFlags,
            _ => [],
        };

    /// <summary>The builder never looks at the flags of these, so that any flag passes.</summary>
    internal static bool AreIgnored(InstructionSyntax instruction) =>
        instruction switch
        {
            ArgInstructionSyntax or StopsignalInstructionSyntax => true,
            HealthcheckInstructionSyntax { Type: { } type } => type.AsSpan()
                .Equals("NONE".AsSpan(), StringComparison.OrdinalIgnoreCase),
            _ => false,
        };
}

/// <summary>A flag that an instruction knows.</summary>
/// <param name="Name">Name without dashes.</param>
/// <param name="IsBoolean">Whether it may stand bare and takes true or false.</param>
/// <param name="IsList">Whether it may be repeated.</param>
internal sealed record InstructionFlag(string Name, bool IsBoolean = false, bool IsList = false);

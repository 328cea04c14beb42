namespace DockerfileLint.Fuzz.Running;

/// <summary>How much is tried, and what counts as too much for one input.</summary>
internal sealed record FuzzSettings
{
    internal const int DefaultMutants = 10_000;

    /// <summary>Which mutants are made. Together with a number it stands for one mutant, on every machine.</summary>
    internal int Seed { get; init; } = 1;

    /// <summary>Number of the first mutant.</summary>
    internal int First { get; init; }

    /// <summary>How many mutants are made at most.</summary>
    internal int Mutants { get; init; } = DefaultMutants;

    /// <summary>For how long mutants are made at most, or <c>null</c>.</summary>
    internal TimeSpan? Duration { get; init; }

    /// <summary>Processor time that one input may take.</summary>
    internal TimeSpan Limit { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>When an input that has not ended is told to.</summary>
    internal TimeSpan CancelAfter => 10 * Limit;

    /// <summary>Processor time after which the process ends with an input that does not listen.</summary>
    internal TimeSpan GiveUpAfter => 30 * Limit;

    /// <summary>Bytes that one input may allocate.</summary>
    internal long MaxAllocated { get; init; } = 1L << 30;

    /// <summary>Folder for what fails, or <c>null</c> to write no files.</summary>
    internal string? Output { get; init; }

    /// <summary>Kinds of failures after which a target is left.</summary>
    internal int MaxFailures { get; init; } = 20;
}

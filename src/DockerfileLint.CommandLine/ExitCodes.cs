namespace DockerfileLint.CommandLine;

/// <summary>The exit codes; the highest of 2, 3, 1, 0 in that order that applies.</summary>
internal static class ExitCodes
{
    internal const int Clean = 0;

    /// <summary>Findings at or above the threshold.</summary>
    internal const int Findings = 1;

    /// <summary>Wrong usage, or output that could not be written.</summary>
    internal const int Usage = 2;

    /// <summary>Something could not be analysed.</summary>
    internal const int Incomplete = 3;

    /// <summary>Interrupted, as shells report SIGINT.</summary>
    internal const int Interrupted = 130;
}

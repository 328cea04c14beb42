namespace DockerfileLint.CommandLine;

/// <summary>The command line asks for something that there is not; the message says what is allowed.</summary>
internal sealed class UsageException(string message) : Exception(message);

namespace DockerfileLint.CommandLine.ShellChecking;

/// <summary>The value of <c>--shellcheck</c>: whether ShellCheck judges the scripts of RUN, and where it is.</summary>
/// <param name="Path">Absolute path of the program, or <c>null</c> where it is looked for on demand.</param>
internal sealed record ShellCheckSetting(string? Path)
{
    internal const string OptionName = "--shellcheck";
    internal const string Off = "off";
    internal const string Auto = "auto";
    internal const string HelpName = "off|auto|PATH";

    /// <summary>Reads the value; <c>null</c> where ShellCheck is off.</summary>
    /// <exception cref="UsageException">It names a file that is not there.</exception>
    internal static ShellCheckSetting? Read(string value, string workingDirectory)
    {
        if (value is Off)
        {
            return null;
        }

        if (value is Auto)
        {
            return new ShellCheckSetting(Path: null);
        }

        string path =
            value.Length == 0 || value.Contains('\0') ? "" : System.IO.Path.GetFullPath(value, workingDirectory);
        return File.Exists(path)
            ? new ShellCheckSetting(path)
            : throw new UsageException(
                $"{OptionName} '{value}' is no file. Give the path of ShellCheck's program, 'auto' to look for it, "
                    + $"or 'off'."
            );
    }
}

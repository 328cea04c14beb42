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

    /// <summary>
    /// The program in the folders of the variable PATH. Folders that are not absolute are left out: they may be part of
    /// what is linted, and nothing there is to be run.
    /// </summary>
    internal static string? Find(string? searchPath)
    {
        string name = OperatingSystem.IsWindows() ? "shellcheck.exe" : "shellcheck";
        return (searchPath ?? "")
            .Split(System.IO.Path.PathSeparator)
            .Where(folder => System.IO.Path.IsPathFullyQualified(folder) && !folder.Contains('\0'))
            .Select(folder => System.IO.Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);
    }
}

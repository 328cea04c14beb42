namespace DockerfileLint.Semantics.Dockerfiles;

/// <summary>Which system an image is for, as far as FROM tells.</summary>
internal static class BaseImagePlatform
{
    /// <summary>What repositories and tags of images for Windows hold.</summary>
    private static readonly string[] WindowsNames =
    [
        "nanoserver",
        "servercore",
        "windowsservercore",
        "windows-server",
        "ltsc20",
        "windowsamd64",
    ];

    /// <summary>What a file for Windows is likely to hold.</summary>
    private static readonly string[] WindowsTraces = ["C:\\", "choco "];

    private static readonly string[] CommandKeywords = ["RUN", "CMD", "SHELL", "ENTRYPOINT"];

    /// <summary>
    /// Whether a stage runs on Windows. The platform decides, then the image's name. An escape character other than the
    /// usual one is what files for Windows need for their paths, but some people like it elsewhere too.
    /// </summary>
    internal static bool IsWindows(Stage stage, char escape, string? requested)
    {
        Stage root = stage.RootStage;
        if (
            root.From.GetFlag("platform")?.Value is { } platform
            && root.ExpandGlobal(platform).TryGetValue(out string? known)
        )
        {
            return known.StartsWith("windows", StringComparison.OrdinalIgnoreCase);
        }

        if (requested is not null)
        {
            return requested.StartsWith("windows", StringComparison.OrdinalIgnoreCase);
        }

        string image = root.BaseName.DisplayText;
        return (escape == '`' && HasWindowsTraces(root))
            || image.StartsWith("mcr.microsoft.com/windows", StringComparison.OrdinalIgnoreCase)
            || image.StartsWith("microsoft/windows", StringComparison.OrdinalIgnoreCase)
            || Array.Exists(WindowsNames, name => image.IndexOf(name, StringComparison.OrdinalIgnoreCase) >= 0);
    }

    private static bool HasWindowsTraces(Stage stage)
    {
        string text = stage.From.Tree.Text.ToString();
        return Array.Exists(WindowsTraces, trace => text.IndexOf(trace, StringComparison.OrdinalIgnoreCase) >= 0)
            || CallsPowerShell(text);
    }

    /// <summary>
    /// Whether <c>powershell</c> stands where a command does. As a package or in the name of an image it says nothing.
    /// </summary>
    private static bool CallsPowerShell(string text)
    {
        const string Name = "powershell";
        for (
            int i = text.IndexOf(Name, StringComparison.OrdinalIgnoreCase);
            i >= 0;
            i = text.IndexOf(Name, i + Name.Length, StringComparison.OrdinalIgnoreCase)
        )
        {
            int end = i;
            while (end > 0 && text[end - 1] is ' ' or '\t' or '[' or '"')
            {
                end--;
            }

            if (
                end > 0
                && (
                    text[end - 1] is '&' or ';' or '|' or '\\'
                    || Array.Exists(
                        CommandKeywords,
                        keyword =>
                            end >= keyword.Length
                            && string.Compare(
                                text,
                                end - keyword.Length,
                                keyword,
                                0,
                                keyword.Length,
                                StringComparison.OrdinalIgnoreCase
                            ) == 0
                    )
                )
            )
            {
                return true;
            }
        }

        return false;
    }
}

namespace DockerfileLint.Semantics.Dockerfiles;

/// <summary>Which system an image is for, as far as FROM tells.</summary>
internal static class BaseImagePlatform
{
    /// <summary>What repositories and tags of images for Windows hold.</summary>
    private static readonly string[] WindowsNames = ["nanoserver", "servercore", "windowsservercore", "windows-server", "ltsc20", "windowsamd64"];

    /// <summary>Whether a stage runs on Windows. The platform decides, then the image's name; an escape character other than the usual one is what files for Windows need for their paths.</summary>
    internal static bool IsWindows(Stage stage, char escape)
    {
        Stage root = stage.RootStage;
        if (root.From.GetFlag("platform")?.Value is { } platform && root.ExpandGlobal(platform) is { Certainty: not Certainty.Unknown } expanded)
        {
            return expanded.Value.StartsWith("windows", StringComparison.OrdinalIgnoreCase);
        }

        string image = root.BaseName.Value;
        return escape == '`' || image.StartsWith("mcr.microsoft.com/windows", StringComparison.OrdinalIgnoreCase) || image.StartsWith("microsoft/windows", StringComparison.OrdinalIgnoreCase)
            || Array.Exists(WindowsNames, name => image.IndexOf(name, StringComparison.OrdinalIgnoreCase) >= 0);
    }
}

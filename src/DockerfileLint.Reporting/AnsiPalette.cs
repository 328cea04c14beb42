using DockerfileLint.Diagnostics;

namespace DockerfileLint.Reporting;

/// <summary>The colours of the text report, or none.</summary>
internal sealed class AnsiPalette(bool isEnabled)
{
    /// <summary>What a reader looks for first.</summary>
    internal string Strong(string text) => Paint("1", text);

    /// <summary>What only frames the rest.</summary>
    internal string Faint(string text) => Paint("2", text);

    /// <summary>Text in the colour of a severity.</summary>
    internal string Paint(Severity severity, string text) =>
        Paint(
            severity switch
            {
                Severity.Error => "1;31",
                Severity.Warning => "1;33",
                Severity.Info => "1;36",
                _ => "1;35",
            },
            text
        );

    private string Paint(string code, string text) => isEnabled ? $"\u001B[{code}m{text}\u001B[0m" : text;
}

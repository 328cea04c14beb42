namespace DockerfileLint.Analyzers;

/// <summary>What a diagnostic tells the code fix for images without a version, as names of its properties.</summary>
internal static class ImageFix
{
    /// <summary>The rule that the fix mends.</summary>
    internal const string RuleId = "DC5007";

    /// <summary>The image with its version, for the title of the fix.</summary>
    internal const string Image = nameof(Image);

    /// <summary>The text that takes the place of the literal that the diagnostic marks.</summary>
    internal const string Replacement = nameof(Replacement);

    /// <summary>The text of an argument to add behind the one that the diagnostic marks.</summary>
    internal const string Argument = nameof(Argument);
}

namespace DockerfileLint.LanguageServer;

/// <summary>A client's settings mean nothing.</summary>
/// <param name="message">Why: sentences for its user.</param>
internal sealed class SettingsException(string message) : Exception(message);

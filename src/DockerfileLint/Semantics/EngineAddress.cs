namespace DockerfileLint.Semantics;

/// <summary>Addresses under which programs look for a container engine.</summary>
internal static class EngineAddress
{
    private static readonly string[] Variables = ["DOCKER_HOST", "CONTAINER_HOST", "BUILDKIT_HOST"];

    private static readonly string[] Schemes = ["tcp://", "http://"];

    /// <summary>Whether programs take the variable for the address of an engine.</summary>
    internal static bool IsVariable(string name) => Array.IndexOf(Variables, name) >= 0;

    /// <summary>
    /// The host of an address without encryption; <c>null</c> for others. Port 2376 is the one for encryption.
    /// </summary>
    internal static string? FindPlainHost(string address)
    {
        string? scheme = Array.Find(Schemes, known => address.StartsWith(known, StringComparison.OrdinalIgnoreCase));
        if (scheme is null)
        {
            return null;
        }

        int end = address.IndexOf('/', scheme.Length);
        string authority = address.Substring(scheme.Length, (end < 0 ? address.Length : end) - scheme.Length);
        int bracket = authority.LastIndexOf(']');
        int colon = authority.IndexOf(':', Math.Max(bracket, 0));
        string host = colon < 0 ? authority : authority.Substring(0, colon);
        string port = colon < 0 ? "" : authority.Substring(colon + 1);
        return host.Length == 0 || port == "2376" ? null : host.ToLowerInvariant();
    }
}

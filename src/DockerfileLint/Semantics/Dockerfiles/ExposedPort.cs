using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Semantics.Dockerfiles;

/// <summary>A port of EXPOSE, split but not judged.</summary>
/// <param name="HostPart">
/// What stands before the container's port, with the last colon: an address, a port of the host, or both; the builder
/// ignores it. Empty where it is not given.
/// </param>
/// <param name="Port">The port or range.</param>
/// <param name="Protocol">What stands after the slash, case kept; empty where it is not given.</param>
internal readonly record struct ExposedPort(string HostPart, string Port, string Protocol)
{
    /// <summary>
    /// The ports of a word: one, or several where a variable holds a list.
    /// </summary>
    /// <param name="word">The word.</param>
    /// <param name="expanded">The word after expansion.</param>
    internal static IEnumerable<ExposedPort> Find(WordSyntax word, string expanded)
    {
        string text = word.Text.IndexOf('$') < 0 ? word.Text : expanded;
        foreach (string part in text.Split(' '))
        {
            int slash = part.IndexOf('/');
            string port = slash < 0 ? part : part.Substring(0, slash);
            int host = port.LastIndexOf(':') + 1;
            if (part.Length > 0)
            {
                yield return new ExposedPort(
                    port.Substring(0, host),
                    port.Substring(host),
                    slash < 0 ? "" : part.Substring(slash + 1)
                );
            }
        }
    }
}

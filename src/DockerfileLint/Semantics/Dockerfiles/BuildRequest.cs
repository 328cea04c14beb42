using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace DockerfileLint.Semantics.Dockerfiles;

/// <summary>
/// What a build is asked for beside the Dockerfile. Two requests that ask for the same are equal. Immutable.
/// </summary>
[Experimental(ExperimentalApi.Id)]
public sealed class BuildRequest : IEquatable<BuildRequest>
{
    private const string LatestTag = ":latest";
    private const string DockerHub = "docker.io/";
    private const string OfficialImages = "library/";

    private string? _key;

    /// <summary>A build that says nothing: the last stage, no arguments, the builder's own platform.</summary>
    public static BuildRequest Default { get; } = new();

    /// <summary>The stage to build, by name in any letter case or by number; <c>null</c> for the last one.</summary>
    public string? Target { get; init; }

    /// <summary>
    /// The platform to build for, <c>os/architecture</c> or <c>os/architecture/variant</c>; <c>null</c> where the
    /// builder decides.
    /// </summary>
    public string? Platform { get; init; }

    /// <summary>The build arguments by name.</summary>
    public ImmutableSortedDictionary<string, BuildArgument> Arguments { get; init; } =
        ImmutableSortedDictionary.Create<string, BuildArgument>(StringComparer.Ordinal);

    /// <summary>
    /// What takes the place of a stage or an image, by its name: <c>docker-image://</c> and a reference, a path or
    /// another address.
    /// </summary>
    public ImmutableSortedDictionary<string, string> NamedContexts { get; init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Whether the build says nothing.</summary>
    internal bool IsDefault => Target is null && Platform is null && Arguments.IsEmpty && NamedContexts.IsEmpty;

    private string Key => _key ??= CreateKey();

    /// <inheritdoc/>
    public bool Equals(BuildRequest? other) => other is not null && Key == other.Key;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as BuildRequest);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Key);

    /// <summary>What takes the place of a stage or an image, or <c>null</c>.</summary>
    internal string? FindContext(string name)
    {
        if (NamedContexts.IsEmpty)
        {
            return null;
        }

        string wanted = Shorten(name);
        foreach (KeyValuePair<string, string> context in NamedContexts)
        {
            if (string.Equals(Shorten(context.Key), wanted, StringComparison.OrdinalIgnoreCase))
            {
                return context.Value;
            }
        }

        return null;
    }

    /// <summary>
    /// What a platform argument holds in this build, or <c>null</c> where the request does not say it.
    /// </summary>
    internal string? FindPlatformValue(string name)
    {
        if (name == "TARGETSTAGE")
        {
            return Target;
        }

        if (Platform is null || !name.StartsWith("TARGET", StringComparison.Ordinal))
        {
            return null;
        }

        string[] parts = Platform.Split('/');
        return name switch
        {
            "TARGETPLATFORM" => Platform,
            "TARGETOS" => parts[0],
            "TARGETARCH" => parts.Length > 1 ? parts[1] : null,
            "TARGETVARIANT" => parts.Length > 2 ? parts[2] : null,
            _ => null,
        };
    }

    /// <summary>
    /// The name as people write it: without the host, the organization and the tag that are the default.
    /// </summary>
    private static string Shorten(string name)
    {
        name = name.EndsWith(LatestTag, StringComparison.Ordinal)
            ? name.Substring(0, name.Length - LatestTag.Length)
            : name;
        name = name.StartsWith(DockerHub, StringComparison.Ordinal) ? name.Substring(DockerHub.Length) : name;
        return name.StartsWith(OfficialImages, StringComparison.Ordinal) ? name.Substring(OfficialImages.Length) : name;
    }

    private string CreateKey()
    {
        var key = new StringBuilder();
        Append(Target);
        Append(Platform);
        foreach (KeyValuePair<string, BuildArgument> argument in Arguments)
        {
            Append(argument.Key);
            Append(argument.Value.Value);
            key.Append((int)argument.Value.Certainty);
        }

        key.Append('|');
        foreach (KeyValuePair<string, string> context in NamedContexts)
        {
            Append(context.Key);
            Append(context.Value);
        }

        return key.ToString();

        // With its length before it, no text can pass for two.
        void Append(string? text) => key.Append(text is null ? -1 : text.Length).Append(':').Append(text);
    }
}

/// <summary>The value of a build argument.</summary>
/// <param name="Value">The value; where the certainty is unknown, what is known of it.</param>
/// <param name="Certainty">How sure it is.</param>
[Experimental(ExperimentalApi.Id)]
public readonly record struct BuildArgument(string Value, Certainty Certainty = Certainty.Known);

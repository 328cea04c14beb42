namespace DockerfileLint.Semantics.Dockerfiles;

/// <summary>
/// What is publicly known about the variables that widely used images set. Only what has been stable for years is
/// listed.
/// </summary>
internal static class BaseImageVariables
{
    /// <summary>Images that set these and nothing else but PATH.</summary>
    private static readonly Dictionary<string, string[]> Complete = new(StringComparer.Ordinal)
    {
        ["alpine"] = [],
        ["busybox"] = [],
        ["centos"] = [],
        ["debian"] = [],
        ["ubuntu"] = [],
        ["golang"] = ["GOPATH", "GOLANG_VERSION", "GOTOOLCHAIN"],
        ["node"] = ["NODE_VERSION", "YARN_VERSION"],
        ["rust"] = ["RUSTUP_HOME", "CARGO_HOME", "RUST_VERSION"],
    };

    /// <summary>Images, by the start of their names, that set these among others.</summary>
    private static readonly (string Prefix, string[] Names)[] Partial =
    [
        ("amazoncorretto", ["JAVA_HOME"]),
        ("eclipse-temurin", ["JAVA_HOME", "JAVA_VERSION"]),
        ("jetty", ["JETTY_HOME", "JETTY_BASE", "JETTY_VERSION", "JAVA_HOME"]),
        ("jupyter/", ["NB_USER", "NB_UID", "NB_GID", "CONDA_DIR", "HOME"]),
        ("maven", ["MAVEN_HOME", "JAVA_HOME"]),
        ("mcr.microsoft.com/dotnet/", ["APP_UID"]),
        ("openjdk", ["JAVA_HOME", "JAVA_VERSION"]),
        ("php", ["PHP_INI_DIR", "PHP_VERSION"]),
        ("postgres", ["PG_MAJOR", "PG_VERSION", "PGDATA"]),
        ("python", ["PYTHON_VERSION"]),
        ("quay.io/jupyter/", ["NB_USER", "NB_UID", "NB_GID", "CONDA_DIR", "HOME"]),
        ("ruby", ["RUBY_VERSION", "GEM_HOME", "BUNDLE_APP_CONFIG"]),
        ("tomcat", ["CATALINA_HOME", "TOMCAT_VERSION", "JAVA_HOME"]),
    ];

    /// <summary>Whether the image that a stage starts from sets a variable; <c>null</c> where nobody knows.</summary>
    internal static bool? IsSet(string name, Stage stage) => IsSet(name, stage.BaseName.ValueOr(null));

    /// <summary>Whether an image sets a variable; <c>null</c> where nobody knows.</summary>
    internal static bool? IsSet(string name, string? written)
    {
        if (written is null || ImageReference.TryParse(written) is not { } image)
        {
            return null;
        }

        string repository = image.FamiliarName;
        if (Complete.TryGetValue(repository, out string[]? names))
        {
            return Array.IndexOf(names, name) >= 0;
        }

        foreach ((string prefix, string[] some) in Partial)
        {
            bool isMeant =
                prefix[prefix.Length - 1] == '/'
                    ? repository.StartsWith(prefix, StringComparison.Ordinal)
                    : repository == prefix;
            if (isMeant && Array.IndexOf(some, name) >= 0)
            {
                return true;
            }
        }

        return null;
    }
}

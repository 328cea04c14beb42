namespace DockerfileLint.Semantics.Dockerfiles;

/// <summary>Who a base image starts as.</summary>
internal enum BaseImageUser
{
    /// <summary>Nothing is known about the image.</summary>
    Unknown,

    /// <summary>Root.</summary>
    Root,

    /// <summary>The administrator of a Windows container.</summary>
    Administrator,

    /// <summary>A user without privileges.</summary>
    Unprivileged,
}

/// <summary>
/// What is publicly known about the default users of widely used images. Only images whose default has been stable for
/// years are listed.
/// </summary>
internal static class BaseImageUsers
{
    /// <summary>
    /// Official images of systems, languages and servers: their configuration sets no user. Images whose entry point
    /// drops root itself are not listed, for there the finding would be wrong in effect.
    /// </summary>
    private static readonly HashSet<string> RootRepositories = new(StringComparer.Ordinal)
    {
        "almalinux",
        "alpine",
        "alt",
        "amazonlinux",
        "archlinux",
        "busybox",
        "centos",
        "clearlinux",
        "debian",
        "fedora",
        "mageia",
        "opensuse",
        "opensuse/leap",
        "opensuse/tumbleweed",
        "oraclelinux",
        "photon",
        "rockylinux",
        "sl",
        "ubuntu",
        "amazoncorretto",
        "buildpack-deps",
        "clojure",
        "composer",
        "dart",
        "docker",
        "eclipse-temurin",
        "elixir",
        "erlang",
        "gcc",
        "golang",
        "gradle",
        "groovy",
        "haskell",
        "haxe",
        "hylang",
        "ibmjava",
        "ibm-semeru-runtimes",
        "java",
        "julia",
        "maven",
        "mono",
        "node",
        "openjdk",
        "perl",
        "php",
        "pypy",
        "python",
        "r-base",
        "rakudo-star",
        "ruby",
        "rust",
        "sapmachine",
        "swift",
        "swipl",
        "caddy",
        "httpd",
        "nginx",
        "tomcat",
        "tomee",
        "traefik",
        "mcr.microsoft.com/dotnet/aspnet",
        "mcr.microsoft.com/dotnet/runtime",
        "mcr.microsoft.com/dotnet/runtime-deps",
        "mcr.microsoft.com/dotnet/sdk",
        "gcr.io/distroless/base",
        "gcr.io/distroless/base-debian12",
        "gcr.io/distroless/cc",
        "gcr.io/distroless/cc-debian12",
        "gcr.io/distroless/java17-debian12",
        "gcr.io/distroless/java21-debian12",
        "gcr.io/distroless/nodejs20-debian12",
        "gcr.io/distroless/nodejs22-debian12",
        "gcr.io/distroless/python3",
        "gcr.io/distroless/python3-debian12",
        "gcr.io/distroless/static",
        "gcr.io/distroless/static-debian12",
        "nvidia/cuda",
    };

    /// <summary>
    /// Windows images that start as ContainerAdministrator:
    /// https://learn.microsoft.com/virtualization/windowscontainers/manage-containers/container-security.
    /// </summary>
    private static readonly string[] AdministratorRepositories =
    [
        "mcr.microsoft.com/windows",
        "mcr.microsoft.com/windows/server",
        "mcr.microsoft.com/windows/servercore",
        "mcr.microsoft.com/windows/servercore/iis",
        "mcr.microsoft.com/dotnet/framework/aspnet",
        "mcr.microsoft.com/dotnet/framework/runtime",
        "mcr.microsoft.com/dotnet/framework/sdk",
        "mcr.microsoft.com/dotnet/framework/wcf",
    ];

    /// <summary>Images, or with a slash at the end whole organizations, that give up root in all their tags.</summary>
    private static readonly string[] Unprivileged =
    [
        "mcr.microsoft.com/windows/nanoserver",
        "mcr.microsoft.com/windows/nanoserver-insider",
        "cgr.dev/",
        "chainguard/",
        "grafana/",
        "jenkins/",
        "jupyter/",
        "quay.io/jupyter/",
        "prom/",
        "quay.io/prometheus/",
        "nginxinc/nginx-unprivileged",
        "ghcr.io/nginxinc/nginx-unprivileged",
        "apache/airflow",
        "curlimages/curl",
        "docker.elastic.co/",
        "elasticsearch",
        "kibana",
        "logstash",
        "quay.io/keycloak/",
        "quay.io/minio/",
        "solr",
        "sonarqube",
        "public.ecr.aws/lambda/",
        "hashicorp/terraform-ls",
    ];

    /// <summary>
    /// Images whose publishers keep to it that a tag with such a word gives up root. Anybody can write the word into a
    /// tag of his own.
    /// </summary>
    private static readonly (string Image, string[] Words)[] UnprivilegedTags =
    [
        ("gcr.io/distroless/", ["nonroot"]),
        ("mcr.microsoft.com/dotnet/", ["chiseled", "distroless", "nonroot"]),
        ("mcr.microsoft.com/cbl-mariner/", ["nonroot"]),
        ("mcr.microsoft.com/azurelinux/", ["nonroot"]),
        ("docker", ["rootless"]),
        ("moby/buildkit", ["rootless"]),
        ("gitea/gitea", ["rootless"]),
    ];

    internal static BaseImageUser GetDefaultUser(Stage stage)
    {
        if (stage.IsFromScratch)
        {
            return BaseImageUser.Root;
        }

        if (!stage.BaseName.TryGetValue(out string? name) || ImageReference.TryParse(name) is not { } image)
        {
            return BaseImageUser.Unknown;
        }

        string repository = image.FamiliarName;
        string tag = image.Tag ?? "";
        if (
            Array.Exists(Unprivileged, one => IsOf(repository, one))
            || Array.Exists(
                UnprivilegedTags,
                one => IsOf(repository, one.Image) && Array.Exists(one.Words, word => tag.Contains(word))
            )
        )
        {
            return BaseImageUser.Unprivileged;
        }

        return RootRepositories.Contains(repository) ? BaseImageUser.Root
            : Array.IndexOf(AdministratorRepositories, repository) >= 0 ? BaseImageUser.Administrator
            : BaseImageUser.Unknown;
    }

    /// <summary>Whether an image is this one, or of this organization, whose name ends in a slash.</summary>
    private static bool IsOf(string repository, string name) =>
        name[name.Length - 1] == '/'
            ? repository.StartsWith(name, StringComparison.Ordinal)
            : string.Equals(repository, name, StringComparison.Ordinal);
}

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

    private static readonly string[] UnprivilegedPrefixes =
    [
        "mcr.microsoft.com/windows/nanoserver",
        "bitnami/",
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
        bool saysUnprivileged =
            tag.Contains("nonroot")
            || tag.Contains("rootless")
            || tag.Contains("unprivileged")
            || repository.EndsWith("-nonroot", StringComparison.Ordinal)
            || repository.EndsWith("-rootless", StringComparison.Ordinal)
            || repository.EndsWith("-unprivileged", StringComparison.Ordinal)
            || (
                repository.StartsWith("mcr.microsoft.com/dotnet/", StringComparison.Ordinal)
                && (tag.Contains("chiseled") || tag.Contains("distroless"))
            );
        if (
            saysUnprivileged
            || Array.Exists(UnprivilegedPrefixes, prefix => repository.StartsWith(prefix, StringComparison.Ordinal))
        )
        {
            return BaseImageUser.Unprivileged;
        }

        return RootRepositories.Contains(repository) ? BaseImageUser.Root
            : Array.IndexOf(AdministratorRepositories, repository) >= 0 ? BaseImageUser.Administrator
            : BaseImageUser.Unknown;
    }
}

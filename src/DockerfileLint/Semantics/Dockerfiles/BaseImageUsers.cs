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

    /// <summary>Root, which the entry point of the image gives up before the service starts.</summary>
    DropsRoot,

    /// <summary>A user without privileges.</summary>
    Unprivileged,
}

/// <summary>
/// What is publicly known about the default users of widely used images. Only images whose default has been stable for
/// years are listed.
/// </summary>
/// <remarks>
/// As of November 2026; <c>eng/review-base-image-users.cs</c> reviews it. Official images:
/// https://github.com/docker-library/official-images; the sources of others stand with them.
/// </remarks>
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
        // https://github.com/dotnet/dotnet-docker, and its names before 2020.
        "mcr.microsoft.com/dotnet/core/aspnet",
        "mcr.microsoft.com/dotnet/core/runtime",
        "mcr.microsoft.com/dotnet/core/runtime-deps",
        "mcr.microsoft.com/dotnet/core/sdk",
        "mcr.microsoft.com/dotnet/monitor/base",
        "microsoft/aspnetcore",
        "microsoft/aspnetcore-build",
        "microsoft/dotnet",
        // https://github.com/phusion/baseimage-docker, https://github.com/phusion/passenger-docker
        "phusion/baseimage",
        "phusion/passenger-customizable",
        "phusion/passenger-full",
        "phusion/passenger-nodejs",
        // https://catalog.redhat.com/software/base-images
        "redhat/ubi8",
        "redhat/ubi8-init",
        "redhat/ubi8-micro",
        "redhat/ubi8-minimal",
        "redhat/ubi9",
        "redhat/ubi9-init",
        "redhat/ubi9-micro",
        "redhat/ubi9-minimal",
        "redhat/ubi10",
        "redhat/ubi10-init",
        "redhat/ubi10-micro",
        "redhat/ubi10-minimal",
        // https://images.chainguard.dev/directory/image/wolfi-base/overview
        "cgr.dev/chainguard/wolfi-base",
        "chainguard/wolfi-base",
        // https://github.com/bitnami/minideb
        "bitnami/minideb",
        // Distributions in registries of their own, and under names from before they were official images.
        "archlinux/base",
        "base/archlinux",
        "gliderlabs/alpine",
        "mcr.microsoft.com/azurelinux/base/core",
        "quay.io/centos/centos",
        "quay.io/fedora/fedora",
        "registry.fedoraproject.org/fedora",
        "ubuntu-debootstrap",
        // https://github.com/mhart/alpine-node, https://github.com/anapsix/docker-alpine-java,
        // https://github.com/Docker-Hub-frolvlad/docker-alpine-glibc
        "anapsix/alpine-java",
        "frolvlad/alpine-glibc",
        "mhart/alpine-node",
        // https://github.com/anaconda/docker-images, https://github.com/astral-sh/uv,
        // https://github.com/tensorflow/build, https://github.com/docker-library/docs/tree/master/ros
        "continuumio/anaconda3",
        "continuumio/miniconda3",
        "ghcr.io/astral-sh/uv",
        "rails",
        "ros",
        "tensorflow/tensorflow",
        // https://github.com/GoogleCloudPlatform/cloud-sdk-docker, https://github.com/hashicorp/terraform
        "google/cloud-sdk",
        "hashicorp/terraform",
    };

    /// <summary>
    /// Servers whose entry point gives up root, with the program that does: the Dockerfiles of their official images.
    /// </summary>
    private static readonly Dictionary<string, string> DroppingRepositories = new(StringComparer.Ordinal)
    {
        ["cassandra"] = "gosu",
        ["couchdb"] = "gosu",
        ["ghost"] = "gosu",
        ["mariadb"] = "gosu",
        ["mongo"] = "gosu",
        ["mysql"] = "gosu",
        ["postgres"] = "gosu",
        ["rabbitmq"] = "gosu",
        ["redis"] = "gosu",
        ["valkey/valkey"] = "setpriv",
        ["zookeeper"] = "gosu",

        // Built on postgres: https://github.com/postgis/docker-postgis, https://github.com/pgvector/pgvector,
        // https://github.com/timescale/timescaledb-docker
        ["pgvector/pgvector"] = "gosu",
        ["postgis/postgis"] = "gosu",
        ["timescale/timescaledb"] = "su-exec",
    };

    /// <summary>
    /// Where official images are mirrored: https://gallery.ecr.aws/docker,
    /// https://cloud.google.com/artifact-registry/docs/pull-cached-dockerhub-images.
    /// </summary>
    private static readonly string[] OfficialMirrors = ["public.ecr.aws/docker/library/", "mirror.gcr.io/library/"];

    /// <summary>The base images of UBI; those of languages beside them have a user.</summary>
    private static readonly string[] UniversalBaseImages = ["ubi", "ubi-init", "ubi-micro", "ubi-minimal"];

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
        // https://edu.chainguard.dev/chainguard/chainguard-images/overview
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
        // https://docs.docker.com/dhi/core-concepts/hardened/
        "dhi.io/",
        // https://github.com/CircleCI-Public/cimg-base
        "cimg/",
        "circleci/",
        // https://github.com/SeleniumHQ/docker-selenium
        "selenium/",
        "memcached",
        "mambaorg/micromamba",
    ];

    /// <summary>
    /// Images whose publishers keep to it that a tag with such a word gives up root. Anybody can write the word into a
    /// tag of his own.
    /// </summary>
    private static readonly (string Image, string[] Words)[] UnprivilegedTags =
    [
        ("gcr.io/distroless/", ["nonroot"]),
        ("mcr.microsoft.com/dotnet/", ["chiseled", "distroless", "nonroot", "nanoserver"]),
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

        return stage.BaseName.TryGetValue(out string? name) && ImageReference.TryParse(name) is { } image
            ? GetDefaultUser(image)
            : BaseImageUser.Unknown;
    }

    internal static BaseImageUser GetDefaultUser(ImageReference image)
    {
        string repository = GetOfficialName(image);
        string tag = image.Tag ?? "";
        if (IsHardened(repository) && tag.Contains("-dev"))
        {
            return BaseImageUser.Root;
        }

        if (RootRepositories.Contains(repository) && !HasUnprivilegedTag(repository, tag))
        {
            return BaseImageUser.Root;
        }

        if (Array.Exists(Unprivileged, one => IsOf(repository, one)) || HasUnprivilegedTag(repository, tag))
        {
            return BaseImageUser.Unprivileged;
        }

        return IsUniversalBaseImage(repository) ? BaseImageUser.Root
            : DroppingRepositories.ContainsKey(repository) ? BaseImageUser.DropsRoot
            : Array.IndexOf(AdministratorRepositories, repository) >= 0 ? BaseImageUser.Administrator
            : BaseImageUser.Unknown;
    }

    /// <summary>The program with which the entry point of an image gives up root.</summary>
    internal static string FindDroppingProgram(Stage stage) =>
        stage.BaseName.TryGetValue(out string? name) && ImageReference.TryParse(name) is { } image
            ? FindDroppingProgram(image)
            : "";

    /// <summary>The program with which the entry point of an image gives up root.</summary>
    internal static string FindDroppingProgram(ImageReference image) =>
        DroppingRepositories.TryGetValue(GetOfficialName(image), out string? program) ? program : "";

    /// <summary>The name of an image, of an official one also where it comes from a mirror of them.</summary>
    private static string GetOfficialName(ImageReference image)
    {
        string name = image.OfficialName;
        string? mirror = Array.Find(OfficialMirrors, mirror => name.StartsWith(mirror, StringComparison.Ordinal));
        return mirror is null ? name : name.Substring(mirror.Length);
    }

    private static bool HasUnprivilegedTag(string repository, string tag) =>
        Array.Exists(
            UnprivilegedTags,
            one => IsOf(repository, one.Image) && Array.Exists(one.Words, word => tag.Contains(word))
        );

    /// <summary>Docker Hardened Images run as root in the variants for building alone.</summary>
    private static bool IsHardened(string repository) => repository.StartsWith("dhi.io/", StringComparison.Ordinal);

    private static bool IsUniversalBaseImage(string repository)
    {
        int slash = repository.LastIndexOf('/');
        return slash > 0
            && Array.IndexOf(UniversalBaseImages, repository.Substring(slash + 1)) >= 0
            && (
                repository.StartsWith("registry.access.redhat.com/ubi", StringComparison.Ordinal)
                || repository.StartsWith("registry.redhat.io/ubi", StringComparison.Ordinal)
            );
    }

    /// <summary>Whether an image is this one, or of this organization, whose name ends in a slash.</summary>
    private static bool IsOf(string repository, string name) =>
        name[name.Length - 1] == '/'
            ? repository.StartsWith(name, StringComparison.Ordinal)
            : string.Equals(repository, name, StringComparison.Ordinal);
}

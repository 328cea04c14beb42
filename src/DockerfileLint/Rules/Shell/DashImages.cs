using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.Rules.Shell;

/// <summary>Images whose <c>/bin/sh</c> is dash, since they are built on Debian or Ubuntu.</summary>
internal static class DashImages
{
    private static readonly HashSet<string> Repositories = new(StringComparer.Ordinal)
    {
        "buildpack-deps",
        "bitnami/minideb",
        "cassandra",
        "debian",
        "drupal",
        "elixir",
        "erlang",
        "gcc",
        "golang",
        "gradle",
        "haproxy",
        "haskell",
        "httpd",
        "i386/debian",
        "i386/ubuntu",
        "arm32v7/debian",
        "arm32v7/ubuntu",
        "arm64v8/debian",
        "arm64v8/ubuntu",
        "jenkins/jenkins",
        "joomla",
        "jupyter/base-notebook",
        "jupyter/minimal-notebook",
        "jupyter/scipy-notebook",
        "mariadb",
        "maven",
        "memcached",
        "mongo",
        "nginx",
        "node",
        "nvidia/cuda",
        "perl",
        "phusion/baseimage",
        "php",
        "postgres",
        "python",
        "r-base",
        "rabbitmq",
        "redis",
        "rocker/r-base",
        "rocker/r-ver",
        "ros",
        "ruby",
        "rust",
        "swift",
        "tensorflow/tensorflow",
        "tomcat",
        "ubuntu",
        "wordpress",
    };

    /// <summary>Parts of a tag that name another system.</summary>
    private static readonly string[] OtherSystems =
    [
        "alpine",
        "centos",
        "fedora",
        "ubi",
        "rockylinux",
        "oracle",
        "amazonlinux",
        "opensuse",
        "windows",
        "nanoserver",
    ];

    /// <summary>Whether a stage is built on such an image.</summary>
    internal static bool Contains(Stage? stage)
    {
        if (
            stage?.RootStage.BaseName.DisplayText is not { Length: > 0 } name
            || ImageReference.TryParse(name) is not { } image
            || !Repositories.Contains(image.FamiliarName)
        )
        {
            return false;
        }

        string tag = image.Tag ?? "";
        foreach (string system in OtherSystems)
        {
            if (tag.IndexOf(system, StringComparison.Ordinal) >= 0)
            {
                return false;
            }
        }

        return true;
    }
}

using DockerfileLint.Analysis.Languages;
using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Mounts;

internal sealed class OwnFolderTests() : RuleTest("DC2008", Language.Compose)
{
    [TestCase("pihole/pihole:1", "/etc/pihole")]
    [TestCase("nginx:1", "/etc/nginx/conf.d")]
    [TestCase("example/soft-serve:1", "/usr/share/softserve")]
    [TestCase("pihole/pihole:1", "/etc/dnsmasq.d")]
    [TestCase("certbot/certbot:1", "/etc/letsencrypt")]
    [TestCase("nginx:1", "[|/etc/letsencrypt|]", Description = "the keys of all sites, and hooks that the host runs")]
    [TestCase("example/other:1", "[|/etc/pihole|]")]
    [TestCase("docker:27", "[|/etc/docker|]")]
    [TestCase("linuxserver/openssh-server:1", "[|/etc/ssh|]")]
    [TestCase("example/systemd:1", "[|/etc/systemd|]")]
    public void A_folder_is_the_services_own_by_its_name_unless_the_host_goes_by_it(string image, string path) =>
        Verify($"services:\n  app:\n    image: {image}\n    volumes:\n      - {path}:/data\n");

    [Test]
    public void The_name_of_the_service_counts() =>
        Verify("services:\n  keycloak:\n    build: .\n    volumes:\n      - /etc/keycloak:/data\n");
}

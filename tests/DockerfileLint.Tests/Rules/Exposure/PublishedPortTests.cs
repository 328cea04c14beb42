using DockerfileLint.Analysis.Languages;
using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Exposure;

internal sealed class PublishedOnAllInterfacesTests() : RuleTest("DC5001", Language.Compose)
{
    [TestCase("8080:80")]
    [TestCase("80")]
    [TestCase("\"8000-8010:80\"")]
    [TestCase("53:53/udp")]
    [TestCase("0.0.0.0:8080:80")]
    [TestCase("\"[::]:8080:80\"")]
    [TestCase("\":::8080:80\"")]
    [TestCase("${BIND:-0.0.0.0}:8080:80")]
    [TestCase("${BIND:-}:8080:80")]
    [TestCase("${PORT:-8080}:80")]
    public void A_port_without_an_address_is_open_to_all(string port) =>
        Verify($"services:\n  web:\n    image: a:1\n    ports:\n      - [|{port}|]\n");

    [TestCase("127.0.0.1:8080:80")]
    [TestCase("\"[::1]:8080:80\"")]
    [TestCase("\"::1:8080:80\"")]
    [TestCase("10.0.0.5::80")]
    [TestCase("${BIND:-127.0.0.1}:8080:80")]
    public void An_address_limits_it(string port) =>
        Verify($"services:\n  web:\n    image: a:1\n    ports:\n      - {port}\n");

    [TestCase("${BIND}:8080:80")]
    [TestCase("${PORT}:80")]
    [TestCase("${PORTS}")]
    public void What_a_variable_decides_is_not_judged(string port) =>
        Verify($"services:\n  web:\n    image: a:1\n    ports:\n      - {port}\n");

    [Test]
    public void The_long_form_has_its_address_in_host_ip() =>
        Verify(
            """
            services:
              web:
                image: a:1
                ports:
                  - [|{target: 80, published: 8080, mode: host}|]
                  - [|{target: 80, published: "${PORT}"}|]
                  - {target: 80, published: 8081, host_ip: 127.0.0.1}
                  - {target: 80, published: 8082, host_ip: "${BIND}"}
            """
        );

    [TestCase("host")]
    [TestCase("none")]
    [TestCase("service:vpn")]
    [TestCase("container:vpn")]
    public void Without_a_network_of_its_own_a_service_publishes_nothing(string mode) =>
        Verify($"services:\n  web:\n    image: a:1\n    network_mode: {mode}\n    ports: ['80:80']\n");

    [TestCase("bridge")]
    [TestCase("backend")]
    [TestCase("${MODE}")]
    public void A_named_network_publishes(string mode) =>
        Verify($"services:\n  web:\n    image: a:1\n    network_mode: {mode}\n    ports: [[|'80:80'|]]\n");

    [Test]
    public void Exposed_ports_are_not_published() => Verify("services:\n  web:\n    image: a:1\n    expose: ['80']\n");
}

internal sealed class AdminPortPublishedTests() : RuleTest("DC5002", Language.Compose)
{
    [TestCase("5432:5432")]
    [TestCase("15432:5432")]
    [TestCase("6379")]
    [TestCase("2375:2375")]
    [TestCase("27017-27019:27017-27019")]
    [TestCase("5400-5500:5400-5500")]
    [TestCase("0.0.0.0:3306:3306")]
    public void A_service_for_administrators_is_not_for_everybody(string port) =>
        Verify($"services:\n  db:\n    image: a:1\n    ports:\n      - [|{port}|]\n");

    [TestCase("127.0.0.1:5432:5432")]
    [TestCase("5432:8080")]
    [TestCase("8080:80")]
    [TestCase("9000:9000")]
    [TestCase("1883:1883")]
    [TestCase("514:514/udp")]
    [TestCase("${PORT}:5432")]
    public void Other_ports_and_bound_ones_are_fine(string port) =>
        Verify($"services:\n  db:\n    image: a:1\n    ports:\n      - {port}\n");
}

internal sealed class PrivilegedPortTests() : RuleTest("DC5003", Language.Compose)
{
    [TestCase("80:8080")]
    [TestCase("127.0.0.1:1023:8080")]
    [TestCase("1000-1100:1000-1100")]
    public void A_low_port_of_the_host_is_reported(string port) =>
        Verify($"services:\n  web:\n    image: a:1\n    ports:\n      - [|{port}|]\n");

    [TestCase("1024:80")]
    [TestCase("0:80")]
    [TestCase("80")]
    [TestCase("${PORT}:80")]
    public void The_port_of_the_container_does_not_count(string port) =>
        Verify($"services:\n  web:\n    image: a:1\n    ports:\n      - {port}\n");

    [TestCase("1024:80")]
    [TestCase("80")]
    public void The_port_of_the_container_counts_where_asked_for(string port) =>
        Verify($"services:\n  web:\n    image: a:1\n    ports:\n      - [|{port}|]\n", "include-container-port=true");
}

internal sealed class SshPortPublishedTests() : RuleTest("DC5004", Language.Compose)
{
    [TestCase("2222:22")]
    [TestCase("22:2222")]
    [TestCase("22")]
    [TestCase("20-25:20-25")]
    [TestCase("${PORT:-2222}:22")]
    [TestCase("10.0.0.5:2222:22/tcp")]
    public void Port_22_is_reported_on_either_side(string port) =>
        Verify($"services:\n  web:\n    image: a:1\n    ports:\n      - [|{port}|]\n");

    [TestCase("127.0.0.1:2222:22")]
    [TestCase("2222:2222")]
    [TestCase("220:220")]
    [TestCase("22:22/udp")]
    public void Others_are_fine(string port) =>
        Verify($"services:\n  web:\n    image: a:1\n    ports:\n      - {port}\n");

    [TestCase("gitea/gitea:1.22")]
    [TestCase("codeberg.org/forgejo/forgejo:9")]
    [TestCase("gitlab/gitlab-ce:17.6.0-ce.0")]
    [TestCase("atmoz/sftp:alpine")]
    public void Servers_of_repositories_and_files_need_it(string image) =>
        Verify($"services:\n  web:\n    image: {image}\n    ports:\n      - 2222:22\n");
}

using DockerfileLint.Semantics;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Semantics;

internal sealed class KnownPortsTests
{
    [TestCase(5432, 5432, "PostgreSQL")]
    [TestCase(1, 65535, "Telnet")]
    [TestCase(61616, 65535, "ActiveMQ")]
    [TestCase(8080, 8080, null)]
    [TestCase(61617, 65535, null)]
    public void Find_the_first_service_of_a_range(int first, int last, string? expected) =>
        KnownPorts.FindAdminService(first, last).Should().Be(expected);

    [Test]
    public void Find_each_port_although_the_search_stops_at_the_first_that_is_high_enough()
    {
        // Each port alone must be found as in a range that ends with it: otherwise the table is out of order.
        int[] ports =
        [
            .. Enumerable.Range(1, 65535).Where(port => KnownPorts.FindAdminService(port, port) is not null),
        ];
        ports.Should().HaveCount(56).And.Contain([2375, 3306, 5432, 6379, 9200, 11211, 27017]);
    }
}

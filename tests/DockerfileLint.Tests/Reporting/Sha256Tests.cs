using System.Security.Cryptography;
using DockerfileLint.Reporting;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Reporting;

internal sealed class Sha256Tests
{
    [Test]
    public void The_hash_is_that_of_the_framework_for_any_length()
    {
        var random = new Random(1);
        for (int length = 0; length < 300; length++)
        {
            byte[] bytes = new byte[length];
            random.NextBytes(bytes);

            (ulong first, ulong second, ulong third, ulong last) = Sha256.Compute(bytes);
            $"{first:X16}{second:X16}{third:X16}{last:X16}".Should().Be(Convert.ToHexString(SHA256.HashData(bytes)));
        }
    }
}

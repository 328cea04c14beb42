using System.Text;
using CsCheck;
using DockerfileLint.Reporting;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Reporting;

internal sealed class SarifArtifactTableTests
{
    [Test]
    public void Artifacts_are_found_again_and_keep_their_order()
    {
        Gen<string> uri = Gen.OneOf(
            Gen.String[Gen.Char["ab/"], 0, 8],
            Gen.Int[0, 40_000].Select(length => new string('x', length))
        );
        uri.Array[0, 500]
            .Sample(
                uris =>
                {
                    var table = new SarifArtifactTable();
                    foreach (string added in uris)
                    {
                        table.GetOrAdd(added, isAbsolute: false);
                    }

                    string[] expected = [.. uris.Distinct()];
                    table.Count.Should().Be(expected.Length);
                    for (int i = 0; i < expected.Length; i++)
                    {
                        table.GetOrAdd(expected[i], isAbsolute: false).Should().Be(i);
                        Encoding.ASCII.GetString(table.GetUri(ref table[i])).Should().Be(expected[i]);
                    }
                },
                iter: 20
            );
    }

    [Test]
    public void An_artifact_takes_no_more_memory_than_its_description()
    {
        const int Count = 50_000;
        string[] uris =
        [
            .. Enumerable.Range(0, Count).Select(i => $"services/some-service-{i:00000000}/docker/Dockerfile"),
        ];
        var table = new SarifArtifactTable();
        long before = GC.GetAllocatedBytesForCurrentThread();
        foreach (string uri in uris)
        {
            table.GetOrAdd(uri, isAbsolute: false);
        }

        ((GC.GetAllocatedBytesForCurrentThread() - before) / Count).Should().BeLessThan(250);
    }
}

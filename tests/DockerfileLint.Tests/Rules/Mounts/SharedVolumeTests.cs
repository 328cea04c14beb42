using DockerfileLint.Analysis.Languages;
using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Mounts;

internal sealed class SharedVolumeTests() : RuleTest("DC5013", Language.Compose)
{
    [TestCase("data:/a", "data:/b")]
    [TestCase("data:/a", "data:/b:ro")]
    [TestCase("./data:/a", "./data/:/b")]
    [TestCase("{type: volume, source: data, target: /a}", "data:/b")]
    public void A_volume_that_one_of_two_writes_is_reported_at_both(string first, string second) =>
        Verify(
            $"services:\n  a:\n    image: a:1\n    volumes:\n      - [|{first}|]\n  b:\n    image: a:1\n    "
                + $"volumes:\n      - [|{second}|]\nvolumes:\n  data:\n"
        );

    [TestCase("./data:/a:ro", "./data:/b:ro")]
    [TestCase("one:/a", "two:/a")]
    [TestCase("/data", "/data")]
    [TestCase("${A}:/a", "${A}:/a")]
    [TestCase("{type: tmpfs, target: /a}", "{type: tmpfs, target: /a}")]
    public void What_carries_nothing_over_is_fine(string first, string second) =>
        Verify(
            $"services:\n  a:\n    image: a:1\n    volumes:\n      - {first}\n  b:\n    image: a:1\n    volumes:\n   "
                + $"   - {second}\nvolumes:\n  one:\n  two:\n"
        );

    [Test]
    public void One_service_may_mount_a_volume_twice() =>
        Verify("services:\n  a:\n    image: a:1\n    volumes: ['data:/a', 'data:/b']\nvolumes:\n  data:\n");
}

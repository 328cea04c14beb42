using DockerfileLint.Syntax.Compose;
using DockerfileLint.Syntax.Values;
using DockerfileLint.Text;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Syntax.Compose;

[TestFixture]
internal sealed class SpecificationTests
{
    [TestCase("/data", "", "/data", "", false)]
    [TestCase("data:/data", "data", "/data", "", false)]
    [TestCase("./data:/data:ro,z", "./data", "/data", "ro z", true)]
    [TestCase("~/x:/y", "~/x", "/y", "", true)]
    [TestCase("/var/run/docker.sock:/var/run/docker.sock", "/var/run/docker.sock", "/var/run/docker.sock", "", true)]
    [TestCase("C:\\data:/data:ro", "C:\\data", "/data", "ro", true)]
    [TestCase("C:\\data:D:\\data", "C:\\data", "D:\\data", "", true)]
    [TestCase("v:/data", "", "v:/data", "", false)] // a drive, as Compose reads it
    [TestCase("${DATA}:/data", "${DATA}", "/data", "", false)]
    [TestCase("./${A}/x:/data:${MODE}", "./${A}/x", "/data", "${MODE}", true)]
    [TestCase("./$:/x", "./$", "/x", "", true)]
    [TestCase(
        "//./pipe/docker_engine://./pipe/docker_engine",
        "//./pipe/docker_engine",
        "//./pipe/docker_engine",
        "",
        true
    )]
    public void Volumes_are_taken_apart(string text, string source, string target, string options, bool isBind)
    {
        VolumeSpecification volume = VolumeSpecification.Parse(text);
        volume.Problem.Should().BeNull();
        (volume.Source.Text ?? "").Should().Be(source);
        volume.Target.Text.Should().Be(target);
        string.Join(" ", volume.Options.Select(option => option.Text)).Should().Be(options);
        volume.IsBind.Should().Be(isBind);
        foreach (
            SpecificationPart part in volume
                .Options.Append(volume.Source)
                .Append(volume.Target)
                .Where(part => !part.IsEmpty)
        )
        {
            text.Substring(part.Span.Start, part.Span.Length).Should().Be(part.Text);
        }
    }

    [TestCase("data:/b:ro:x", 11, 1)]
    [TestCase("./a::ro", 4, 0)]
    [TestCase(":/b", 0, 0)]
    [TestCase("./a:", 4, 0)]
    [TestCase("", 0, 0)]
    public void Empty_and_surplus_sections_of_a_volume_are_pointed_at(string text, int start, int length)
    {
        VolumeSpecification.Parse(text).Problem.Should().Be(new TextSpan(start, length));
    }

    [TestCase("/dev/kvm", "/dev/kvm", "", "", false)]
    [TestCase("/dev/sda:/dev/xvda:rwm", "/dev/sda", "/dev/xvda", "rwm", false)]
    [TestCase("vendor.com/class=gpu0", "vendor.com/class=gpu0", "", "", true)]
    [TestCase("/dev/disk/by-id/a=b", "/dev/disk/by-id/a=b", "", "", false)]
    [TestCase("${DEV}:/dev/x", "${DEV}", "/dev/x", "", false)]
    public void Devices_are_taken_apart(string text, string source, string target, string permissions, bool isCdi)
    {
        DeviceSpecification device = DeviceSpecification.Parse(text);
        device.Problem.Should().BeNull();
        device.Source.Text.Should().Be(source);
        (device.Target.Text ?? "").Should().Be(target);
        (device.Permissions.Text ?? "").Should().Be(permissions);
        device.IsCdiName.Should().Be(isCdi);
    }

    [Test]
    public void A_surplus_section_of_a_device_is_pointed_at()
    {
        DeviceSpecification.Parse("/dev/a:/dev/b:r:x").Problem.Should().Be(new TextSpan(16, 1));
    }

    [TestCase("80", "", "", "80", "")]
    [TestCase("8080:80", "", "8080", "80", "")]
    [TestCase("127.0.0.1:8080:80/udp", "127.0.0.1", "8080", "80", "udp")]
    [TestCase("127.0.0.1::80", "127.0.0.1", "", "80", "")]
    [TestCase("[::1]:8080:80", "::1", "8080", "80", "")]
    [TestCase("::1:8080:80", "::1", "8080", "80", "")]
    [TestCase("3000-3005:3000-3005/tcp", "", "3000-3005", "3000-3005", "tcp")]
    [TestCase("${PORT}:80", "", "${PORT}", "80", "")]
    public void Ports_are_taken_apart(string text, string address, string published, string target, string protocol)
    {
        PortSpecification port = PortSpecification.Parse(text);
        new[] { port.HostAddress, port.Published, port.Target, port.Protocol }
            .Select(part => part.Text ?? "")
            .Should()
            .Equal(address, published, target, protocol);
        text.Substring(port.Target.Span.Start, port.Target.Span.Length).Should().Be(target);
    }

    [TestCase("80", true, 80, 80)]
    [TestCase("3000-3005", true, 3000, 3005)]
    [TestCase("65535", true, 65535, 65535)]
    [TestCase("65536", false, 0, 0)]
    [TestCase("5-3", false, 0, 0)]
    [TestCase("99999999999999", false, 0, 0)]
    [TestCase("${PORT}", false, 0, 0)]
    public void Port_ranges_are_numbers(string text, bool isRange, int first, int last)
    {
        PortSpecification
            .TryGetRange(
                new SpecificationPart(text, new TextSpan(0, text.Length)),
                out int actualFirst,
                out int actualLast
            )
            .Should()
            .Be(isRange);
        if (isRange)
        {
            (actualFirst, actualLast).Should().Be((first, last));
        }
    }

    [TestCase("512", 512)]
    [TestCase("64m", 64 * 1024 * 1024)]
    [TestCase("1.5 GiB", 1.5 * 1024 * 1024 * 1024)]
    [TestCase("2KB", 2048)]
    [TestCase("-1", -1)]
    public void Byte_sizes_are_powers_of_1024(string text, double bytes)
    {
        ByteSize.TryParse(text, out double actual).Should().BeTrue();
        actual.Should().Be(bytes);
    }

    [TestCase("")]
    [TestCase("1e9")]
    [TestCase("1  g")]
    [TestCase("m")]
    [TestCase("-2")]
    [TestCase("${MEM}")]
    public void What_is_no_byte_size_is_refused(string text)
    {
        ByteSize.TryParse(text, out _).Should().BeFalse();
    }
}

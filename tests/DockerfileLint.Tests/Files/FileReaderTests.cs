using DockerfileLint.Files;
using DockerfileLint.Tests.CommandLine;
using DockerfileLint.Tests.Testing;
using DockerfileLint.Text;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Files;

public class FileReaderTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void CreateFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void A_file_is_read_whole([Values(0, 1, 4095, 4096, 100_000)] int length)
    {
        string text = new('x', length);

        FileReader.Read(_folder.Write("f", text)).Text!.ToString().Should().Be(text);
    }

    [Test]
    public void A_file_above_the_limit_is_refused_by_its_length()
    {
        using (FileStream stream = File.Create(_folder["f"]))
        {
            stream.SetLength(AnalysisBudget.Default.MaxFileLength + 1L);
        }

        FileReader.Read(_folder["f"]).Should().Be(new ReadOutcome(null, UnreadableReason.TooLarge, "16777217"));
    }

    [Test]
    public void A_stream_above_the_limit_is_refused()
    {
        using var stream = new MemoryStream(new byte[AnalysisBudget.Default.MaxFileLength + 1]);

        FileReader.Read(stream).Detail.Should().Be("it is longer than 16777216 bytes");
    }

    [Test]
    public void A_file_of_exactly_the_limit_is_read()
    {
        File.WriteAllBytes(_folder["f"], [.. Enumerable.Repeat((byte)'#', AnalysisBudget.Default.MaxFileLength)]);

        FileReader.Read(_folder["f"]).Text!.Length.Should().Be(AnalysisBudget.Default.MaxFileLength);
    }

    [Test]
    public void A_file_with_a_NUL_byte_is_binary()
    {
        File.WriteAllBytes(_folder["f"], [.. "FROM a"u8, 0]);

        FileReader.Read(_folder["f"]).Reason.Should().Be(UnreadableReason.Binary);
    }

    [Test]
    public void UTF_16_is_text()
    {
        File.WriteAllText(_folder["f"], "FROM a\n", System.Text.Encoding.Unicode);

        FileReader.Read(_folder["f"]).Text!.ToString().Should().Be("FROM a\n");
    }

    [Test]
    public void A_missing_file_and_a_folder_are_not_found()
    {
        FileReader.Read(_folder["missing"]).Reason.Should().Be(UnreadableReason.NotFound);
        FileReader.Read(_folder["missing/f"]).Reason.Should().Be(UnreadableReason.NotFound);
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "There are no pipes in folders there.")]
    public void A_pipe_without_a_writer_is_refused_at_once()
    {
        _folder.MakePipe("Dockerfile");

        ReadOutcome outcome = HangGuard.Run(() => FileReader.Read(_folder["Dockerfile"]));

        outcome.Detail.Should().Be("it is a pipe or a device, not a regular file");
    }

    [Test]
    [Platform("Linux")]
    public void An_endless_device_ends_at_the_limit() => FileReader.Read("/dev/zero").Text.Should().BeNull();

    [Test]
    [Platform(Exclude = "Win", Reason = "Permissions are others there.")]
    public void A_file_that_must_not_be_read_says_so()
    {
        _folder.Write("f");

        _folder.ReadWithoutAccess("f", () => FileReader.Read(_folder["f"])).Detail.Should().Be("access is denied");
    }
}

using System.Text.Json;
using CsCheck;
using DockerfileLint.Analysis;
using DockerfileLint.Analysis.Languages;
using DockerfileLint.LanguageServer;
using DockerfileLint.LanguageServer.Protocol;
using DockerfileLint.LanguageServer.Workspaces;
using FluentAssertions;
using NUnit.Framework;
using Position = DockerfileLint.LanguageServer.Protocol.Position;

namespace DockerfileLint.Tests.LanguageServer;

/// <summary>The text of the server is that of the client.</summary>
internal sealed class TextSyncTests
{
    private const string Uri = "file:///work/Dockerfile";

    private static readonly Gen<string> Part = Gen.OneOf(
        "FROM alpine\n",
        "RUN a && \\\n  b\r\n",
        "\r",
        "ä€😀",
        "\uFEFF",
        "<<EOF\n",
        "\\",
        "\"",
        "${x:-",
        "services:\n",
        "    - x: &a [*a]\n",
        "\t",
        "\uD83D",
        ""
    );

    // Where an edit starts and ends as parts of the text, and what comes there.
    private static readonly Gen<(double Start, double Length, string Text)[]> Edits = Gen.Select(
        Gen.Double[0, 1],
        Gen.OneOf(Gen.Const(0.0), Gen.Double[0, 0.1]),
        Part
    ).Array[100];

    [TestCase(true)]
    [TestCase(false)]
    public void Twenty_thousand_random_edits_leave_the_same_text(bool isUtf8) =>
        Edits.Sample(
            edits =>
            {
                Workspace workspace = CreateWorkspace();
                workspace.Encoding = isUtf8 ? PositionEncoding.Utf8 : PositionEncoding.Utf16;
                string client = "FROM alpine\nRUN ls\n";
                workspace.Open(new DocumentItem(Uri, "dockerfile", 1, client));
                foreach ((double start, double length, string text) in edits)
                {
                    int first = Align(client, (int)(start * client.Length));
                    int last = Align(client, Math.Min(client.Length, first + (int)(length * client.Length)));
                    var range = new PositionRange(
                        Locate(client, first, isUtf8),
                        Locate(client, Math.Max(first, last), isUtf8)
                    );
                    client = client[..first] + text + client[Math.Max(first, last)..];
                    workspace.Change(new VersionedIdentifier(Uri), [new ContentChange(text, range)]);
                    DocumentView view = workspace.Find(Uri)!;
                    string server = (view.Text.HasByteOrderMark ? "\uFEFF" : "") + view.Text;
                    if (server != client)
                    {
                        return false;
                    }
                }

                workspace.Find(Uri)!.Lint(CancellationToken.None);
                return true;
            },
            iter: 100,
            print: edits => JsonSerializer.Serialize(edits.Select(edit => $"{edit}"))
        );

    [Test]
    public void Changes_of_one_message_are_applied_one_after_the_other()
    {
        Workspace workspace = CreateWorkspace();
        workspace.Open(new DocumentItem(Uri, "dockerfile", 1, "a\nb\n"));

        workspace.Change(
            new VersionedIdentifier(Uri, 2),
            [
                new ContentChange("x\ny", new PositionRange(new Position(0, 0), new Position(0, 1))),
                new ContentChange("z", new PositionRange(new Position(2, 0), new Position(2, 1))),
            ]
        );

        workspace.Find(Uri)!.Text.ToString().Should().Be("x\ny\nz\n");
    }

    [Test]
    public void Half_a_surrogate_pair_is_read_as_it_is()
    {
        ContentChange change = JsonSerializer.Deserialize(
            """{"text":"a\ud83d\"\n\u00e4"}""",
            ProtocolJson.Default.ContentChange
        )!;

        change.Text.Should().Be("a\uD83D\"\nä");
    }

    private static Workspace CreateWorkspace() => new((_, _) => new DefaultConfigurations());

    /// <summary>Keeps an editor's hands off the middle of characters and line ends.</summary>
    private static int Align(string text, int offset) =>
        offset > 0
        && offset < text.Length
        && (
            (char.IsLowSurrogate(text[offset]) && char.IsHighSurrogate(text[offset - 1]))
            || (text[offset] == '\n' && text[offset - 1] == '\r')
        )
            ? offset - 1
            : offset;

    /// <summary>Counts as a client does, in another way than the server.</summary>
    private static Position Locate(string text, int offset, bool isUtf8)
    {
        int line = 0;
        int character = 0;
        for (int i = 0; i < offset; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
            {
                line++;
                character = 0;
            }
            else if (!isUtf8)
            {
                character++;
            }
            else if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                character += 4;
                i++;
            }
            else
            {
                character +=
                    text[i] < 0x80 ? 1
                    : text[i] < 0x800 ? 2
                    : 3;
            }
        }

        return new Position(line, character);
    }

    private sealed class DefaultConfigurations : IFileConfigurations
    {
        private readonly FileSetup _setup = new(new Linter(), result => result);

        public FileSetup Find(string fullPath, Language language) => _setup;
    }
}

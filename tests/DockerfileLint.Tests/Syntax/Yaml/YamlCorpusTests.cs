using System.Formats.Tar;
using System.IO.Compression;
using CsCheck;
using DockerfileLint.Semantics.Compose;
using DockerfileLint.Syntax;
using DockerfileLint.Syntax.Yaml;
using DockerfileLint.Text;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Syntax.Yaml;

[TestFixture]
internal sealed class YamlCorpusTests
{
    private const string Sample = """
        # A file with a bit of everything.
        x-common: &common
          restart: unless-stopped
          logging: {driver: json-file, options: {max-size: "10m"}}
        services:
          web: &web
            <<: *common
            image: "nginx:${TAG:-1.29}"   # pinned
            command: ["nginx", '-g', "daemon off;"]
            ports:
              - "8080:80"
              - target: 443
            environment:
              - A=b
              - 'C=d''e'
            configs:
              - |
                text # no comment
                  more
              - >-
                folded
                text
          db:
            image: postgres
            deploy: {resources: {limits: {memory: 1g}}}
        ---
        volumes:
          data: !reset
        ...

        """;

    private static readonly char[] Ingredients =
    [
        ' ',
        ' ',
        '\n',
        '\n',
        '\t',
        '\r',
        ':',
        '-',
        '[',
        ']',
        '{',
        '}',
        ',',
        '"',
        '\'',
        '&',
        '*',
        '!',
        '|',
        '>',
        '#',
        '?',
        '%',
        '@',
        'a',
        'b',
        '<',
        '.',
        '\\',
        '$',
        '\0',
        '\uFFFD',
        '\uD83D',
        '\u0085',
    ];

    private static readonly Gen<char> Ingredient = Gen.Int[0, Ingredients.Length - 1]
        .Select(index => Ingredients[index]);

    [Test]
    public void Files_of_the_corpus_are_read_without_loss()
    {
        int count = 0;
        var broken = new List<string>();
        foreach ((string path, byte[] bytes) in ReadCorpus())
        {
            count++;
            YamlSyntaxTree tree = YamlSyntaxTree.Parse(new SourceFile(path, SourceText.From(bytes)));
            tree.ShouldBeSound();
            ComposeModel model = ComposeModel.Create(tree);
            model
                .Services.Sum(service => service.Mounts.Count + service.Ports.Count)
                .Should()
                .BeGreaterThanOrEqualTo(0);
            foreach (
                YamlScalarSyntax scalar in tree
                    .Root.DescendantNodesAndSelf()
                    .OfType<YamlScalarSyntax>()
                    .Where(scalar => scalar.Value.Length > 1)
            )
            {
                scalar
                    .GetSourceSpan(new TextSpan(0, 1))
                    .Should()
                    .NotBe(scalar.ContentSpan, "the value of {0} in {1} can be mapped", scalar, path);
            }

            if (!tree.Diagnostics.IsEmpty)
            {
                broken.Add(path);
            }
        }

        count.Should().BeGreaterThan(600);
        broken.Should().ContainSingle("one file of the corpus has asterisks for a password");
    }

    [Test]
    public void Any_text_gives_a_sound_tree()
    {
        Ingredient.Array[0, 80].Select(characters => new string(characters)).Sample(ParseAndModel, iter: 20_000);
    }

    [Test]
    public void A_mutated_file_gives_a_sound_tree()
    {
        Gen<string> mutated = Gen.Select(Gen.Int[0, Sample.Length - 1], Gen.Int[0, 40], Gen.Int[0, 3], Ingredient)
            .Array[1, 4]
            .Select(mutations =>
            {
                string text = Sample;
                foreach ((int position, int length, int kind, char character) in mutations)
                {
                    int start = Math.Min(position, text.Length);
                    int end = Math.Min(start + length, text.Length);
                    text = kind switch
                    {
                        0 => text.Remove(start, end - start),
                        1 => text.Insert(start, character.ToString()),
                        2 => text.Insert(start, text.Substring(start, end - start)),
                        _ => DuplicateLine(text, start),
                    };
                }

                return text;
            });
        mutated.Sample(ParseAndModel, iter: 5_000);
    }

    [Test]
    public void The_sample_itself_is_valid()
    {
        YamlSample.Parse(Sample).Diagnostics.Should().BeEmpty();
    }

    private static void ParseAndModel(string text)
    {
        YamlSyntaxTree tree = YamlSample.Parse(text);
        tree.ShouldBeSound();
        foreach (SyntaxNode node in tree.Root.DescendantNodesAndSelf())
        {
            if (node is YamlScalarSyntax { Value.Length: > 0 } scalar)
            {
                scalar
                    .ContentSpan.Contains(scalar.GetSourceSpan(new TextSpan(0, scalar.Value.Length)))
                    .Should()
                    .BeTrue();
            }
        }

        foreach (Service service in ComposeModel.Create(tree).Services)
        {
            _ = (
                service.Image?.Version,
                service.Build?.Context,
                service.User,
                service.Privileged,
                service.GetLimits(ComposeTarget.Compose),
                service.Mounts.Count,
                service.Ports.Count,
                service.Devices.Count
            );
        }
    }

    private static string DuplicateLine(string text, int position)
    {
        int start = text.LastIndexOf('\n', Math.Max(0, position - 1)) + 1;
        int end = text.IndexOf('\n', Math.Min(position, text.Length));
        return end < start ? text : text.Insert(end + 1, text[start..(end + 1)]);
    }

    private static IEnumerable<(string Path, byte[] Bytes)> ReadCorpus()
    {
        string? directory = TestContext.CurrentContext.TestDirectory;
        while (directory is not null && !File.Exists(Path.Combine(directory, "DockerfileLint.sln")))
        {
            directory = Path.GetDirectoryName(directory);
        }

        string archive = Path.Combine(directory ?? ".", "..", "shared", "corpus", "projects.tar.gz");
        if (!File.Exists(archive))
        {
            Assert.Ignore("The corpus is not there: ../shared/corpus/projects.tar.gz beside the repository.");
        }

        using var reader = new TarReader(new GZipStream(File.OpenRead(archive), CompressionMode.Decompress));
        while (reader.GetNextEntry() is { } entry)
        {
            if (
                entry.DataStream is { } data
                && (
                    entry.Name.EndsWith(".yml", StringComparison.Ordinal)
                    || entry.Name.EndsWith(".yaml", StringComparison.Ordinal)
                )
            )
            {
                using var bytes = new MemoryStream();
                data.CopyTo(bytes);
                yield return (entry.Name, bytes.ToArray());
            }
        }
    }
}

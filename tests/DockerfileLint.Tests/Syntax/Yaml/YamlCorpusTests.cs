using CsCheck;
using DockerfileLint.Semantics.Compose;
using DockerfileLint.Syntax;
using DockerfileLint.Syntax.Yaml;
using DockerfileLint.Tests.Testing;
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

    [TestCaseSource(typeof(Corpora), nameof(Corpora.OfComposeFiles))]
    public void Files_that_people_wrote_are_read_without_loss(string corpus)
    {
        int count = 0;
        var broken = new List<string>();
        foreach (CorpusFile corpusFile in Corpora.Read(corpus).Where(file => file.IsCompose))
        {
            count++;
            var tree = YamlSyntaxTree.Parse(corpusFile.ToSourceFile());
            tree.ShouldBeSound();
            AskForEverything(ComposeModel.Create(tree));
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
                    .NotBe(scalar.ContentSpan, "the value of {0} in {1} can be mapped", scalar, corpusFile.Path);
            }

            if (!tree.Diagnostics.IsEmpty)
            {
                broken.Add(corpusFile.Path);
            }
        }

        count.Should().BePositive();
        broken.Should().HaveCountLessThanOrEqualTo(count / 100, $"at least 99 % of {count} files are YAML");
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

        AskForEverything(ComposeModel.Create(tree));
    }

    private static void AskForEverything(ComposeModel model)
    {
        foreach (Service service in model.Services)
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
}

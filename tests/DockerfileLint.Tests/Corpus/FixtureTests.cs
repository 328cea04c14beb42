using DockerfileLint.Analysis;
using DockerfileLint.Configuration;
using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics.Compose.Schema;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Syntax.Shell;
using DockerfileLint.Syntax.Yaml;
using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Corpus;

/// <summary>The fixtures leave out nothing that the languages have; what a test says of all of them counts.</summary>
internal sealed class FixtureTests
{
    private static readonly CorpusFile[] Fixtures = [.. Corpora.Read("fixtures")];

    private static readonly DockerfileSyntaxTree[] Dockerfiles =
    [
        .. Fixtures.Where(file => file.IsDockerfile).Select(file => DockerfileSyntaxTree.Parse(file.ToSourceFile())),
    ];

    private static readonly YamlSyntaxTree[] ComposeFiles =
    [
        .. Fixtures.Where(file => file.IsCompose).Select(file => YamlSyntaxTree.Parse(file.ToSourceFile())),
    ];

    [Test]
    public void Every_kind_of_node_occurs()
    {
        IEnumerable<object> nodes = Dockerfiles
            .SelectMany(tree => tree.Root.DescendantNodesAndSelf())
            .Concat(ComposeFiles.SelectMany(tree => tree.Root.DescendantNodesAndSelf()))
            .Concat<object>(Scripts().SelectMany(script => script.DescendantNodesAndSelf()));

        IEnumerable<Type> kinds = typeof(SyntaxNode)
            .Assembly.GetTypes()
            .Where(type =>
                !type.IsAbstract
                && (type.IsSubclassOf(typeof(SyntaxNode)) || type.IsSubclassOf(typeof(ShellSyntaxNode)))
            );

        kinds.Except([typeof(UnknownInstructionSyntax)]).Should().BeSubsetOf(nodes.Select(node => node.GetType()));
    }

    [Test]
    public void Every_kind_of_token_occurs() =>
        Enum.GetValues<SyntaxKind>()
            .Where(kind => kind is > SyntaxKind.None and < SyntaxKind.Dockerfile or SyntaxKind.Flag)
            .Except([SyntaxKind.SkippedText])
            .Should()
            .BeSubsetOf(
                Dockerfiles.Concat<SyntaxTree>(ComposeFiles).SelectMany(tree => tree.Tokens).Select(token => token.Kind)
            );

    [Test]
    public void Every_flag_of_every_instruction_occurs()
    {
        IEnumerable<string> known =
            from kind in Enum.GetValues<InstructionKind>()
            from flag in InstructionFlags.Of(kind).ToArray()
            select $"{kind} --{flag.Name}";
        IEnumerable<string> written =
            from tree in Dockerfiles
            from instruction in tree.Root.DescendantNodesAndSelf().OfType<InstructionSyntax>()
            from flag in instruction.Flags
            select $"{instruction.Kind} --{flag.Name}";

        known.Should().NotBeEmpty().And.BeSubsetOf(written);
    }

    [Test]
    public void Every_redirection_and_operator_of_the_shell_occurs()
    {
        SyntaxNode[] nodes = [.. Scripts().SelectMany(script => script.DescendantNodesAndSelf())];

        Enum.GetValues<ShellRedirectionKind>()
            .Should()
            .BeSubsetOf(nodes.OfType<ShellRedirectionSyntax>().Select(redirection => redirection.Kind));
    }

    [Test]
    public void Every_key_that_Compose_knows_occurs() =>
        GetKeys(ComposeSchema.File, "", [])
            .Should()
            .BeSubsetOf(
                ComposeFiles
                    .SelectMany(tree => tree.Root.DescendantNodesAndSelf())
                    .OfType<YamlPairSyntax>()
                    .Select(pair => pair.Key)
                    .OfType<YamlScalarSyntax>()
                    .Select(key => key.Value)
            );

    [Test]
    public void Nothing_in_them_breaks_a_build()
    {
        var linter = new Linter(new LintOptions { Rules = Preset.Load("all") });
        InMemoryFiles files = ReadBeside();

        IEnumerable<string> errors = Fixtures
            .SelectMany(file => Lint.Run(linter, file.ToSourceFile(), file.Language, files).Findings)
            .Where(finding => finding.Rule is { Kind: RuleKind.Parser, IsBuildError: true })
            .Select(finding => finding.ToString());

        string.Join('\n', errors).Should().BeEmpty();
    }

    private static IEnumerable<ShellScriptSyntax> Scripts() =>
        from tree in Dockerfiles
        let model = DockerfileModel.Create(tree)
        from instruction in tree.Root.DescendantNodesAndSelf().OfType<InstructionSyntax>()
        let script = model.GetScript(instruction)
        where script is not null
        from part in (ShellScriptSyntax[])[script.Script, .. script.NestedScripts]
        select part;

    /// <summary>All names of keys below a place of a Compose file.</summary>
    private static IEnumerable<string> GetKeys(SchemaType type, string path, HashSet<SchemaType> seen)
    {
        if (!seen.Add(type))
        {
            yield break;
        }

        foreach ((string key, SchemaType value) in type.Mapping?.Keys ?? [])
        {
            yield return key;
            foreach (string below in GetKeys(value, $"{path}.{key}", seen))
            {
                yield return below;
            }
        }

        foreach (SchemaType part in new[] { type.Item, type.Mapping?.Named }.OfType<SchemaType>())
        {
            foreach (string below in GetKeys(part, path, seen))
            {
                yield return below;
            }
        }
    }

    private static InMemoryFiles ReadBeside()
    {
        var files = new InMemoryFiles();
        foreach (string folder in (string[])["Dockerfiles", "Projects"])
        {
            string root = Corpora.GetPath(folder);
            foreach (string path in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories))
            {
                files[Path.GetRelativePath(root, path).Replace('\\', '/')] = File.ReadAllText(path);
            }
        }

        return files;
    }
}

using DockerfileLint.Tests.Testing;
using FluentAssertions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NUnit.Framework;

namespace DockerfileLint.Tests.Guards;

/// <summary>The folders of the library are layers: each uses only those before it.</summary>
internal sealed class LayerTests
{
    private const string Library = "DockerfileLint";

    /// <summary>A set of rules holds the rules, so Configuration comes after Rules.</summary>
    private static readonly string[] Layers =
    [
        "Text",
        "Diagnostics",
        "Syntax",
        "Semantics",
        "Rules",
        "Configuration",
        "Analysis",
        "Fixes",
        "Reporting",
    ];

    /// <summary>Inside a layer: who may use what beside itself and its root.</summary>
    private static readonly Dictionary<string, string[]> Parts = new(StringComparer.Ordinal)
    {
        ["Syntax.Values"] = [],
        ["Syntax.Shell"] = [],
        ["Syntax.Yaml"] = [],
        ["Syntax.Dockerfiles"] = ["Syntax.Values", "Syntax.Shell"],
        ["Syntax.Compose"] = ["Syntax.Values", "Syntax.Yaml"],
        ["Semantics.Dockerfiles"] = ["Syntax.Dockerfiles", "Syntax.Shell", "Syntax.Values"],
        ["Semantics.Compose"] = ["Syntax.Compose", "Syntax.Yaml", "Syntax.Shell", "Syntax.Values"],
    };

    private static string Folder => Path.Combine(RepositoryFiles.Root, "src", Library);

    [Test]
    public void Every_folder_is_a_layer() =>
        Directory
            .EnumerateDirectories(Folder)
            .Select(path => Path.GetFileName(path))
            .Except(["bin", "obj"])
            .Should()
            .BeSubsetOf(Layers, "a new folder has its place in the order of layers");

    [TestCaseSource(nameof(Layers))]
    public void A_layer_uses_only_those_before_it(string layer)
    {
        IEnumerable<string> wrong =
            from reference in References(layer)
            where Array.IndexOf(Layers, reference.Target.Split('.')[0]) > Array.IndexOf(Layers, layer)
            select $"{reference.File} uses {reference.Target}";

        wrong.Should().BeEmpty($"the order is {string.Join(", ", Layers)}");
    }

    [Test]
    public void The_languages_of_Syntax_and_Semantics_do_not_know_each_other()
    {
        IEnumerable<string> wrong =
            from layer in (string[])["Syntax", "Semantics"]
            from reference in References(layer)
            let part = GetPart(reference.File)
            where
                Parts.ContainsKey(part)
                && Parts.ContainsKey(reference.Target)
                && part != reference.Target
                && !Parts[part].Contains(reference.Target)
            select $"{reference.File} uses {reference.Target}";

        wrong.Should().BeEmpty("Dockerfiles and Compose meet in the analysis");
    }

    [Test]
    public void A_namespace_is_its_folder_or_the_part_that_the_folder_belongs_to()
    {
        IEnumerable<string> wrong =
            from layer in Layers
            from file in Files(layer)
            let expected = $"{Library}.{GetFolder(file).Replace('/', '.')}"
            from declared in Parse(file).DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>()
            where
                declared.Name.ToString() is var actual
                && actual != expected
                && (actual.Split('.').Length < 3 || !expected.StartsWith($"{actual}.", StringComparison.Ordinal))
            select $"{file} declares {declared.Name}, not {expected}";

        wrong.Should().BeEmpty();
    }

    /// <summary>What using directives and qualified names of a layer's files name of the library.</summary>
    private static IEnumerable<(string File, string Target)> References(string layer) =>
        from file in Files(layer)
        from name in Parse(file)
            .DescendantNodes()
            .Where(node =>
                node is NameSyntax or MemberAccessExpressionSyntax
                && node.Parent is not (NameSyntax or MemberAccessExpressionSyntax or BaseNamespaceDeclarationSyntax)
            )
        let text = name.ToString().Replace("global::", "", StringComparison.Ordinal)
        where
            text.StartsWith($"{Library}.", StringComparison.Ordinal)
            && name.Parent is not BaseNamespaceDeclarationSyntax
        let segments = text.Split('.')
        select (
            file,
            Parts.ContainsKey(string.Join('.', segments.Skip(1).Take(2)))
                ? string.Join('.', segments.Skip(1).Take(2))
                : segments[1]
        );

    private static IEnumerable<string> Files(string layer)
    {
        string folder = Path.Combine(Folder, layer);
        return Directory.Exists(folder)
            ? Directory
                .EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(Folder, path).Replace('\\', '/'))
            : [];
    }

    private static SyntaxNode Parse(string file) =>
        CSharpSyntaxTree.ParseText(File.ReadAllText(Path.Combine(Folder, file))).GetRoot();

    private static string GetFolder(string file) => file[..file.LastIndexOf('/')];

    private static string GetPart(string file) => string.Join('.', file.Split('/').Take(2));
}

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
        "Files",
        "Fixes",
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
        ["Semantics.Shell"] = ["Syntax.Shell"],
        ["Semantics.Compose"] = ["Syntax.Compose", "Syntax.Yaml", "Syntax.Shell", "Syntax.Values"],
        ["Semantics.Projects"] =
        [
            "Semantics.Dockerfiles",
            "Semantics.Compose",
            "Syntax.Dockerfiles",
            "Syntax.Compose",
            "Syntax.Yaml",
        ],
    };

    private static readonly Lazy<ILookup<string, string>> Declared = new(() =>
        FindDeclarations(LibrarySources.Compilation.SyntaxTrees)
    );

    private static readonly Lazy<Reference[]> References = new(() =>
        [
            .. LibrarySources
                .Compilation.SyntaxTrees.Where(IsSource)
                .AsParallel()
                .AsOrdered()
                .SelectMany(tree => FindReferences(LibrarySources.Compilation, tree, Declared.Value)),
        ]
    );

    [Test]
    public void Every_folder_is_a_layer() =>
        Directory
            .EnumerateDirectories(LibrarySources.Folder)
            .Select(path => Path.GetFileName(path))
            .Except(["bin", "obj", "PublicAPI"])
            .Should()
            .BeSubsetOf(Layers, "a new folder has its place in the order of layers");

    [Test]
    public void A_layer_uses_only_those_before_it()
    {
        References.Value.Where(IsUpwards).Should().BeEmpty($"the order is {string.Join(", ", Layers)}");
    }

    [Test]
    public void The_languages_of_Syntax_and_Semantics_do_not_know_each_other() =>
        References.Value.Where(IsSideways).Should().BeEmpty("Dockerfiles and Compose meet in the analysis");

    [TestCase("using DockerfileLint.Analysis;", "")]
    [TestCase("using static DockerfileLint.Analysis.Language;", "")]
    [TestCase("using Kind = DockerfileLint.Analysis.Language;", "")]
    [TestCase("", "Analysis.Language kind;")]
    [TestCase("", "DockerfileLint.Analysis.Language kind;")]
    [TestCase("", "global::DockerfileLint.Analysis.Language kind;")]
    [TestCase("", "System.Collections.Generic.List<Analysis.Linter> linters;")]
    [TestCase("", "object linter = new Analysis.Linter();")]
    [TestCase("", "object kind = Analysis.Language.Compose;")]
    [TestCase("", "string name = nameof(Analysis.Linter);")]
    [TestCase("", "void Run(object o) { if (o is Analysis.Linter) { } }")]
    [TestCase(
        "using DockerfileLint.Semantics;",
        "int i = \"\".GetMade(); } }"
            + " namespace DockerfileLint.Semantics { static class Made { internal static int GetMade(this string "
            + "s) => 1;"
    )]
    [TestCase("", "[Rules.Made] int i; } } namespace DockerfileLint.Rules { class MadeAttribute : Attribute {")]
    public void A_reference_to_a_later_layer_is_found_however_it_is_written(string directive, string member)
    {
        SyntaxTree made = LibrarySources.Parse(
            "Syntax/Made.cs",
            $"{directive}\nnamespace DockerfileLint.Syntax {{ class MadeUp {{ {member} }} }}"
        );

        Find(made).Where(IsUpwards).Should().NotBeEmpty().And.OnlyContain(reference => reference.Target != "Syntax");
    }

    [TestCase("Semantics.Compose", "Syntax.Dockerfiles.DockerfileSyntaxTree tree;")]
    [TestCase("Semantics.Dockerfiles", "Compose.ComposeModel model;")]
    [TestCase("Syntax.Yaml", "object kind = Shell.ShellKind.Other;")]
    public void A_reference_to_another_language_is_found(string part, string member)
    {
        SyntaxTree made = LibrarySources.Parse(
            $"{part.Replace('.', '/')}/Made.cs",
            $"namespace DockerfileLint.{part}; class MadeUp {{ {member} }}"
        );

        Find(made).Should().Contain(reference => IsSideways(reference));
    }

    [Test]
    public void The_compiler_understands_every_name_that_counts() =>
        References.Value.Where(reference => reference.Target == Reference.Unknown).Should().BeEmpty();

    [Test]
    public void A_namespace_is_its_folder_or_the_part_that_the_folder_belongs_to()
    {
        IEnumerable<string> wrong =
            from tree in LibrarySources.Compilation.SyntaxTrees.Where(IsSource)
            let expected = $"{Library}.{GetFolder(tree.FilePath).Replace('/', '.')}"
            from declared in tree.GetRoot().DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>()
            where
                declared.Name.ToString() is var actual
                && actual != expected
                && (actual.Split('.').Length < 3 || !expected.StartsWith($"{actual}.", StringComparison.Ordinal))
            select $"{tree.FilePath} declares {declared.Name}, not {expected}";

        wrong.Should().BeEmpty();
    }

    private static IEnumerable<Reference> Find(SyntaxTree made)
    {
        CSharpCompilation compilation = LibrarySources.Compilation.AddSyntaxTrees(made);
        return FindReferences(compilation, made, FindDeclarations(compilation.SyntaxTrees));
    }

    /// <summary>
    /// By name, the part of the library that each type, extension method and namespace belongs to: whoever uses
    /// anything of a part names one of them, or has it from somebody who does.
    /// </summary>
    private static ILookup<string, string> FindDeclarations(IEnumerable<SyntaxTree> trees) =>
        trees
            .SelectMany(tree => tree.GetRoot().DescendantNodes(node => node is not BlockSyntax))
            .SelectMany(node =>
                node switch
                {
                    BaseNamespaceDeclarationSyntax declared => declared
                        .Name.ToString()
                        .Split('.')
                        .Select(name => (name, Part: GetPart(declared.Name.ToString()))),
                    BaseTypeDeclarationSyntax type =>
                    [
                        (type.Identifier.Text, GetPart(type)),
                        (TrimSuffix(type.Identifier.Text, nameof(Attribute)), GetPart(type)),
                    ],
                    DelegateDeclarationSyntax type => [(type.Identifier.Text, GetPart(type))],
                    MethodDeclarationSyntax { ParameterList.Parameters: [{ Modifiers: var modifiers }, ..] } method
                        when modifiers.Any(SyntaxKind.ThisKeyword) => [(method.Identifier.Text, GetPart(method))],
                    _ => Array.Empty<(string, string)>(),
                }
            )
            .Distinct()
            .ToLookup(declared => declared.Item1, declared => declared.Item2);

    /// <summary>Every part of the library that a file may not use, and uses, in whatever way it is written.</summary>
    private static IEnumerable<Reference> FindReferences(
        CSharpCompilation compilation,
        SyntaxTree tree,
        ILookup<string, string> declared
    )
    {
        SemanticModel model = compilation.GetSemanticModel(tree);
        return tree.GetRoot()
            .DescendantNodes()
            .OfType<SimpleNameSyntax>()
            .Where(name =>
                name.Parent is not NameEqualsSyntax
                && name.FirstAncestorOrSelf<BaseNamespaceDeclarationSyntax>()?.Name.Contains(name) != true
                && declared[name.Identifier.Text]
                    .Any(part => new Reference(tree.FilePath, part, "") is var at && (IsUpwards(at) || IsSideways(at)))
            )
            .Select(name => new Reference(tree.FilePath, GetTarget(name, model), name.ToString()))
            .Distinct();
    }

    private static string GetTarget(SimpleNameSyntax name, SemanticModel model)
    {
        SymbolInfo info = model.GetSymbolInfo(name);
        ISymbol? symbol = info.Symbol ?? info.CandidateSymbols.FirstOrDefault();
        return symbol is null ? Reference.Unknown
            : (symbol as INamespaceSymbol ?? symbol.ContainingNamespace) is { } declared
                ? GetPart(declared.ToDisplayString())
            : "";
    }

    private static string GetPart(SyntaxNode node) =>
        GetPart(node.FirstAncestorOrSelf<BaseNamespaceDeclarationSyntax>()?.Name.ToString() ?? "");

    private static string GetPart(string declared) =>
        declared.Split('.') is not [Library, var layer, .. var rest] ? ""
        : rest is [var part, ..] && Parts.ContainsKey($"{layer}.{part}") ? $"{layer}.{part}"
        : layer;

    private static string TrimSuffix(string text, string suffix) =>
        text.EndsWith(suffix, StringComparison.Ordinal) ? text[..^suffix.Length] : text;

    private static bool IsUpwards(Reference reference) =>
        Array.IndexOf(Layers, reference.Target.Split('.')[0]) > Array.IndexOf(Layers, reference.File.Split('/')[0]);

    private static bool IsSideways(Reference reference)
    {
        string part = string.Join('.', reference.File.Split('/').Take(2));
        return Parts.ContainsKey(part)
            && Parts.ContainsKey(reference.Target)
            && part != reference.Target
            && !Parts[part].Contains(reference.Target);
    }

    private static bool IsSource(SyntaxTree tree) => Layers.Contains(tree.FilePath.Split('/')[0]);

    private static string GetFolder(string file) => file[..file.LastIndexOf('/')];

    private sealed record Reference(string File, string Target, string Name)
    {
        internal const string Unknown = "what nobody knows";

        public override string ToString() => $"{File} uses {Name} of {Target}";
    }
}

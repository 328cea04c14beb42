using DockerfileLint.Generators;
using DockerfileLint.Tests.RulePages;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace DockerfileLint.Tests.Testing;

/// <summary>The sources of the library as the compiler sees them, generated code included.</summary>
internal static class LibrarySources
{
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static readonly CSharpParseOptions ParseOptions = new(
        LanguageVersion.Preview,
        preprocessorSymbols: ["NET", "NET10_0"]
    );

    private static readonly Lazy<CSharpCompilation> LazyCompilation = new(Compile);

    internal static string Folder { get; } = RepositoryFiles.GetPath("src", "DockerfileLint");

    /// <summary>The library; the path of a source is the one from its folder, with <c>/</c>.</summary>
    internal static CSharpCompilation Compilation => LazyCompilation.Value;

    internal static SyntaxTree Parse(string path, string text) => CSharpSyntaxTree.ParseText(text, ParseOptions, path);

    private static CSharpCompilation Compile()
    {
        IEnumerable<SyntaxTree> sources = Directory
            .EnumerateFiles(Folder, "*.cs", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Folder, path).Replace('\\', '/'))
            .Where(path => path.Split('/')[0] is not ("bin" or "obj"))
            .Order(StringComparer.Ordinal)
            .Select(path => Parse(path, File.ReadAllText(Path.Combine(Folder, path))));
        IEnumerable<MetadataReference> references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("DockerfileLint", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create(
            "DockerfileLint",
            [.. sources, Parse("ImplicitUsings.cs", ImplicitUsings)],
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, concurrentBuild: true)
        );
        CSharpGeneratorDriver
            .Create(
                [new RuleGenerator().AsSourceGenerator()],
                RulePageFile
                    .ReadAll()
                    .Select(page => new Page(Path.Combine(RulePageFile.Folder, page.FileName), page.Text)),
                ParseOptions
            )
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation generated, out _);
        return (CSharpCompilation)generated;
    }

    private sealed class Page(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }
}

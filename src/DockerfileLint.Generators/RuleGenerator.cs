using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DockerfileLint.Generators;

/// <summary>
/// From the pages in <c>rules/</c> and the classes with <c>[Rule("…")]</c>: descriptors, messages, the generated parts
/// of the rule classes, and the catalogue.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class RuleGenerator : IIncrementalGenerator
{
    internal const string PageStep = "RulePage";
    internal const string ClassStep = "RuleClass";
    internal const string CatalogStep = "RuleCatalog";
    internal const string MatchStep = "MatchedClass";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<RulePageResult> results = context
            .AdditionalTextsProvider.Where(file => IsRulePage(file.Path))
            .Select(
                (file, cancellationToken) =>
                    RulePageReader.Read(file.Path, file.GetText(cancellationToken) ?? SourceText.From(""))
            )
            .WithTrackingName(PageStep);
        IncrementalValuesProvider<RuleClass> classes = context
            .SyntaxProvider.ForAttributeWithMetadataName(
                RuleClass.AttributeName,
                (node, _) => node is TypeDeclarationSyntax,
                RuleClass.Read
            )
            .WithTrackingName(ClassStep);
        IncrementalValueProvider<CatalogModel> catalog = results
            .SelectMany((result, _) => result.Page is { } page ? ImmutableArray.Create(page) : [])
            .Collect()
            .Combine(classes.Collect())
            .Select((all, _) => CatalogModel.Create(all.Left, all.Right))
            .WithTrackingName(CatalogStep);
        IncrementalValuesProvider<MatchedClass> matches = catalog
            .SelectMany((all, _) => all.Classes.ToImmutableArray())
            .WithTrackingName(MatchStep);
        IncrementalValuesProvider<RulePage> pages = catalog.SelectMany((all, _) => all.Pages.ToImmutableArray());
        IncrementalValuesProvider<RulePage> pagesWithClass = pages.Where(page => page.HasClass);
        IncrementalValuesProvider<RulePage> pagesWithoutClass = pages.Where(page => !page.HasClass);

        context.RegisterSourceOutput(
            results.SelectMany((result, _) => result.Problems.ToImmutableArray()),
            (output, problem) => output.ReportDiagnostic(problem.ToDiagnostic())
        );
        context.RegisterSourceOutput(
            catalog.SelectMany((all, _) => all.Problems.ToImmutableArray()),
            (output, problem) => output.ReportDiagnostic(problem.ToDiagnostic())
        );
        context.RegisterSourceOutput(
            catalog.Select((all, _) => all.Pages),
            (output, all) => Add(output, "RuleDescriptors", CatalogWriter.WriteDescriptors(all))
        );
        context.RegisterSourceOutput(
            catalog,
            (output, all) => Add(output, "RuleCatalog", CatalogWriter.WriteCatalog(all))
        );
        context.RegisterSourceOutput(
            pagesWithoutClass,
            (output, page) => Add(output, page.PropertyName + "Messages", MessageWriter.WriteMessagesClass(page))
        );
        context.RegisterSourceOutput(
            pagesWithClass,
            (output, page) =>
            {
                foreach (RulePageOption option in page.Options.Where(option => option.IsChoice))
                {
                    Add(output, OptionEnumWriter.GetName(page, option), OptionEnumWriter.Write(page, option));
                }
            }
        );
        context.RegisterSourceOutput(
            matches,
            (output, match) => Add(output, match.Class.FullName, RuleClassWriter.Write(match))
        );
    }

    /// <summary>Whether a file is a Markdown page in a folder <c>rules</c>, other than its README.</summary>
    private static bool IsRulePage(string path)
    {
        string[] segments = path.Split('/', '\\');
        string name = segments[segments.Length - 1];
        return segments.Length > 1
            && segments[segments.Length - 2] == "rules"
            && name.EndsWith(".md", StringComparison.OrdinalIgnoreCase)
            && !name.Equals("README.md", StringComparison.OrdinalIgnoreCase);
    }

    private static void Add(SourceProductionContext output, string name, string source) =>
        output.AddSource(name + ".g.cs", SourceText.From(source, Encoding.UTF8));
}

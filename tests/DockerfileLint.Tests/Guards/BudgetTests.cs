using System.Reflection;
using DockerfileLint.Tests.Testing;
using DockerfileLint.Text;
using FluentAssertions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NUnit.Framework;

namespace DockerfileLint.Tests.Guards;

/// <summary>
/// All limits of the library are members of <see cref="AnalysisBudget"/>, which says what each one costs.
/// </summary>
internal sealed class BudgetTests
{
    private const string Home = "AnalysisBudget.cs";

    private static string Folder => RepositoryFiles.GetPath("src", "DockerfileLint");

    [Test]
    public void No_limit_is_declared_outside_the_budget()
    {
        IEnumerable<string> wrong =
            from file in Directory.EnumerateFiles(Folder, "*.cs", SearchOption.AllDirectories)
            where
                Path.GetFileName(file) != Home
                && !Path.GetRelativePath(Folder, file).StartsWith("obj", StringComparison.Ordinal)
            from declarator in CSharpSyntaxTree
                .ParseText(File.ReadAllText(file))
                .GetRoot()
                .DescendantNodes()
                .OfType<VariableDeclaratorSyntax>()
            where IsLimit(declarator.Identifier.ValueText) && IsConstant(declarator.Parent?.Parent)
            select $"{Path.GetFileName(file)} declares {declarator.Identifier}";

        wrong.Should().BeEmpty();
    }

    [TestCaseSource(nameof(Members))]
    public void A_limit_says_what_is_given_up_beyond_it(string name, string comment)
    {
        name.Should().StartWith("Max");
        comment.Should().Contain("Beyond", $"{name} says what happens at the limit");
    }

    [Test]
    public void The_guard_sees_all_limits()
    {
        const BindingFlags All =
            BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance;
        IEnumerable<string> fields = typeof(AnalysisBudget)
            .GetFields(All)
            .Where(field => field.IsLiteral)
            .Select(field => field.Name);
        IEnumerable<string> properties = typeof(AnalysisBudget)
            .GetProperties(All)
            .Where(property => property.PropertyType == typeof(int))
            .Select(property => property.Name);

        Members().Select(member => (string)member.Arguments[0]!).Should().BeEquivalentTo(fields.Concat(properties));
    }

    private static IEnumerable<TestCaseData> Members() =>
        CSharpSyntaxTree
            .ParseText(File.ReadAllText(Path.Combine(Folder, "Text", Home)))
            .GetRoot()
            .DescendantNodes()
            .OfType<MemberDeclarationSyntax>()
            .Select(member =>
                (
                    Name: member switch
                    {
                        FieldDeclarationSyntax field when field.Modifiers.Any(SyntaxKind.ConstKeyword) => field
                            .Declaration
                            .Variables[0]
                            .Identifier
                            .ValueText,
                        PropertyDeclarationSyntax { Type: PredefinedTypeSyntax } property => property
                            .Identifier
                            .ValueText,
                        _ => null,
                    },
                    Comment: member.GetLeadingTrivia().ToString()
                )
            )
            .Where(member => member.Name is not null)
            .Select(member => new TestCaseData(member.Name, member.Comment).SetArgDisplayNames(member.Name!));

    private static bool IsConstant(SyntaxNode? declaration) =>
        declaration switch
        {
            FieldDeclarationSyntax field => field.Modifiers.Any(SyntaxKind.ConstKeyword),
            LocalDeclarationStatementSyntax local => local.Modifiers.Any(SyntaxKind.ConstKeyword),
            _ => false,
        };

    private static bool IsLimit(string name) =>
        name.StartsWith("Max", StringComparison.Ordinal)
        || name.EndsWith("Limit", StringComparison.Ordinal)
        || name.EndsWith("Budget", StringComparison.Ordinal);
}

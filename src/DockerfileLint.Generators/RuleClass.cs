using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DockerfileLint.Generators;

/// <summary>A class with <c>[Rule("…")]</c>, once or several times, as values.</summary>
/// <param name="Rules">What its attributes say, one for each rule that it stands for.</param>
/// <param name="Namespace">Its namespace; empty for the global one.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsWellFormed">Whether a generated part can join it.</param>
/// <param name="ElementsType">
/// Name of the enum of what the class's base visits, or <c>null</c> where that base has none.
/// </param>
/// <param name="Elements">Members of that enum whose <c>Visit…</c> method the class overrides.</param>
/// <param name="UndispatchedVisits">Overridden <c>Visit…</c> methods that have no such member.</param>
/// <param name="Location">The name in the declaration.</param>
internal sealed record RuleClass(
    EquatableArray<ClassRule> Rules,
    string Namespace,
    string Name,
    bool IsWellFormed,
    string? ElementsType,
    EquatableArray<string> Elements,
    EquatableArray<UndispatchedVisit> UndispatchedVisits,
    SourceLocation Location
)
{
    internal const string AttributeName = "DockerfileLint.Rules.RuleAttribute";

    private const string RuleName = "DockerfileLint.Rules.Rule";
    private const string Visit = "Visit";

    /// <summary>The name with its namespace.</summary>
    internal string FullName => Namespace.Length == 0 ? Name : $"{Namespace}.{Name}";

    internal static RuleClass Read(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
    {
        var type = (INamedTypeSymbol)context.TargetSymbol;
        var declaration = (TypeDeclarationSyntax)context.TargetNode;
        bool isWellFormed =
            declaration.Modifiers.Any(SyntaxKind.PartialKeyword)
            && type is { IsSealed: true, ContainingType: null, Arity: 0, ContainingNamespace.IsGlobalNamespace: false };
        INamedTypeSymbol? baseRule = FindBaseRule(type);
        INamedTypeSymbol? elementsType = baseRule is null
            ? null
            : FindElements(baseRule, context.SemanticModel.Compilation);
        var elements = new SortedSet<string>(StringComparer.Ordinal);
        var undispatched = new List<UndispatchedVisit>();
        for (
            INamedTypeSymbol? level = type;
            elementsType is not null && level is not null && !SymbolEqualityComparer.Default.Equals(level, baseRule);
            level = level.BaseType
        )
        {
            foreach (IMethodSymbol method in level.GetMembers().OfType<IMethodSymbol>())
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (!method.IsOverride || !method.Name.StartsWith(Visit, StringComparison.Ordinal))
                {
                    continue;
                }

                string element = method.Name.Substring(Visit.Length);
                if (elementsType.GetMembers(element).OfType<IFieldSymbol>().Any())
                {
                    elements.Add(element);
                }
                else
                {
                    undispatched.Add(new UndispatchedVisit(method.Name, SourceLocation.From(method.Locations[0])));
                }
            }
        }

        return new RuleClass(
            context.Attributes.Select(ReadRule).ToEquatableArray(),
            type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString(),
            type.Name,
            isWellFormed,
            elementsType?.Name,
            elements.ToEquatableArray(),
            undispatched.ToEquatableArray(),
            SourceLocation.From(declaration.Identifier.GetLocation())
        );
    }

    private static ClassRule ReadRule(AttributeData attribute)
    {
        ImmutableArray<TypedConstant> arguments = attribute.ConstructorArguments;
        return new ClassRule(
            arguments is [{ Value: string id }, ..] ? id : "",
            ReadBehaviour(attribute),
            arguments is [_, { Kind: TypedConstantKind.Array, IsNull: false } rest]
                ? rest.Values.Select(value => value.ToCSharpString()).ToEquatableArray()
                : default
        );
    }

    private static string ReadBehaviour(AttributeData attribute)
    {
        foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
        {
            if (
                argument is { Key: "Behaviour", Value: { Type: { } type, Value: { } value } }
                && type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(field => value.Equals(field.ConstantValue))
                    is { Name: not "Own" } member
            )
            {
                return member.Name;
            }
        }

        return "";
    }

    /// <summary>The class right below <c>Rule</c> that says what is visited.</summary>
    private static INamedTypeSymbol? FindBaseRule(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? level = type.BaseType; level is not null; level = level.BaseType)
        {
            if (level.BaseType?.ToDisplayString() == RuleName)
            {
                return level;
            }
        }

        return null;
    }

    /// <summary><c>DockerfileRule</c> → <c>DockerfileElements</c>.</summary>
    private static INamedTypeSymbol? FindElements(INamedTypeSymbol baseRule, Compilation compilation) =>
        baseRule.Name.EndsWith("Rule", StringComparison.Ordinal)
            ? compilation.GetTypeByMetadataName(
                $"{baseRule.ContainingNamespace.ToDisplayString()}.{baseRule.Name.Substring(0, baseRule.Name.Length - "Rule".Length)}Elements"
            )
            : null;
}

/// <summary>One <c>[Rule("…")]</c> of a class.</summary>
/// <param name="Id">The id in the attribute.</param>
/// <param name="Behaviour">The member of <c>RuleBehaviour</c> in the attribute; empty for this project's own.</param>
/// <param name="Arguments">What the class's constructor gets, as C#.</param>
internal sealed record ClassRule(string Id, string Behaviour, EquatableArray<string> Arguments);

/// <summary>An overridden <c>Visit…</c> method that no element stands for.</summary>
internal sealed record UndispatchedVisit(string Method, SourceLocation Location);

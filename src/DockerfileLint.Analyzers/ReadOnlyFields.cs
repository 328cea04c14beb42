using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DockerfileLint.Analyzers;

/// <summary>Read-only fields of a compilation that nothing but their initializer sets; safe for all threads.</summary>
internal sealed class ReadOnlyFields
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, HashSet<string>> _assigned = new(
        SymbolEqualityComparer.Default
    );

    /// <summary>The expression that a field has as its value for good, or <c>null</c>.</summary>
    internal ExpressionSyntax? FindValue(IFieldSymbol field, CancellationToken cancellation) =>
        field is { IsReadOnly: true, DeclaringSyntaxReferences.Length: 1 }
        && field.DeclaringSyntaxReferences[0].GetSyntax(cancellation)
            is VariableDeclaratorSyntax { Initializer.Value: { } value }
        && !_assigned.GetOrAdd(field.ContainingType, type => FindAssigned(type, cancellation)).Contains(field.Name)
            ? value
            : null;

    /// <summary>The names to which constructors and the like of a type assign anything.</summary>
    private static HashSet<string> FindAssigned(INamedTypeSymbol type, CancellationToken cancellation)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (SyntaxReference reference in type.DeclaringSyntaxReferences)
        {
            foreach (SyntaxNode node in reference.GetSyntax(cancellation).DescendantNodes())
            {
                SyntaxNode? target = node switch
                {
                    AssignmentExpressionSyntax assignment => assignment.Left,
                    ArgumentSyntax argument when !argument.RefKindKeyword.IsKind(SyntaxKind.None) =>
                        argument.Expression,
                    _ => null,
                };
                switch (target)
                {
                    case TupleExpressionSyntax tuple:
                        names.UnionWith(tuple.DescendantNodes().OfType<SimpleNameSyntax>().Select(GetName));
                        break;
                    case MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } member:
                        names.Add(GetName(member.Name));
                        break;
                    case MemberAccessExpressionSyntax { Expression: SimpleNameSyntax } member:
                        names.Add(GetName(member.Name));
                        break;
                    case SimpleNameSyntax name:
                        names.Add(GetName(name));
                        break;
                }
            }
        }

        return names;
    }

    private static string GetName(SimpleNameSyntax name) => name.Identifier.ValueText;
}

using System.Runtime.CompilerServices;
using DockerfileLint.Syntax;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Syntax;

internal sealed class SyntaxKindTests
{
    private static IEnumerable<Type> Nodes =>
        typeof(SyntaxNode).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(SyntaxNode)) && !type.IsAbstract);

    [TestCaseSource(nameof(Nodes))]
    public void A_node_has_the_kind_of_its_class(Type node)
    {
        var instance = (SyntaxNode)RuntimeHelpers.GetUninitializedObject(node);

        $"{instance.SyntaxKind}Syntax".Should().Be(node.Name);
    }
}

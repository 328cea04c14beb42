using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DockerfileLint.Analyzers;

/// <summary>The locals of a member that keep the value they are declared with.</summary>
internal sealed class Locals
{
    private readonly Dictionary<ILocalSymbol, IOperation> _values = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ILocalSymbol> _assigned = new(SymbolEqualityComparer.Default);

    /// <summary>Takes note of an operation that declares or sets locals.</summary>
    internal void Visit(IOperation operation)
    {
        switch (operation)
        {
            case IVariableDeclaratorOperation declarator when declarator.GetVariableInitializer() is { } initializer:
                _values[declarator.Symbol] = initializer.Value;
                if (declarator.Symbol.IsRef)
                {
                    MarkAssigned(initializer.Value);
                }

                break;
            case IAssignmentOperation assignment:
                MarkAssigned(assignment.Target);
                break;
            case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument:
                MarkAssigned(argument.Value);
                break;
            case IIncrementOrDecrementOperation change:
                MarkAssigned(change.Target);
                break;
            case IAddressOfOperation address:
                MarkAssigned(address.Reference);
                break;
        }
    }

    /// <summary>The value of a local, or <c>null</c> where it may change. All operations have been visited.</summary>
    internal IOperation? FindValue(ILocalSymbol local) =>
        !_assigned.Contains(local) && _values.TryGetValue(local, out IOperation? value) ? value : null;

    private void MarkAssigned(IOperation target)
    {
        if (target is ILocalReferenceOperation reference)
        {
            _assigned.Add(reference.Local);
        }
        else if (target is ITupleOperation tuple)
        {
            foreach (ILocalReferenceOperation element in tuple.Descendants().OfType<ILocalReferenceOperation>())
            {
                _assigned.Add(element.Local);
            }
        }
    }
}

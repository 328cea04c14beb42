using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DockerfileLint.Analyzers;

/// <summary>
/// What values are known before the program runs: constants of the language, read-only fields, locals that are set
/// once, and texts that are joined from these.
/// </summary>
internal sealed class ConstantValues(ReadOnlyFields fields, Locals locals, CancellationToken cancellation)
{
    /// <summary>Each step may double a text; people write few.</summary>
    private const int MaxDepth = 8;
    private const int MaxLength = 4096;

    private readonly ReadOnlyFields _fields = fields;
    private readonly Locals _locals = locals;
    private readonly CancellationToken _cancellation = cancellation;
    private readonly Dictionary<ISymbol, string?> _texts = new(SymbolEqualityComparer.Default);

    /// <summary>The text that an operation gives, or <c>null</c> where it depends on the run.</summary>
    internal string? GetText(IOperation? operation) => GetText(operation, MaxDepth);

    /// <summary>The number that an operation gives, or <c>null</c>.</summary>
    internal int? GetNumber(IOperation? operation) => GetConstant(operation) is int number ? number : null;

    /// <summary>Whether an operation gives <c>true</c> or <c>false</c>, or <c>null</c> where nobody knows.</summary>
    internal bool? GetBoolean(IOperation? operation) => GetConstant(operation) is bool value ? value : null;

    /// <summary>An operation without the conversions around it.</summary>
    internal static IOperation? Unwrap(IOperation? operation)
    {
        while (operation is IConversionOperation { OperatorMethod: null } conversion)
        {
            operation = conversion.Operand;
        }

        return operation;
    }

    /// <summary>The elements of an array or list that is written out; spread ones are left out.</summary>
    internal static IEnumerable<IOperation> GetElements(IOperation? operation)
    {
        IOperation? value = Unwrap(operation);
        return value switch
        {
            IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues,
            IObjectCreationOperation { Initializer: { } initializer } => initializer
                .Initializers.OfType<IInvocationOperation>()
                .Where(add => add.Arguments.Length == 1)
                .Select(add => add.Arguments[0].Value),
            // The operation of a collection expression came with later compilers.
            { Syntax: CollectionExpressionSyntax } => value.ChildOperations.Where(child =>
                child.Syntax is not SpreadElementSyntax
            ),
            _ => [],
        };
    }

    private object? GetConstant(IOperation? operation)
    {
        IOperation? value = Unwrap(operation);
        return value is ILocalReferenceOperation { ConstantValue.HasValue: false } local
            ? Unwrap(_locals.FindValue(local.Local))?.ConstantValue.Value
            : value?.ConstantValue.Value;
    }

    private string? GetText(IOperation? operation, int depth)
    {
        IOperation? value = Unwrap(operation);
        if (value is null || depth == 0)
        {
            return null;
        }

        if (value.ConstantValue.HasValue)
        {
            return value.ConstantValue.Value as string;
        }

        return value switch
        {
            ILocalReferenceOperation reference => GetOnce(
                reference.Local,
                () => GetText(_locals.FindValue(reference.Local), depth - 1)
            ),
            IFieldReferenceOperation reference => GetOnce(reference.Field, () => GetText(reference, depth - 1)),
            IInterpolatedStringOperation interpolated => Interpolate(interpolated, depth - 1),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, OperatorMethod: null } sum => Join(sum, depth - 1),
            _ => null,
        };
    }

    private string? GetOnce(ISymbol symbol, Func<string?> getText)
    {
        if (!_texts.TryGetValue(symbol, out string? text))
        {
            // What refers to itself has no text.
            _texts[symbol] = null;
            _texts[symbol] = text = getText();
        }

        return text;
    }

    private string? GetText(IFieldReferenceOperation reference, int depth)
    {
        if (_fields.FindValue(reference.Field, _cancellation) is not { } value)
        {
            return null;
        }

        // The semantic model of another file costs too much; what is written there as a literal needs none.
        return value is LiteralExpressionSyntax { Token.Value: string text } ? text
            : reference.SemanticModel is { } model && model.SyntaxTree == value.SyntaxTree
                ? GetText(model.GetOperation(value, _cancellation), depth)
            : null;
    }

    private string? Interpolate(IInterpolatedStringOperation interpolated, int depth)
    {
        var text = new StringBuilder();
        foreach (IInterpolatedStringContentOperation part in interpolated.Parts)
        {
            string? known = part switch
            {
                IInterpolatedStringTextOperation { Text: var literal } => literal.ConstantValue.Value as string,
                IInterpolationOperation { Alignment: null, FormatString: null } hole => GetText(hole.Expression, depth),
                _ => null,
            };
            if (!TryAppend(text, known))
            {
                return null;
            }
        }

        return text.ToString();
    }

    // A sum leans to the left, as deep as it is long.
    private string? Join(IBinaryOperation sum, int depth)
    {
        var parts = new Stack<IOperation>();
        IOperation? left = sum;
        while (left is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, ConstantValue.HasValue: false } inner)
        {
            parts.Push(inner.RightOperand);
            left = Unwrap(inner.LeftOperand);
        }

        var text = new StringBuilder();
        if (!TryAppend(text, GetText(left, depth)))
        {
            return null;
        }

        while (parts.Count > 0)
        {
            if (!TryAppend(text, GetText(parts.Pop(), depth)))
            {
                return null;
            }
        }

        return text.ToString();
    }

    private static bool TryAppend(StringBuilder text, string? part)
    {
        if (part is null || text.Length + part.Length > MaxLength)
        {
            return false;
        }

        text.Append(part);
        return true;
    }
}

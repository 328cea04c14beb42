using DockerfileLint.Syntax.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DockerfileLint.Analyzers;

/// <summary>Judges what builders of Testcontainers are given.</summary>
internal sealed class TestcontainersCalls(
    KnownTypes types,
    ConstantValues values,
    ContainerSettings settings,
    ImageJudge images
)
{
    private readonly KnownTypes _types = types;
    private readonly ConstantValues _values = values;
    private readonly ContainerSettings _settings = settings;
    private readonly ImageJudge _images = images;

    internal void Visit(IInvocationOperation call)
    {
        switch (call.TargetMethod.Name)
        {
            case "WithImage":
                JudgeImage(call.Arguments);
                break;
            case "WithPrivileged" when Find(call.Arguments, 0) is { } privileged:
                if (_values.GetBoolean(privileged) == true)
                {
                    _settings.JudgePrivileged(privileged);
                }

                break;
            case "WithBindMount" when Find(call.Arguments, 0) is { } source && _values.GetText(source) is { } path:
                _settings.JudgeBindMount(source, path, IsReadOnly(Find(call.Arguments, 2)));
                break;
            case "WithPortBinding":
                JudgePort(Find(call.Arguments, 0), Find(call.Arguments, 1));
                break;
            // Passwords of servers that live for a test are no secrets; tokens of services that outlive it are.
            case "WithEnvironment" when Find(call.Arguments, 1) is { } value && _values.GetText(value) is { } text:
                _settings.JudgeCredential(value, text);
                break;
        }
    }

    internal void Visit(IObjectCreationOperation creation)
    {
        if (_types.IsOrDerivesFrom(creation.Type, KnownType.TestcontainersBuilder))
        {
            JudgeImage(creation.Arguments);
        }
    }

    private void JudgeImage(IEnumerable<IArgumentOperation> arguments)
    {
        foreach (IArgumentOperation argument in arguments)
        {
            if (argument is not { ArgumentKind: ArgumentKind.Explicit, Parameter: { Name: "image", Ordinal: 0 } })
            {
                continue;
            }

            IOperation? image = ConstantValues.Unwrap(argument.Value);
            if (
                image is IObjectCreationOperation { Arguments.Length: > 0 } created
                && _types.Get(created.Type as INamedTypeSymbol) == KnownType.TestcontainersImage
            )
            {
                image = ConstantValues.Unwrap(created.Arguments[0].Value);
            }

            if (image is not null && _values.GetText(image) is { } text)
            {
                _images.JudgeReference(image, text);
            }
        }
    }

    /// <summary>A port of the host that the engine chooses, with <c>true</c>, is known to the test alone.</summary>
    private void JudgePort(IOperation? published, IOperation? target)
    {
        if (published is null || target is null || _values.GetBoolean(target) is true || target.Type is null)
        {
            return;
        }

        // One number with false is the same port on both sides.
        PortRange? host = GetPort(published);
        PortRange? container = target.Type.SpecialType == SpecialType.System_Boolean ? host : GetPort(target);
        if (target.Type.SpecialType != SpecialType.System_Boolean || _values.GetBoolean(target) is false)
        {
            _settings.JudgePort(published, address: null, host, container);
        }
    }

    private PortRange? GetPort(IOperation operation) =>
        _values.GetNumber(operation) is { } number ? new PortRange(number, number)
        : _values.GetText(operation) is { } text ? PortRange.TryParse(RemoveProtocol(text))
        : null;

    private static string RemoveProtocol(string port) =>
        port.EndsWith("/tcp", StringComparison.Ordinal) ? port.Substring(0, port.Length - "/tcp".Length) : port;

    private static bool? IsReadOnly(IOperation? mode) =>
        mode is null ? false
        : ConstantValues.Unwrap(mode) is IFieldReferenceOperation field ? field.Field.Name == "ReadOnly"
        : null;

    private static IOperation? Find(IEnumerable<IArgumentOperation> arguments, int ordinal) =>
        arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == ordinal)?.Value;
}

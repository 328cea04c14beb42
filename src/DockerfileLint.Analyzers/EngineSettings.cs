using DockerfileLint.Diagnostics;
using DockerfileLint.Syntax.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DockerfileLint.Analyzers;

/// <summary>Judges what properties of the engine's API are set to, as Docker.DotNet has them.</summary>
internal sealed class EngineSettings(
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

    /// <summary>A property that is set.</summary>
    internal void Visit(ISimpleAssignmentOperation assignment)
    {
        if (assignment.Target is not IPropertyReferenceOperation { Property: { } property })
        {
            return;
        }

        IOperation value = assignment.Value;
        switch (_types.Get(property.ContainingType))
        {
            case KnownType.HostConfig when property.Name == "Privileged":
                if (_values.GetBoolean(value) == true)
                {
                    _settings.JudgePrivileged(value);
                }

                break;
            case KnownType.HostConfig when FindNamespaceRule(property.Name) is { } rule:
                if (_values.GetText(value) is { } mode)
                {
                    _settings.JudgeNamespace(value, rule, mode);
                }

                break;
            case KnownType.HostConfig or KnownType.ContainerConfig:
                if (property.Name is "Image" or "User")
                {
                    JudgeElement(property, value, assignment);
                    break;
                }

                foreach (IOperation element in ConstantValues.GetElements(value))
                {
                    JudgeElement(property, element, assignment);
                }

                break;
            case KnownType.Mount when property.Name == "Source" && _values.GetText(value) is { } source:
                JudgeMount(assignment, source);
                break;
            case KnownType.Device when property.Name == "PathOnHost" && _values.GetText(value) is { } device:
                _settings.JudgeDevice(value, device);
                break;
            case KnownType.PortBinding when property.Name == "HostPort" && _values.GetText(value) is { } port:
                JudgePort(assignment, port);
                break;
        }
    }

    /// <summary>An element that is added to a property with a list.</summary>
    internal void Visit(IInvocationOperation add)
    {
        if (add is { TargetMethod.Name: "Add", Arguments.Length: 1 })
        {
            IOperation? list = add.Instance switch
            {
                IPropertyReferenceOperation property => property,
                IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver } => add.Parent
                    is IObjectOrCollectionInitializerOperation { Parent: IMemberInitializerOperation member }
                    ? member.InitializedMember
                    : null,
                _ => null,
            };
            if (
                list is IPropertyReferenceOperation { Property: { } known }
                && _types.Get(known.ContainingType) is KnownType.HostConfig or KnownType.ContainerConfig
            )
            {
                JudgeElement(known, add.Arguments[0].Value, list.Parent);
            }
        }
    }

    /// <param name="property">The property that has the text, or a list with it.</param>
    /// <param name="place">Where the text is given.</param>
    /// <param name="setting">What sets the property; other settings of the container stand beside it.</param>
    private void JudgeElement(IPropertySymbol property, IOperation place, IOperation? setting)
    {
        if (_values.GetText(place) is not { } text)
        {
            return;
        }

        switch (property.Name)
        {
            case "Image":
                _images.JudgeReference(place, text);
                break;
            case "User":
                _settings.JudgeUser(place, text);
                break;
            case "Env":
                _settings.JudgeVariable(place, text);
                break;
            case "Binds":
                _settings.JudgeVolume(place, text);
                break;
            case "CapAdd" or "CapabilityAdd":
                _settings.JudgeCapability(
                    place,
                    text,
                    GetText(FindSibling(setting, "PidMode")) == "host",
                    GetText(FindSibling(setting, "NetworkMode")) == "host"
                );
                break;
            case "SecurityOpt":
                _settings.JudgeSecurityOption(place, text);
                break;
        }
    }

    private void JudgeMount(ISimpleAssignmentOperation assignment, string source)
    {
        // In an initializer all is said; elsewhere nobody knows what else is set.
        if (GetText(FindSibling(assignment, "Type")) is null or "bind" or "npipe")
        {
            bool isWhole = assignment.Parent is IObjectOrCollectionInitializerOperation;
            _settings.JudgeBindMount(
                assignment.Value,
                source,
                FindSibling(assignment, "ReadOnly") is { } readOnly ? _values.GetBoolean(readOnly)
                    : isWhole ? false
                    : null
            );
        }
    }

    private void JudgePort(ISimpleAssignmentOperation assignment, string published)
    {
        IOperation? address = FindSibling(assignment, "HostIP");
        if (address is not null && GetText(address) is null)
        {
            return;
        }

        string? target = FindKey(assignment);
        if (target?.EndsWith("/udp", StringComparison.Ordinal) != true)
        {
            int slash = target?.IndexOf('/') ?? -1;
            string? port = slash < 0 ? target : target!.Substring(0, slash);
            _settings.JudgePort(
                assignment.Value,
                GetText(address),
                PortRange.TryParse(published),
                port is null ? null : PortRange.TryParse(port)
            );
        }
    }

    /// <summary>The port of the container that bindings are listed under: <c>["22/tcp"] = [new() { … }]</c>.</summary>
    private string? FindKey(IOperation operation)
    {
        const int MaxSteps = 12;
        IOperation? current = operation.Parent;
        for (int i = 0; current is not null && i < MaxSteps; i++, current = current.Parent)
        {
            IArgumentOperation? key = current switch
            {
                ISimpleAssignmentOperation
                {
                    Target: IPropertyReferenceOperation { Property.IsIndexer: true, Arguments.Length: 1 } indexer
                } => indexer.Arguments[0],
                IInvocationOperation { TargetMethod.Name: "Add", Arguments.Length: 2 } add => add.Arguments[0],
                _ => null,
            };
            if (key is not null)
            {
                return GetText(key.Value);
            }
        }

        return null;
    }

    /// <summary>What another property of the same initializer is set to, or <c>null</c>.</summary>
    private static IOperation? FindSibling(IOperation? setting, string property)
    {
        if (setting?.Parent is not IObjectOrCollectionInitializerOperation initializer)
        {
            return null;
        }

        foreach (IOperation member in initializer.Initializers)
        {
            if (
                member is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target } other
                && target.Property.Name == property
            )
            {
                return other.Value;
            }
        }

        return null;
    }

    private string? GetText(IOperation? operation) => _values.GetText(operation);

    private static RuleDescriptor? FindNamespaceRule(string property) =>
        property switch
        {
            "PidMode" => RuleDescriptors.HostPidNamespace,
            "IpcMode" => RuleDescriptors.HostIpcNamespace,
            "NetworkMode" => RuleDescriptors.HostNetwork,
            "UTSMode" => RuleDescriptors.HostUtsNamespace,
            "UsernsMode" => RuleDescriptors.HostUserNamespace,
            "CgroupnsMode" => RuleDescriptors.HostCgroupNamespace,
            _ => null,
        };
}

using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Syntax.Compose;
using DockerfileLint.Syntax.Yaml;

namespace DockerfileLint.Semantics.Compose;

/// <summary>A command that runs beside a service's container.</summary>
[Experimental(ExperimentalApi.Id)]
public sealed class ServiceHook
{
    private static readonly string[] Keys = ["pre_start", "post_start", "pre_stop"];

    private ServiceHook(string key, YamlMappingSyntax mapping)
    {
        Key = key;
        Mapping = mapping;
    }

    /// <summary><c>pre_start</c>, <c>post_start</c> or <c>pre_stop</c>.</summary>
    public string Key { get; }

    /// <summary>The hook as it is written.</summary>
    public YamlMappingSyntax Mapping { get; }

    /// <summary>Whether the hook is privileged, or <c>null</c> where nothing says so.</summary>
    public Fact<bool>? Privileged => Facts.GetBoolean(Mapping, "privileged");

    /// <summary>The hook's own user, or <c>null</c> where it is the service's.</summary>
    public Fact<UserSpecification>? User => Facts.GetUser(Mapping);

    internal static IReadOnlyList<ServiceHook> Read(YamlMappingSyntax service)
    {
        List<ServiceHook>? hooks = null;
        foreach (string key in Keys)
        {
            foreach (YamlNodeSyntax item in service.GetItems(key))
            {
                if (item is YamlMappingSyntax mapping)
                {
                    (hooks ??= []).Add(new ServiceHook(key, mapping));
                }
            }
        }

        return hooks ?? (IReadOnlyList<ServiceHook>)[];
    }
}

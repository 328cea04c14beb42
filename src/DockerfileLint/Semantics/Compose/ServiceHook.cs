using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Compose;

/// <summary>A command that runs beside a service's container.</summary>
[Experimental(ExperimentalApi.Id)]
public sealed class ServiceHook
{
    private const string WatchKey = "develop.watch";

    private static readonly string[] Keys = ["pre_start", "post_start", "pre_stop"];

    private ServiceHook(string key, ComposeMapping mapping)
    {
        Key = key;
        Value = mapping;
    }

    /// <summary><c>pre_start</c>, <c>post_start</c>, <c>pre_stop</c> or <c>develop.watch</c>.</summary>
    public string Key { get; }

    /// <summary>The whole hook.</summary>
    public ComposeMapping Value { get; }

    /// <summary>Where the whole hook is written.</summary>
    public SourceSpan Span => Value.Span;

    /// <summary>Whether the hook is privileged, or <c>null</c> where nothing says so.</summary>
    public Fact<bool>? Privileged => Facts.GetBoolean(Value, "privileged");

    /// <summary>The hook's own user, or <c>null</c> where it is the service's.</summary>
    public Fact<UserSpecification>? User => Facts.GetUser(Value);

    internal static IReadOnlyList<ServiceHook> Read(ComposeMapping service)
    {
        List<ServiceHook>? hooks = null;
        foreach (string key in Keys)
        {
            foreach (ComposeNode item in service.GetItems(key))
            {
                if (item is ComposeMapping mapping)
                {
                    (hooks ??= []).Add(new ServiceHook(key, mapping));
                }
            }
        }

        foreach (ComposeNode item in service.GetItems("develop", "watch"))
        {
            if (item is ComposeMapping watch && watch.GetMapping("exec") is { } exec)
            {
                (hooks ??= []).Add(new ServiceHook(WatchKey, exec));
            }
        }

        return hooks ?? (IReadOnlyList<ServiceHook>)[];
    }
}

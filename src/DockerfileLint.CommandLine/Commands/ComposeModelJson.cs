using System.Text.Json;
using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.CommandLine.Commands;

/// <summary>Writes the model of a Compose file as JSON: its services with aliases, merge keys and defaults followed, in Compose's spelling, without what a service does not set.</summary>
internal sealed class ComposeModelJson
{
    private readonly ComposeModel _model;
    private readonly Utf8JsonWriter _writer;
    private readonly ModelJson _json;

    private ComposeModelJson(ComposeModel model, Utf8JsonWriter writer)
    {
        _model = model;
        _writer = writer;
        _json = new ModelJson(model.Syntax.Tree, writer);
    }

    internal static void Write(ComposeModel model, Utf8JsonWriter writer) => new ComposeModelJson(model, writer).Write();

    private void Write()
    {
        _json.WriteStart("compose", "services");
        foreach (Service service in _model.Services)
        {
            WriteService(service);
            _json.FlushWhereLarge();
        }

        _json.WriteEnd();
    }

    private void WriteService(Service service)
    {
        _writer.WriteStartObject();
        _writer.WriteString("name", service.Name);
        _json.WritePlace(service.NameSpan);
        WriteImage(service.Image);
        WriteBuild(service.Build);
        WriteUser(service.User);
        WriteFact("privileged", service.Privileged);
        WriteFact("read_only", service.ReadOnly);
        WriteFact("use_api_socket", service.UsesApiSocket);
        WriteNamespace(service.Pid);
        WriteNamespace(service.Ipc);
        WriteNamespace(service.Network);
        WriteNamespace(service.Uts);
        WriteNamespace(service.UserNamespace);
        WriteNamespace(service.CgroupNamespace);
        WriteList("cap_add", service.AddedCapabilities, WriteContent);
        WriteList("cap_drop", service.DroppedCapabilities, WriteContent);
        WriteList("security_opt", service.SecurityOptions, WriteSecurityOption);
        WriteList("mounts", service.Mounts, WriteMount);
        WriteList("devices", service.Devices, WriteDevice);
        WriteList("ports", service.Ports, WritePort);
        foreach (IGrouping<string, ServiceHook> hooks in service.Hooks.GroupBy(hook => hook.Key, StringComparer.Ordinal))
        {
            WriteList(hooks.Key, hooks, WriteHook);
        }

        WriteLimits(service);
        _writer.WriteEndObject();
    }

    private void WriteImage(ServiceImage? image)
    {
        if (image is null)
        {
            return;
        }

        _writer.WriteStartObject("image");
        _writer.WriteString("value", image.Text.Text);
        _json.WriteOrigin(image.Certainty, image.Span);
        if (image.Reference is { } reference)
        {
            _json.WriteParts(reference);
        }

        _writer.WriteEndObject();
    }

    private void WriteBuild(ServiceBuild? build)
    {
        if (build is null)
        {
            return;
        }

        _writer.WriteStartObject("build");
        _json.WritePlace(build.NameSpan);
        WriteFact("context", build.Context);
        WriteFact("dockerfile", build.Dockerfile);
        if (build.InlineDockerfile is { } scalar)
        {
            var text = InterpolatedText.Create(scalar);
            WriteFact("dockerfile_inline", new Fact<string>(text.Text, text.Certainty, text.Span, scalar));
        }

        WriteFact("target", build.Target);
        WriteFact("network", build.Network);
        WriteFact("privileged", build.Privileged);
        WriteList("entitlements", build.Entitlements, WriteContent);
        _writer.WriteEndObject();
    }

    private void WriteUser(Fact<UserSpecification>? user)
    {
        if (user is null)
        {
            return;
        }

        _writer.WriteStartObject("user");
        _writer.WriteString("value", user.Value.ToString());
        _json.WriteOrigin(user.Certainty, user.Span);
        _json.WriteBoolean("root", user.Value.IsRoot, isKnown: user.Certainty != Certainty.Unknown);
        _writer.WriteEndObject();
    }

    private void WriteNamespace(NamespaceSetting? setting)
    {
        if (setting is null)
        {
            return;
        }

        _writer.WriteStartObject(setting.Key);
        _writer.WriteString("value", setting.Text.Text);
        _json.WriteOrigin(setting.Certainty, setting.Span);
        _json.WriteBoolean("host", setting.IsHost, setting.IsCertain);
        _writer.WriteEndObject();
    }

    private void WriteSecurityOption(SecurityOption option)
    {
        _writer.WriteString("name", option.Name);
        _writer.WriteString("value", option.Value);
        _json.WriteOrigin(option.Fact.Certainty, option.Fact.Span);
    }

    private void WriteMount(Mount mount)
    {
        _writer.WriteString("kind", mount.Kind switch
        {
            MountKind.Bind => "bind",
            MountKind.Volume => "volume",
            MountKind.Tmpfs => "tmpfs",
            MountKind.NamedPipe => "npipe",
            _ => "other",
        });
        _json.WritePlace(mount.Span);
        WriteFact("source", mount.Source);
        WriteFact("target", mount.Target);
        WriteFact("host_path", mount.HostPath);

        // The default is worth telling here; the text that decides it is the whole entry.
        WriteFact("read_only", new Fact<bool>(mount.IsReadOnly, mount.ReadOnlyCertainty, mount.Span, mount.Node));
        WriteFact("propagation", mount.Propagation);
    }

    private void WriteDevice(ServiceDevice device)
    {
        _json.WritePlace(device.Span);
        _writer.WriteBoolean("cdi", device.IsCdiName);
        WriteFact("source", device.Source);
        WriteFact("target", device.Target);
        WriteFact("permissions", device.Permissions);
    }

    private void WritePort(ServicePort port)
    {
        _json.WritePlace(port.Span);
        WriteFact("host_ip", port.HostAddress);
        WriteFact("published", port.Published);
        WriteFact("target", port.Target);
        WriteFact("protocol", port.Protocol);
    }

    private void WriteHook(ServiceHook hook)
    {
        _json.WritePlace(hook.Span);
        WriteUser(hook.User);
        WriteFact("privileged", hook.Privileged);
    }

    private void WriteLimits(Service service)
    {
        // What holds for a stack holds for Compose too, so that there is none where Compose has none.
        ResourceLimits limits = service.GetLimits(ComposeTarget.Compose);
        if ((limits.Memory ?? limits.Cpus ?? limits.Pids) is null)
        {
            return;
        }

        _writer.WriteStartObject("limits");
        WriteLimits("compose", limits);
        WriteLimits("swarm", service.GetLimits(ComposeTarget.Swarm));
        _writer.WriteEndObject();
    }

    private void WriteLimits(string target, ResourceLimits limits)
    {
        _writer.WriteStartObject(target);
        WriteFact("memory", limits.Memory);
        WriteFact("cpus", limits.Cpus);
        WriteFact("pids", limits.Pids);
        _writer.WriteEndObject();
    }

    /// <summary>A list, unless it is empty.</summary>
    private void WriteList<T>(string name, IEnumerable<T> items, Action<T> writeContent)
    {
        bool isEmpty = true;
        foreach (T item in items)
        {
            if (isEmpty)
            {
                _writer.WriteStartArray(name);
                isEmpty = false;
            }

            _writer.WriteStartObject();
            writeContent(item);
            _writer.WriteEndObject();
            _json.FlushWhereLarge();
        }

        if (!isEmpty)
        {
            _writer.WriteEndArray();
        }
    }

    private void WriteFact(string name, Fact<string>? fact)
    {
        if (fact is not null)
        {
            _writer.WriteStartObject(name);
            WriteContent(fact);
            _writer.WriteEndObject();
        }
    }

    private void WriteContent(Fact<string> fact)
    {
        _writer.WriteString("value", fact.Value);
        _json.WriteOrigin(fact.Certainty, fact.Span);
    }

    private void WriteFact(string name, Fact<bool>? fact)
    {
        if (fact is not null)
        {
            _writer.WriteStartObject(name);
            _json.WriteBoolean("value", fact.Value, isKnown: fact.Certainty != Certainty.Unknown);
            _json.WriteOrigin(fact.Certainty, fact.Span);
            _writer.WriteEndObject();
        }
    }

    private void WriteFact(string name, Fact<double>? fact)
    {
        if (fact is null)
        {
            return;
        }

        _writer.WriteStartObject(name);

        // JSON has no infinity, which a text such as 1e999 reads as.
        if (fact.Certainty == Certainty.Unknown || !double.IsFinite(fact.Value))
        {
            _writer.WriteNull("value");
        }
        else
        {
            _writer.WriteNumber("value", fact.Value);
        }

        _json.WriteOrigin(fact.Certainty, fact.Span);
        _writer.WriteEndObject();
    }
}

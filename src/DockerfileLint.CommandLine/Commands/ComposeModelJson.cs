using System.Globalization;
using System.Text.Json;
using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Compose;
using DockerfileLint.Syntax.Compose;
using DockerfileLint.Syntax.Yaml;
using DockerfileLint.Text;

namespace DockerfileLint.CommandLine.Commands;

/// <summary>
/// Writes the effective project of a Compose file as JSON, in the shape of <c>docker compose config</c>: short forms
/// are long, lists of <c>KEY=VALUE</c> are objects. What nobody knows stands as <c>${NAME}</c>.
/// </summary>
internal sealed class ComposeModelJson
{
    /// <summary>
    /// Aliases may say more than anybody could read; what goes beyond is left out, and the output says so.
    /// </summary>
    private const int MaximumNodes = 200_000;

    private const int MaximumDepth = 256;

    /// <summary>Keys whose value is a truth value in any spelling.</summary>
    private static readonly HashSet<string> Booleans = new(StringComparer.Ordinal)
    {
        "attachable",
        "create_host_path",
        "disable",
        "enable_ipv4",
        "enable_ipv6",
        "external",
        "init",
        "internal",
        "no_cache",
        "nocopy",
        "oom_kill_disable",
        "privileged",
        "pull",
        "read_only",
        "required",
        "restart_dependents",
        "stdin_open",
        "tty",
        "use_api_socket",
    };

    /// <summary>Keys that take a list or a single text.</summary>
    private static readonly HashSet<string> Lists = new(StringComparer.Ordinal)
    {
        "dns",
        "dns_opt",
        "dns_search",
        "label_file",
        "tmpfs",
    };

    /// <summary>Keys that take a mapping or a list of <c>KEY=VALUE</c>; their values are texts.</summary>
    private static readonly HashSet<string> KeyValues = new(StringComparer.Ordinal)
    {
        "additional_contexts",
        "annotations",
        "args",
        "environment",
        "labels",
        "sysctls",
    };

    private readonly ComposeModel _model;
    private readonly Utf8JsonWriter _writer;
    private readonly ModelJson _json;
    private readonly List<(string Path, ComposeNode Node, ComposeEntry? Entry)>? _origins;
    private int _nodes;

    private ComposeModelJson(ComposeModel model, Utf8JsonWriter writer, bool withOrigins)
    {
        _model = model;
        _writer = writer;
        _json = new ModelJson(model.Syntax.Tree, writer);
        _origins = withOrigins ? [] : null;
    }

    /// <summary>Writes a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="writer">Gets the JSON.</param>
    /// <param name="withOrigins">Whether to say of each value how sure it is and where it comes from.</param>
    internal static void Write(ComposeModel model, Utf8JsonWriter writer, bool withOrigins) =>
        new ComposeModelJson(model, writer, withOrigins).Write();

    private void Write()
    {
        _writer.WriteStartObject();
        _writer.WriteString("path", _model.File.Path);
        _writer.WriteString("kind", "compose");
        _writer.WriteStartArray("furtherFiles");
        foreach (string file in _model.FurtherFiles)
        {
            _writer.WriteStringValue(file);
        }

        _writer.WriteEndArray();
        _writer.WriteBoolean("complete", _model.IsComplete);
        _writer.WriteStartObject("project");
        WriteSections();
        _writer.WriteEndObject();
        if (_nodes > MaximumNodes)
        {
            _writer.WriteBoolean("truncated", true);
        }

        WriteOrigins();
        _json.WriteDiagnostics(_model.Syntax.Tree.Diagnostics.Concat(_model.GetDiagnostics()));
        _writer.WriteEndObject();
    }

    private void WriteSections()
    {
        _writer.WriteStartObject("services");
        foreach (Service service in _model.Services)
        {
            _writer.WritePropertyName(service.Name);
            Write(service.Value, $"services.{service.Name}", "service", 0);
        }

        _writer.WriteEndObject();
        foreach (ComposeEntry entry in _model.Value is null || _model.Syntax.IsLegacyLayout ? [] : _model.Value.Entries)
        {
            if (entry.Name is not ("services" or "version") && !ComposeFileSyntax.IsExtension(entry.Name))
            {
                WriteEntry(entry, entry.Name, entry.Name, 0);
            }
        }
    }

    private void WriteEntry(ComposeEntry entry, string path, string key, int depth, bool isDependency = false)
    {
        _writer.WritePropertyName(entry.Name);
        if (entry.Value is null && isDependency)
        {
            WriteStarted();
            return;
        }

        if (entry.Value is ComposeScalar { IsNull: false } && _origins is not null)
        {
            _origins.Add((path, entry.Value, entry));
        }

        Write(entry.Value, path, key, depth + 1, isOriginKnown: true);
    }

    private void Write(ComposeNode? node, string path, string key, int depth, bool isOriginKnown = false)
    {
        _json.FlushWhereLarge();
        if (++_nodes > MaximumNodes || depth > MaximumDepth)
        {
            _nodes = depth > MaximumDepth ? MaximumNodes + 1 : _nodes;
            _writer.WriteNullValue();
            return;
        }

        switch (node)
        {
            case null or ComposeScalar { IsNull: true }:
                _writer.WriteNullValue();
                break;
            case ComposeSequence or ComposeMapping when KeyValues.Contains(key):
                WriteKeyValues(node, path);
                break;
            case ComposeMapping mapping:
                _writer.WriteStartObject();
                foreach (ComposeEntry entry in mapping.Entries)
                {
                    WriteEntry(entry, $"{path}.{entry.Name}", entry.Name, depth, isDependency: key == "depends_on");
                }

                _writer.WriteEndObject();
                break;
            case ComposeSequence sequence when key is "depends_on" or "networks" or "models":
                WriteNames(sequence, path, key);
                break;
            case ComposeSequence sequence:
                _writer.WriteStartArray();
                for (int i = 0; i < sequence.Items.Count; i++)
                {
                    WriteItem(sequence.Items[i], $"{path}[{i.ToString(CultureInfo.InvariantCulture)}]", key, depth);
                }

                _writer.WriteEndArray();
                break;
            case ComposeScalar scalar:
                if (!isOriginKnown)
                {
                    _origins?.Add((path, scalar, null));
                }

                WriteScalar(scalar, path, key);
                break;
        }
    }

    private void WriteScalar(ComposeScalar scalar, string path, string key)
    {
        InterpolatedText text = scalar.Text;
        if (key == "build")
        {
            _writer.WriteStartObject();
            _writer.WriteString("context", text.DisplayText);
            _writer.WriteEndObject();
        }
        else if (Lists.Contains(key))
        {
            _writer.WriteStartArray();
            _writer.WriteStringValue(text.DisplayText);
            _writer.WriteEndArray();
        }
        else if (key == "env_file")
        {
            _writer.WriteStartArray();
            WriteItem(scalar, $"{path}[0]", key, 0);
            _writer.WriteEndArray();
        }
        else if (Booleans.Contains(key) && text.TryGetValue(out string? value) && GetBoolean(value) is { } flag)
        {
            _writer.WriteBooleanValue(flag);
        }
        else if (scalar.Kind == YamlScalarKind.Boolean)
        {
            _writer.WriteBooleanValue(text.DisplayText is "true" or "True" or "TRUE");
        }
        else if (
            scalar.Kind is YamlScalarKind.Integer or YamlScalarKind.Float
            && decimal.TryParse(
                text.DisplayText,
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out decimal number
            )
            && text.DisplayText.TrimStart('-', '+') is var digits
            && (digits.Length == 1 || digits[0] != '0' || digits[1] == '.')
        )
        {
            _writer.WriteNumberValue(number);
        }
        else
        {
            _writer.WriteStringValue(text.DisplayText);
        }
    }

    private static bool? GetBoolean(string text) =>
        text.ToLowerInvariant() switch
        {
            "true" or "yes" or "y" or "on" => true,
            "false" or "no" or "n" or "off" => false,
            _ => null,
        };

    /// <summary>An item of a list, in its long form.</summary>
    private void WriteItem(ComposeNode item, string path, string key, int depth)
    {
        if (item is not ComposeScalar { IsNull: false } scalar)
        {
            Write(item, path, "", depth + 1);
            return;
        }

        string text = scalar.Text.DisplayText;
        if (key is not ("ports" or "volumes" or "devices" or "secrets" or "configs" or "env_file"))
        {
            Write(item, path, "", depth + 1);
            return;
        }

        _origins?.Add((path, scalar, null));
        _nodes++;
        _writer.WriteStartObject();
        switch (key)
        {
            case "ports":
                PortSpecification port = PortSpecification.Parse(text);
                _writer.WriteString("mode", "ingress");
                WritePart("host_ip", port.HostAddress);
                WriteNumber("target", port.Target);
                WritePart("published", port.Published);
                _writer.WriteString("protocol", port.Protocol.IsEmpty ? "tcp" : port.Protocol.Text);
                break;
            case "volumes":
                WriteVolume(VolumeSpecification.Parse(text));
                break;
            case "devices":
                DeviceSpecification device = DeviceSpecification.Parse(text);
                WritePart("source", device.Source);
                _writer.WriteString("target", device.Target.IsEmpty ? device.Source.Text : device.Target.Text);
                _writer.WriteString("permissions", device.Permissions.IsEmpty ? "rwm" : device.Permissions.Text);
                break;
            case "env_file":
                _writer.WriteString("path", text);
                _writer.WriteBoolean("required", true);
                break;
            default:
                _writer.WriteString("source", text);
                break;
        }

        _writer.WriteEndObject();
    }

    private void WriteVolume(VolumeSpecification volume)
    {
        bool isBind = volume.IsBind;
        _writer.WriteString("type", isBind ? "bind" : "volume");
        WritePart("source", volume.Source);
        WritePart("target", volume.Target);
        bool isReadOnly = false;
        string? propagation = null;
        bool isUncopied = false;
        string? relabelling = null;
        foreach (SpecificationPart option in volume.Options)
        {
            isReadOnly |= option.Text == "ro";
            isUncopied |= option.Text == "nocopy";
            propagation = option.Text is "private" or "rprivate" or "shared" or "rshared" or "slave" or "rslave"
                ? option.Text
                : propagation;
            relabelling = option.Text is "z" or "Z" ? option.Text : relabelling;
        }

        if (isReadOnly)
        {
            _writer.WriteBoolean("read_only", true);
        }

        if (isBind)
        {
            _writer.WriteStartObject("bind");
            if (propagation is not null)
            {
                _writer.WriteString("propagation", propagation);
            }

            _writer.WriteBoolean("create_host_path", true);
            if (relabelling is not null)
            {
                _writer.WriteString("selinux", relabelling);
            }

            _writer.WriteEndObject();
        }
        else if (isUncopied)
        {
            _writer.WriteStartObject("volume");
            _writer.WriteBoolean("nocopy", true);
            _writer.WriteEndObject();
        }
    }

    private void WritePart(string name, SpecificationPart part)
    {
        if (!part.IsEmpty)
        {
            _writer.WriteString(name, part.Text);
        }
    }

    private void WriteNumber(string name, SpecificationPart part)
    {
        if (int.TryParse(part.Text, NumberStyles.None, CultureInfo.InvariantCulture, out int number))
        {
            _writer.WriteNumber(name, number);
        }
        else
        {
            WritePart(name, part);
        }
    }

    /// <summary>
    /// The object that a mapping or a list of <c>KEY=VALUE</c> means; a value from the caller's environment is null.
    /// </summary>
    private void WriteKeyValues(ComposeNode node, string path)
    {
        _writer.WriteStartObject();
        foreach (ComposeEntry entry in ComposeKeyValue.ReadEntries(node))
        {
            _nodes++;
            if (entry.Value is ComposeScalar { IsNull: false } scalar)
            {
                _origins?.Add(($"{path}.{entry.Name}", scalar, entry));
                _writer.WriteString(entry.Name, scalar.Text.DisplayText);
            }
            else
            {
                _writer.WriteNull(entry.Name);
            }
        }

        _writer.WriteEndObject();
    }

    /// <summary>The object that a list of names means.</summary>
    private void WriteNames(ComposeSequence sequence, string path, string key)
    {
        _writer.WriteStartObject();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (ComposeNode item in sequence.Items)
        {
            if (item is not ComposeScalar { IsNull: false } scalar || !seen.Add(scalar.Text.DisplayText))
            {
                continue;
            }

            _nodes++;
            _origins?.Add(($"{path}.{scalar.Text.DisplayText}", scalar, null));
            _writer.WritePropertyName(scalar.Text.DisplayText);
            if (key == "depends_on")
            {
                WriteStarted();
            }
            else
            {
                _writer.WriteNullValue();
            }
        }

        _writer.WriteEndObject();
    }

    /// <summary>The dependency that a name alone means.</summary>
    private void WriteStarted()
    {
        _writer.WriteStartObject();
        _writer.WriteString("condition", "service_started");
        _writer.WriteBoolean("required", true);
        _writer.WriteEndObject();
    }

    private void WriteOrigins()
    {
        if (_origins is null)
        {
            return;
        }

        _writer.WriteStartObject("origins");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach ((string path, ComposeNode node, ComposeEntry? entry) in _origins)
        {
            if (!seen.Add(path))
            {
                continue;
            }

            _writer.WriteStartObject(path);
            InterpolatedText? text = (node as ComposeScalar)?.Text;
            _json.WriteCertainty(text?.Certainty ?? Certainty.Known);
            _writer.WriteStartArray("chain");
            WriteStep("value", node.Span);
            for (ComposeOrigin? step = node.Via; step is not null; step = step.Next)
            {
                WriteStep(
                    step.Kind switch
                    {
                        ComposeOriginKind.Alias => "alias",
                        ComposeOriginKind.MergeKey => "merge-key",
                        ComposeOriginKind.Extends => "extends",
                        _ => "include",
                    },
                    step.Span
                );
            }

            _writer.WriteEndArray();
            WriteSteps("variables", text?.Definitions ?? [], "variable");
            WriteSteps("replaces", GetReplaced(entry), "value");
            _writer.WriteEndObject();
            _json.FlushWhereLarge();
        }

        _writer.WriteEndObject();
    }

    private static IReadOnlyList<SourceSpan> GetReplaced(ComposeEntry? entry)
    {
        var places = new List<SourceSpan>();
        for (ComposeEntry? replaced = entry?.Replaced; replaced is not null; replaced = replaced.Replaced)
        {
            places.Add(replaced.Value?.Span ?? replaced.NameSpan);
        }

        return places;
    }

    /// <summary>A list of places, unless it is empty.</summary>
    private void WriteSteps(string name, IReadOnlyList<SourceSpan> places, string kind)
    {
        if (places.Count > 0)
        {
            _writer.WriteStartArray(name);
            foreach (SourceSpan place in places)
            {
                WriteStep(kind, place);
            }

            _writer.WriteEndArray();
        }
    }

    private void WriteStep(string kind, SourceSpan span)
    {
        LinePosition position = span.File.Text.GetLinePosition(span.Start);
        _writer.WriteStartObject();
        _writer.WriteString("kind", kind);
        _writer.WriteString("file", span.File.Path);
        _writer.WriteNumber("line", position.Line + 1);
        _writer.WriteNumber("column", position.Character + 1);
        _writer.WriteEndObject();
    }
}

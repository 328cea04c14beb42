using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Compose;

/// <summary>
/// Tells which services of included files a project leaves as they are: what there is to say of them, the file's own
/// project says.
/// </summary>
internal sealed class IncludedServices(ComposeModel model)
{
    // What a service takes in by a name that another file may define.
    private static readonly string[] NamingKeys =
    [
        "configs",
        "ipc",
        "network_mode",
        "networks",
        "pid",
        "secrets",
        "volumes",
    ];

    private readonly Dictionary<string, Reading> _readings = new(StringComparer.Ordinal);

    /// <summary>Whether a service means here what it means in the project of the file that it is written in.</summary>
    internal bool AreUnchanged(Service service)
    {
        if (service.Entry is not { Replaced: null, Value: ComposeMapping { IsMerged: false } value })
        {
            return false;
        }

        Reading reading = GetReading(value.Scope);
        if (!reading.IsAlone)
        {
            return false;
        }

        // An alias may lead to variables.
        TextSpan span = service.Entry.Syntax.Span;
        bool hasVariables =
            reading.HasVariables && value.File.Text.ToString().IndexOfAny(['$', '*'], span.Start, span.Length) >= 0;
        return hasVariables
            ? reading.IsSameEnvironment && !UsesNames(value)
            : LeadsNowhereElse(service, value, reading);
    }

    private static bool UsesNames(ComposeMapping service) =>
        Array.Exists(NamingKeys, key => service.Find(key) is not null);

    private bool LeadsNowhereElse(Service service, ComposeMapping value, Reading reading)
    {
        if (value.Find("network_mode") is null && value.Find("networks") is null && !IsOwn("networks", "default"))
        {
            return false;
        }

        if (!UsesNames(value))
        {
            return true;
        }

        if (
            service.Pid is { TargetName: not null }
            || service.Ipc is { TargetName: not null }
            || service.Network is { TargetName: not null }
        )
        {
            return false;
        }

        foreach (Mount mount in service.Mounts)
        {
            if (mount.VolumeDefinition is { } definition && !IsOwnEntry(definition))
            {
                return false;
            }
        }

        foreach (ComposeEntry network in ComposeKeyValue.ReadEntries(value.Find("networks")?.Value))
        {
            if (!IsOwn("networks", network.Name))
            {
                return false;
            }
        }

        return AreOwn("secrets") && AreOwn("configs");

        bool AreOwn(string section)
        {
            foreach (ComposeNode item in value.GetItems(section))
            {
                if (
                    (item as ComposeScalar ?? (item as ComposeMapping)?.GetScalar("source")) is { } source
                    && !IsOwn(section, source.Text.DisplayText)
                )
                {
                    return false;
                }
            }

            return true;
        }

        bool IsOwn(string section, string name) =>
            model.FindDefinition(section, name) is not { } definition || IsOwnEntry(definition);

        bool IsOwnEntry(ComposeEntry definition) =>
            definition is { Replaced: null, Value: null or ComposeScalar or ComposeMapping { IsMerged: false } }
            && definition.NameSpan.File == value.File
            && (!reading.HasVariables || reading.IsSameEnvironment);
    }

    private Reading GetReading(ComposeScope scope)
    {
        if (!_readings.TryGetValue(scope.File.Path, out Reading reading) || reading.Scope != scope)
        {
            ComposeProjectFiles own = model.Project.FindFiles(scope.File.Path);
            reading = new Reading(
                scope,
                own.IsAlone && scope.Directory == ProjectPath.GetDirectory(scope.File.Path),
                scope.File.Text.ToString().IndexOf('$') >= 0,
                scope.Environment.IsPartOf(own.Environment)
            );
            _readings[scope.File.Path] = reading;
        }

        return reading;
    }

    /// <summary>How a file is read here, compared with its own project.</summary>
    /// <param name="Scope">What holds for its values.</param>
    /// <param name="IsAlone">Whether it makes a project alone, in the folder that paths start from here, too.</param>
    /// <param name="HasVariables">Whether variables may stand in it.</param>
    /// <param name="IsSameEnvironment">Whether they have the same values.</param>
    private readonly record struct Reading(ComposeScope Scope, bool IsAlone, bool HasVariables, bool IsSameEnvironment);
}

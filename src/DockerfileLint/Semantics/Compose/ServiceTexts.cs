namespace DockerfileLint.Semantics.Compose;

/// <summary>What a service says in free text.</summary>
internal static class ServiceTexts
{
    private static readonly string[][] KeyValuePaths =
    [
        ["environment"],
        ["labels"],
        ["annotations"],
        ["deploy", "labels"],
        ["build", "args"],
        ["build", "labels"],
        ["logging", "options"],
    ];

    private static readonly string[][] CommandPaths =
    [
        ["entrypoint"],
        ["command"],
        ["healthcheck", "test"],
    ];

    /// <summary>The entries of <c>environment</c>, the service's own and those of its hooks.</summary>
    internal static IEnumerable<ComposeKeyValue> GetAllEnvironment(this Service service) =>
        service
            .GetKeyValues("environment")
            .Concat(service.Hooks.SelectMany(hook => hook.Value.GetKeyValues("environment")));

    /// <summary>All texts that have a name: variables, labels, build arguments, options of the log driver.</summary>
    internal static IEnumerable<ComposeKeyValue> GetAllKeyValues(this Service service) =>
        KeyValuePaths
            .SelectMany(service.GetKeyValues)
            .Concat(service.Hooks.SelectMany(hook => hook.Value.GetKeyValues("environment")));

    /// <summary>The texts of commands: whole ones, or their words.</summary>
    internal static IEnumerable<InterpolatedText> GetAllCommandTexts(this Service service) =>
        CommandPaths
            .SelectMany(path => service.GetItems(path))
            .Concat(service.Hooks.SelectMany(hook => hook.Value.GetItems("command")))
            .OfType<ComposeScalar>()
            .Where(scalar => !scalar.IsNull)
            .Select(scalar => scalar.Text);
}

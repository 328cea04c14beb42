namespace DockerfileLint.Semantics.Compose;

/// <summary>The names under which services of a project reach each other.</summary>
internal sealed class ServiceHostNames
{
    // Names of hosts have no case.
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);

    private ServiceHostNames(ComposeModel model)
    {
        foreach (Service service in model.Services)
        {
            _names.Add(service.Name);
            Add(service.GetText("container_name"));
            Add(service.GetText("hostname"));
            foreach (ComposeEntry network in service.Value.GetMapping("networks")?.Entries ?? [])
            {
                foreach (Fact<string> alias in Facts.GetTexts(network.Value as ComposeMapping, "aliases"))
                {
                    Add(alias);
                }
            }
        }
    }

    internal static ServiceHostNames Of(ComposeModel model) =>
        model.Indexes.Get(model, static model => new ServiceHostNames(model));

    internal bool Contains(string name) => _names.Contains(name);

    private void Add(Fact<string>? name)
    {
        if (name.TryGetValue(out string? known))
        {
            _names.Add(known);
        }
    }
}

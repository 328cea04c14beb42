namespace DockerfileLint.Semantics.Compose;

/// <summary>A mapping whose keys have rules of their own.</summary>
internal enum ComposePlace
{
    /// <summary>Any other one.</summary>
    Other,

    /// <summary>The top level.</summary>
    Root,

    /// <summary><c>services</c>.</summary>
    Services,

    /// <summary>A service.</summary>
    Service,

    /// <summary><c>build</c> of a service.</summary>
    Build,

    /// <summary><c>deploy</c> of a service.</summary>
    Deploy,

    /// <summary><c>healthcheck</c> of a service.</summary>
    Healthcheck,

    /// <summary><c>ulimits</c> of a service or its build.</summary>
    Ulimits,

    /// <summary><c>networks</c> of a service.</summary>
    ServiceNetworks,

    /// <summary>A service's setting of one network.</summary>
    ServiceNetwork,

    /// <summary>Top-level <c>networks</c>.</summary>
    Networks,

    /// <summary>A network.</summary>
    Network,

    /// <summary><c>ipam</c> of a network.</summary>
    Ipam,

    /// <summary>Top-level <c>volumes</c>.</summary>
    Volumes,

    /// <summary>A volume.</summary>
    Volume,
}

/// <summary>How the values of two files become one.</summary>
internal enum MergeKind
{
    /// <summary>Mappings key by key, sequences one after the other, else the later value.</summary>
    Deep,

    /// <summary>The later value.</summary>
    Replace,

    /// <summary>Mapping or list of <c>KEY=VALUE</c>: key by key, the later value even where it is null.</summary>
    KeyValues,

    /// <summary>A list or a single value: one after the other.</summary>
    List,

    /// <summary>A list of names or a mapping of them: name by name.</summary>
    Names,

    /// <summary>
    /// As <see cref="Names"/>, but a list has a meaning of its own and replaces what stands at the names.
    /// </summary>
    Dependencies,

    /// <summary>As <see cref="Deep"/>; a single text is the context.</summary>
    Build,

    /// <summary>As <see cref="Deep"/> unless both name drivers and these differ.</summary>
    Logging,

    /// <summary>Lists of pools, by their subnet.</summary>
    Pools,
}

/// <summary>What makes two items of a list the same; the later one then takes the place of the first.</summary>
internal enum UniqueKind
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The text up to an equals sign.</summary>
    Name,

    /// <summary>The whole text.</summary>
    Text,

    /// <summary>The path in the container of a volume.</summary>
    Volume,

    /// <summary>The path in the container of a device.</summary>
    Device,

    /// <summary>Address, both ports and protocol.</summary>
    Port,

    /// <summary>The path in the container, below <c>/run/secrets</c> by default.</summary>
    Secret,

    /// <summary>The path in the container.</summary>
    Config,

    /// <summary>The path of an environment file.</summary>
    EnvironmentFile,
}

/// <summary>The rule of one key.</summary>
/// <param name="Merge">How its values merge.</param>
/// <param name="Unique">What its items are known by.</param>
/// <param name="Child">The mapping that stands below it.</param>
internal readonly record struct ComposeKeyRule(
    MergeKind Merge,
    UniqueKind Unique = UniqueKind.None,
    ComposePlace Child = ComposePlace.Other
);

/// <summary>The keys that do not merge as all others do.</summary>
internal static class ComposeKeyRules
{
    private static readonly Dictionary<string, ComposeKeyRule> None = new(StringComparer.Ordinal);

    private static readonly Dictionary<string, ComposeKeyRule> Root = new(StringComparer.Ordinal)
    {
        ["services"] = new(MergeKind.Deep, Child: ComposePlace.Services),
        ["networks"] = new(MergeKind.Deep, Child: ComposePlace.Networks),
        ["volumes"] = new(MergeKind.Deep, Child: ComposePlace.Volumes),
    };

    private static readonly Dictionary<string, ComposeKeyRule> Service = new(StringComparer.Ordinal)
    {
        ["annotations"] = new(MergeKind.KeyValues),
        ["build"] = new(MergeKind.Build, Child: ComposePlace.Build),
        ["cap_add"] = new(MergeKind.Deep, UniqueKind.Name),
        ["cap_drop"] = new(MergeKind.Deep, UniqueKind.Name),
        ["command"] = new(MergeKind.Replace),
        ["configs"] = new(MergeKind.Deep, UniqueKind.Config),
        ["depends_on"] = new(MergeKind.Dependencies),
        ["deploy"] = new(MergeKind.Deep, Child: ComposePlace.Deploy),
        ["devices"] = new(MergeKind.Deep, UniqueKind.Device),
        ["dns"] = new(MergeKind.List, UniqueKind.Name),
        ["dns_opt"] = new(MergeKind.List, UniqueKind.Name),
        ["dns_search"] = new(MergeKind.List, UniqueKind.Name),
        ["entrypoint"] = new(MergeKind.Replace),
        ["env_file"] = new(MergeKind.List, UniqueKind.EnvironmentFile),
        ["environment"] = new(MergeKind.KeyValues),
        ["expose"] = new(MergeKind.Deep, UniqueKind.Name),
        ["extra_hosts"] = new(MergeKind.Deep, UniqueKind.Text),
        ["healthcheck"] = new(MergeKind.Deep, Child: ComposePlace.Healthcheck),
        ["label_file"] = new(MergeKind.List),
        ["labels"] = new(MergeKind.KeyValues),
        ["links"] = new(MergeKind.Deep, UniqueKind.Name),
        ["logging"] = new(MergeKind.Logging),
        ["models"] = new(MergeKind.Names),
        ["networks"] = new(MergeKind.Names, Child: ComposePlace.ServiceNetworks),
        ["ports"] = new(MergeKind.Deep, UniqueKind.Port),
        ["profiles"] = new(MergeKind.Deep, UniqueKind.Name),
        ["secrets"] = new(MergeKind.Deep, UniqueKind.Secret),
        ["sysctls"] = new(MergeKind.KeyValues),
        ["tmpfs"] = new(MergeKind.List, UniqueKind.Name),
        ["ulimits"] = new(MergeKind.Deep, Child: ComposePlace.Ulimits),
        ["volumes"] = new(MergeKind.Deep, UniqueKind.Volume),
    };

    private static readonly Dictionary<string, ComposeKeyRule> Build = new(StringComparer.Ordinal)
    {
        ["additional_contexts"] = new(MergeKind.KeyValues),
        ["args"] = new(MergeKind.KeyValues),
        ["extra_hosts"] = new(MergeKind.Deep, UniqueKind.Text),
        ["labels"] = new(MergeKind.KeyValues),
        ["platform"] = new(MergeKind.Deep, UniqueKind.Name),
        ["tags"] = new(MergeKind.Deep, UniqueKind.Name),
        ["ulimits"] = new(MergeKind.Deep, Child: ComposePlace.Ulimits),
    };

    private static readonly Dictionary<string, ComposeKeyRule> Deploy = new(StringComparer.Ordinal)
    {
        ["labels"] = new(MergeKind.KeyValues),
    };

    private static readonly Dictionary<string, ComposeKeyRule> Healthcheck = new(StringComparer.Ordinal)
    {
        ["test"] = new(MergeKind.Replace),
    };

    private static readonly Dictionary<string, ComposeKeyRule> ServiceNetwork = new(StringComparer.Ordinal)
    {
        ["aliases"] = new(MergeKind.Deep, UniqueKind.Name),
        ["link_local_ips"] = new(MergeKind.Deep, UniqueKind.Name),
    };

    private static readonly Dictionary<string, ComposeKeyRule> Network = new(StringComparer.Ordinal)
    {
        ["ipam"] = new(MergeKind.Deep, Child: ComposePlace.Ipam),
        ["labels"] = new(MergeKind.KeyValues),
    };

    private static readonly Dictionary<string, ComposeKeyRule> Ipam = new(StringComparer.Ordinal)
    {
        ["config"] = new(MergeKind.Pools),
    };

    private static readonly Dictionary<string, ComposeKeyRule> Volume = new(StringComparer.Ordinal)
    {
        ["labels"] = new(MergeKind.KeyValues),
    };

    /// <summary>The rule of a key.</summary>
    internal static ComposeKeyRule Get(ComposePlace place, string key)
    {
        switch (place)
        {
            case ComposePlace.Services:
                return new ComposeKeyRule(MergeKind.Deep, Child: ComposePlace.Service);
            case ComposePlace.Networks:
                return new ComposeKeyRule(MergeKind.Deep, Child: ComposePlace.Network);
            case ComposePlace.Volumes:
                return new ComposeKeyRule(MergeKind.Deep, Child: ComposePlace.Volume);
            case ComposePlace.ServiceNetworks:
                return new ComposeKeyRule(MergeKind.Deep, Child: ComposePlace.ServiceNetwork);
            case ComposePlace.Ulimits:
                return new ComposeKeyRule(MergeKind.Replace);
        }

        Dictionary<string, ComposeKeyRule> rules = place switch
        {
            ComposePlace.Root => Root,
            ComposePlace.Service => Service,
            ComposePlace.Build => Build,
            ComposePlace.Deploy => Deploy,
            ComposePlace.Healthcheck => Healthcheck,
            ComposePlace.ServiceNetwork => ServiceNetwork,
            ComposePlace.Network => Network,
            ComposePlace.Ipam => Ipam,
            ComposePlace.Volume => Volume,
            _ => None,
        };
        return rules.TryGetValue(key, out ComposeKeyRule rule) ? rule : default;
    }
}

using DockerfileLint.Syntax.Values;

namespace DockerfileLint.Semantics.Compose.Schema;

/// <summary>
/// The keys of a Compose file and what each may hold, by the Compose specification and by what Docker Compose makes of
/// it.
/// </summary>
internal static class ComposeSchema
{
    // Scalars. "Text" is text alone: a plain number is none, which is why `user: 1000` is refused and `user: "1000"` is
    // not.
    private static readonly SchemaType Null = new() { AllowsNull = true };
    private static readonly SchemaType Text = Scalar("string", text: true);
    private static readonly SchemaType TextOrNumber = Scalar(
        "string or number",
        text: true,
        integer: true,
        @float: true
    );
    private static readonly SchemaType AnyScalar = Scalar(
        "string, number or boolean",
        text: true,
        integer: true,
        @float: true,
        boolean: true
    );
    private static readonly SchemaType TextOrBoolean = Scalar("string or boolean", text: true, boolean: true);
    private static readonly SchemaType Boolean = Scalar("boolean", text: true, boolean: true, cast: ScalarCast.Boolean);
    private static readonly SchemaType PlainBoolean = Scalar("boolean without quotes", boolean: true);
    private static readonly SchemaType Integer = Scalar("integer", text: true, integer: true, cast: ScalarCast.Integer);
    private static readonly SchemaType PlainInteger = Scalar("integer without quotes", integer: true);
    private static readonly SchemaType Number = Scalar(
        "number",
        text: true,
        integer: true,
        @float: true,
        cast: ScalarCast.Number
    );
    private static readonly SchemaType PlainNumber = Scalar("number without quotes", integer: true, @float: true);
    private static readonly SchemaType Bytes = Scalar(
        "size",
        text: true,
        integer: true,
        @float: true,
        grammar: ComposeValues.Bytes
    );
    private static readonly SchemaType WholeBytes = Scalar(
        "size",
        text: true,
        integer: true,
        grammar: ComposeValues.Bytes
    );
    private static readonly SchemaType Count = IntegerFrom(0);
    private static readonly SchemaType Duration = Form(ComposeValues.Duration);
    private static readonly SchemaType Image = Form(ComposeValues.Image);
    private static readonly SchemaType FileMode = Scalar(
        "octal number",
        text: true,
        integer: true,
        cast: ScalarCast.Octal
    );

    // Lists and mappings of scalars.
    private static readonly SchemaType Texts = List(Text);
    private static readonly SchemaType TextOrTexts = Text | Texts;

    // Lists that Compose does not rid of repetitions before it demands that there are none.
    private static readonly SchemaType UniqueTexts = UniqueList(Text);
    private static readonly SchemaType TextOrUniqueTexts = Text | UniqueTexts;
    private static readonly SchemaType KeyValues = Names(AnyScalar | Null) | Texts;
    private static readonly SchemaType DriverOptions = Names(TextOrNumber);
    private static readonly SchemaType Command = Text | Texts | Null;
    private static readonly SchemaType ExtraHosts = Names(TextOrTexts) | UniqueList(Form(ExtraHostGrammar.Grammar));
    private static readonly SchemaType Anything = AnyScalar | Null;

    private static readonly SchemaType Ulimits = Names(
        Integer | Mapping(required: ["soft", "hard"], keys: new() { ["soft"] = Integer, ["hard"] = Integer })
    );

    private static readonly SchemaType MountedFiles = List(
        Text
            | Mapping(
                new()
                {
                    ["source"] = Text,
                    ["target"] = Text,
                    ["uid"] = Text,
                    ["gid"] = Text,
                    ["mode"] = FileMode,
                }
            )
    );

    private static readonly SchemaType Hook = Mapping(
        required: ["command"],
        keys: new()
        {
            ["command"] = Command,
            ["user"] = Text,
            ["privileged"] = Boolean,
            ["working_dir"] = Text,
            ["environment"] = KeyValues,
        }
    );

    private static readonly SchemaType StartHook = Mapping(
        new()
        {
            ["command"] = Command,
            ["image"] = Image,
            ["user"] = Text,
            ["privileged"] = Boolean,
            ["working_dir"] = Text,
            ["environment"] = KeyValues,
            ["per_replica"] = Boolean,
        }
    );

    private static readonly Dictionary<string, SchemaType> GpuKeys = new()
    {
        ["capabilities"] = UniqueTexts,
        ["count"] = Scalar(
            "integer",
            text: true,
            integer: true,
            grammar: ValueGrammar.Of("a number or all", text => text == "all" || ComposeValues.IsInteger(text))
        ),
        ["device_ids"] = UniqueTexts,
        ["driver"] = Text,
        ["options"] = KeyValues,
    };

    private static readonly SchemaType DeviceReservations = List(Mapping(required: ["capabilities"], keys: GpuKeys));

    internal static readonly SchemaType Build =
        Text
        | Mapping(
            new()
            {
                ["context"] = Text,
                ["dockerfile"] = Text,
                ["dockerfile_inline"] = Text,
                ["target"] = Text,
                ["args"] = KeyValues,
                ["additional_contexts"] = Names(AnyScalar | Null) | List(Form(ComposeValues.KeyValue)),
                ["ssh"] = Names(AnyScalar | Null) | UniqueTexts,
                ["secrets"] = MountedFiles,
                ["labels"] = KeyValues,
                ["cache_from"] = Texts,
                ["cache_to"] = Texts,
                ["no_cache"] = Boolean,
                ["no_cache_filter"] = TextOrUniqueTexts,
                ["pull"] = Boolean,
                ["network"] = Text,
                ["privileged"] = Boolean,
                ["entitlements"] = Texts,
                ["extra_hosts"] = ExtraHosts,
                ["isolation"] = Text,
                ["platforms"] = Texts,
                ["shm_size"] = WholeBytes,
                ["tags"] = List(Image),
                ["ulimits"] = Ulimits,
                ["provenance"] = TextOrBoolean,
                ["sbom"] = TextOrBoolean,
            }
        );

    private static readonly SchemaType Healthcheck = Mapping(
        new()
        {
            ["test"] = TextOrTexts,
            ["interval"] = Duration,
            ["timeout"] = Duration,
            ["start_period"] = Duration,
            ["start_interval"] = Duration,
            ["retries"] = Number,
            ["disable"] = Boolean,
        }
    );

    private static readonly SchemaType RolloutConfig = Mapping(
        new()
        {
            ["parallelism"] = Integer,
            ["delay"] = Duration,
            ["failure_action"] = OneOfTolerated("continue", "pause", "rollback"),
            ["monitor"] = Duration,
            ["max_failure_ratio"] = Number,
            ["order"] = OneOf("start-first", "stop-first"),
        }
    );

    internal static readonly SchemaType Deploy =
        Null
        | Mapping(
            new()
            {
                ["mode"] = OneOfTolerated("replicated", "global", "replicated-job", "global-job"),
                ["endpoint_mode"] = OneOfTolerated("vip", "dnsrr"),
                ["replicas"] = Count,
                ["labels"] = KeyValues,
                ["update_config"] = RolloutConfig,
                ["rollback_config"] = RolloutConfig,
                ["restart_policy"] = Mapping(
                    new()
                    {
                        ["condition"] = OneOfTolerated("none", "on-failure", "any", "unless-stopped", "always", "no"),
                        ["delay"] = Duration,
                        ["max_attempts"] = Integer,
                        ["window"] = Duration,
                    }
                ),
                ["placement"] = Mapping(
                    new()
                    {
                        ["constraints"] = Texts,
                        ["preferences"] = List(Mapping(new() { ["spread"] = Text })),
                        ["max_replicas_per_node"] = Integer,
                    }
                ),
                ["resources"] = Mapping(
                    new()
                    {
                        ["limits"] = Mapping(
                            new()
                            {
                                ["cpus"] = Number,
                                ["memory"] = Form(ComposeValues.Bytes),
                                ["pids"] = Integer,
                            }
                        ),
                        ["reservations"] = Mapping(
                            new()
                            {
                                ["cpus"] = Number,
                                ["memory"] = Form(ComposeValues.Bytes),
                                ["devices"] = DeviceReservations,
                                ["generic_resources"] = List(
                                    Mapping(
                                        new()
                                        {
                                            ["discrete_resource_spec"] = Mapping(
                                                new() { ["kind"] = Text, ["value"] = Number }
                                            ),
                                        }
                                    )
                                ),
                            }
                        ),
                    }
                ),
            }
        );

    private static readonly SchemaType Ports = List(
        Scalar("string or number", text: true, integer: true, @float: true, grammar: ComposeValues.Port)
            | Mapping(
                new()
                {
                    ["name"] = Text,
                    ["mode"] = OneOfTolerated("host", "ingress"),
                    ["host_ip"] = Form(ComposeValues.Address),
                    ["target"] = Integer,
                    ["published"] = Scalar(
                        "string or integer",
                        text: true,
                        integer: true,
                        grammar: ComposeValues.PortRange
                    ),
                    ["protocol"] = OneOfTolerated("tcp", "udp", "sctp"),
                    ["app_protocol"] = Text,
                }
            )
    );

    private static readonly SchemaType Volumes = List(
        Form(ComposeValues.Volume)
            | Mapping(
                required: ["type"],
                keys: new()
                {
                    ["type"] = OneOf("bind", "volume", "tmpfs", "cluster", "npipe", "image"),
                    ["source"] = Text,
                    ["target"] = Text,
                    ["read_only"] = Boolean,
                    ["consistency"] = Text,
                    ["bind"] = Mapping(
                        new()
                        {
                            ["propagation"] = Text,
                            ["create_host_path"] = Boolean,
                            ["recursive"] = OneOf("enabled", "disabled", "writable", "readonly"),
                            ["selinux"] = OneOf("z", "Z"),
                        }
                    ),
                    ["volume"] = Mapping(
                        new()
                        {
                            ["labels"] = KeyValues,
                            ["nocopy"] = Boolean,
                            ["subpath"] = Text,
                        }
                    ),
                    ["tmpfs"] = Mapping(
                        new()
                        {
                            ["size"] = Scalar(
                                "size",
                                text: true,
                                integer: true,
                                minimum: 0,
                                grammar: ComposeValues.Bytes
                            ),
                            ["mode"] = FileMode,
                        }
                    ),
                    ["image"] = Mapping(new() { ["subpath"] = Text }),
                }
            )
    );

    private static readonly SchemaType Develop =
        Null
        | Mapping(
            new()
            {
                ["watch"] = List(
                    Mapping(
                        required: ["path", "action"],
                        keys: new()
                        {
                            ["path"] = Form(ComposeValues.NonEmptyPath),
                            ["action"] = OneOf("rebuild", "sync", "restart", "sync+restart", "sync+exec"),
                            ["target"] = Text,
                            ["ignore"] = TextOrUniqueTexts,
                            ["include"] = TextOrUniqueTexts,
                            ["exec"] = Hook,
                            ["initial_sync"] = PlainBoolean,
                        }
                    )
                ),
            }
        );

    private static readonly SchemaType DeviceRates = List(
        Mapping(extensions: false, keys: new() { ["path"] = Text, ["rate"] = WholeBytes })
    );

    private static readonly SchemaType BlockIo = Mapping(
        extensions: false,
        keys: new()
        {
            ["weight"] = Integer,
            ["weight_device"] = List(Mapping(extensions: false, keys: new() { ["path"] = Text, ["weight"] = Integer })),
            ["device_read_bps"] = DeviceRates,
            ["device_read_iops"] = DeviceRates,
            ["device_write_bps"] = DeviceRates,
            ["device_write_iops"] = DeviceRates,
        }
    );

    internal static readonly SchemaType Service = Mapping(
        new()
        {
            // What runs
            ["image"] = Image,
            ["build"] = Build,
            ["platform"] = Text,
            ["pull_policy"] = Form(PullPolicyGrammar.Grammar),
            ["pull_refresh_after"] = Text,
            ["provider"] = Mapping(
                required: ["type"],
                keys: new() { ["type"] = Text, ["options"] = Names(AnyScalar | List(AnyScalar)) }
            ),

            // The process
            ["command"] = Command,
            ["entrypoint"] = Command,
            ["working_dir"] = Text,
            ["user"] = Text,
            ["group_add"] = UniqueList(TextOrNumber),
            ["init"] = Boolean,
            ["tty"] = Boolean,
            ["stdin_open"] = Boolean,
            ["stop_signal"] = Text,
            ["stop_grace_period"] = Duration,
            ["restart"] = Form(RestartGrammar.Grammar),
            ["healthcheck"] = Healthcheck,
            ["pre_start"] = List(StartHook),
            ["post_start"] = List(Hook),
            ["pre_stop"] = List(Hook),

            // Environment and labels
            ["environment"] = KeyValues,
            ["env_file"] =
                Text
                | List(
                    Text
                        | Mapping(
                            extensions: false,
                            required: ["path"],
                            keys: new()
                            {
                                ["path"] = Text,
                                ["required"] = Boolean,
                                ["format"] = Text,
                            }
                        )
                ),
            ["labels"] = KeyValues,
            ["annotations"] = KeyValues,
            ["label_file"] = TextOrTexts,

            // Files
            ["volumes"] = Volumes,
            ["volumes_from"] = UniqueTexts,
            ["tmpfs"] = TextOrTexts,
            ["configs"] = MountedFiles,
            ["secrets"] = MountedFiles,
            ["read_only"] = Boolean,
            ["storage_opt"] = Names(Anything),
            ["shm_size"] = Bytes,
            ["devices"] = List(
                Form(ComposeValues.Device)
                    | Mapping(
                        required: ["source"],
                        keys: new()
                        {
                            ["source"] = Text,
                            ["target"] = Text,
                            ["permissions"] = Text,
                        }
                    )
            ),
            ["device_cgroup_rules"] = UniqueList(Form(DeviceRuleGrammar.Grammar)),
            ["gpus"] = OneOf("all") | List(Open(GpuKeys)),
            ["use_api_socket"] = PlainBoolean,

            // Network
            ["ports"] = Ports,
            ["expose"] = List(
                Scalar("string or number", text: true, integer: true, @float: true, grammar: ComposeValues.ExposedPort)
            ),
            ["networks"] =
                UniqueTexts
                | Names(
                    Null
                        | Mapping(
                            new()
                            {
                                ["aliases"] = Texts,
                                ["ipv4_address"] = Text,
                                ["ipv6_address"] = Text,
                                ["link_local_ips"] = Texts,
                                ["mac_address"] = Text,
                                ["interface_name"] = Text,
                                ["driver_opts"] = DriverOptions,
                                ["priority"] = PlainNumber,
                                ["gw_priority"] = PlainNumber,
                            }
                        ),
                    ComposeValues.Name
                ),
            ["network_mode"] = Text,
            ["links"] = Texts,
            ["external_links"] = UniqueList(Text),
            ["dns"] = TextOrTexts,
            ["dns_search"] = TextOrTexts,
            ["dns_opt"] = Texts,
            ["extra_hosts"] = ExtraHosts,
            ["hostname"] = Text,
            ["domainname"] = Text,
            ["mac_address"] = Text,

            // Isolation
            ["privileged"] = Boolean,
            ["cap_add"] = Texts,
            ["cap_drop"] = Texts,
            ["security_opt"] = UniqueList(Text),
            ["userns_mode"] = Form(ComposeValues.HostOnly),
            ["pid"] = Form(ComposeValues.Pid) | Null,
            ["ipc"] = Form(ComposeValues.Ipc),
            ["uts"] = Form(ComposeValues.HostOnly),
            ["cgroup"] = OneOf("host", "private"),
            ["cgroup_parent"] = Text,
            ["runtime"] = Text,
            ["isolation"] = Text,
            ["sysctls"] = KeyValues,
            ["credential_spec"] = Mapping(
                new()
                {
                    ["config"] = Text,
                    ["file"] = Text,
                    ["registry"] = Text,
                }
            ),

            // Limits
            ["mem_limit"] = Bytes,
            ["mem_reservation"] = WholeBytes,
            ["memswap_limit"] = Bytes,
            ["mem_swappiness"] = Integer,
            ["oom_kill_disable"] = Boolean,
            ["oom_score_adj"] = IntegerFrom(-1000, 1000),
            ["pids_limit"] = Number,
            ["cpus"] = Number,
            ["cpu_count"] = Count,
            ["cpu_percent"] = Scalar(
                "integer",
                text: true,
                integer: true,
                cast: ScalarCast.Number,
                minimum: 0,
                maximum: 100
            ),
            ["cpu_shares"] = Number,
            ["cpu_quota"] = Scalar("number", text: true, integer: true, @float: true),
            ["cpu_period"] = Scalar("number", text: true, integer: true, @float: true),
            ["cpu_rt_runtime"] = Scalar("number", text: true, integer: true, @float: true),
            ["cpu_rt_period"] = Scalar("number", text: true, integer: true, @float: true),
            ["cpuset"] = Form(CpuSetGrammar.Grammar),
            ["blkio_config"] = BlockIo,
            ["ulimits"] = Ulimits,

            // Orchestration
            ["container_name"] = Form(ComposeValues.ContainerName),
            ["depends_on"] =
                UniqueTexts
                | Names(
                    Mapping(
                        required: ["condition"],
                        keys: new()
                        {
                            ["condition"] = OneOf(
                                "service_started",
                                "service_healthy",
                                "service_completed_successfully"
                            ),
                            ["restart"] = Boolean,
                            ["required"] = Boolean,
                        }
                    ),
                    ComposeValues.Name
                ),
            ["extends"] =
                Text
                | Mapping(
                    extensions: false,
                    required: ["service"],
                    keys: new() { ["service"] = Text, ["file"] = Text }
                ),
            ["profiles"] = Texts,
            ["scale"] = Count,
            ["attach"] = Boolean,
            ["deploy"] = Deploy,
            ["develop"] = Develop,
            ["logging"] = Mapping(new() { ["driver"] = Text, ["options"] = Names(TextOrNumber | Null) }),
            ["models"] = UniqueTexts | Names(Null | Mapping(new() { ["endpoint_var"] = Text, ["model_var"] = Text })),
        }
    );

    // An older file may name the external resource below the key.
    private static readonly SchemaType External = Boolean | Mapping(new() { ["name"] = Text });
    private static readonly SchemaType OpenExternal = Boolean | Open(new() { ["name"] = Text });

    private static readonly SchemaType Network =
        Null
        | Mapping(
            new()
            {
                ["name"] = Text,
                ["driver"] = Text,
                ["driver_opts"] = DriverOptions,
                ["attachable"] = Boolean,
                ["enable_ipv4"] = Boolean,
                ["enable_ipv6"] = Boolean,
                ["internal"] = Boolean,
                ["external"] = External,
                ["ipam"] = Mapping(
                    new()
                    {
                        ["driver"] = Text,
                        ["config"] = List(
                            Mapping(
                                new()
                                {
                                    ["subnet"] = Text,
                                    ["ip_range"] = Text,
                                    ["gateway"] = Text,
                                    ["aux_addresses"] = Names(Text),
                                }
                            )
                        ),
                        ["options"] = Names(Text),
                    }
                ),
                ["labels"] = KeyValues,
            }
        );

    private static readonly SchemaType Volume =
        Null
        | Mapping(
            new()
            {
                ["name"] = Text,
                ["driver"] = Text,
                ["driver_opts"] = DriverOptions,
                ["external"] = External,
                ["labels"] = KeyValues,
            }
        );

    private static readonly SchemaType Secret = Mapping(
        new()
        {
            ["name"] = Text,
            ["file"] = Text,
            ["environment"] = Text,
            ["external"] = OpenExternal,
            ["labels"] = KeyValues,
            ["driver"] = Text,
            ["driver_opts"] = DriverOptions,
            ["template_driver"] = Text,
        }
    );

    private static readonly SchemaType Config = Mapping(
        new()
        {
            ["name"] = Text,
            ["file"] = Text,
            ["environment"] = Text,
            ["content"] = Text,
            ["external"] = OpenExternal,
            ["labels"] = KeyValues,
            ["template_driver"] = Text,
        }
    );

    private static readonly SchemaType Model = Mapping(
        required: ["model"],
        keys: new()
        {
            ["name"] = Text,
            ["model"] = Text,
            ["context_size"] = PlainInteger,
            ["runtime_flags"] = Texts,
        }
    );

    private static readonly SchemaType Include =
        Text
        | Mapping(
            extensions: false,
            keys: new()
            {
                ["path"] = TextOrTexts,
                ["project_directory"] = Text,
                ["env_file"] = TextOrTexts,
            }
        );

    /// <summary>The top level of a file.</summary>
    internal static readonly SchemaType File = Mapping(
        new()
        {
            ["version"] = Text,
            ["name"] = Text,
            ["include"] = List(Include),
            ["services"] = Names(Service, ComposeValues.Name),
            ["networks"] = Names(Network),
            ["volumes"] = Names(Volume, ComposeValues.Name),
            ["secrets"] = Names(Secret, ComposeValues.Name),
            ["configs"] = Names(Config, ComposeValues.Name),
            ["models"] = Names(Model),
        }
    );

    /// <summary>Keys that <c>docker stack deploy</c> refuses in a service.</summary>
    internal static readonly string[] RefusedBySwarm =
    [
        "extends",
        "volume_driver",
        "volumes_from",
        "cpu_quota",
        "cpu_shares",
        "cpuset",
        "mem_limit",
        "memswap_limit",
    ];

    /// <summary>Keys of services in old versions, and what does their work today.</summary>
    internal static readonly Dictionary<string, string> RenamedKeys = new(StringComparer.Ordinal)
    {
        ["net"] = "network_mode",
        ["log_driver"] = "logging.driver",
        ["log_opt"] = "logging.options",
        ["volume_driver"] = "volumes.NAME.driver",
        ["cgroupns_mode"] = "cgroup",
        ["dockerfile"] = "build.dockerfile",
    };

    private static SchemaType Scalar(
        string description,
        bool text = false,
        bool integer = false,
        bool @float = false,
        bool boolean = false,
        ScalarCast cast = ScalarCast.None,
        ValueGrammar? grammar = null,
        long minimum = long.MinValue,
        long maximum = long.MaxValue
    ) =>
        new()
        {
            Scalar = new ScalarType
            {
                Description = description,
                AllowsText = text,
                AllowsInteger = integer,
                AllowsFloat = @float,
                AllowsBoolean = boolean,
                Cast = cast,
                Grammar = grammar,
                Minimum = minimum,
                Maximum = maximum,
            },
        };

    private static SchemaType Form(ValueGrammar grammar) => Scalar("string", text: true, grammar: grammar);

    private static SchemaType IntegerFrom(long minimum, long maximum = long.MaxValue) =>
        Scalar("integer", text: true, integer: true, cast: ScalarCast.Integer, minimum: minimum, maximum: maximum);

    private static SchemaType OneOf(params string[] values) =>
        new()
        {
            Scalar = new ScalarType
            {
                Description = "string",
                AllowsText = true,
                Values = values,
            },
        };

    private static SchemaType OneOfTolerated(params string[] values) =>
        new()
        {
            Scalar = new ScalarType
            {
                Description = "string",
                AllowsText = true,
                Values = values,
                IsTolerant = true,
            },
        };

    private static SchemaType List(SchemaType item) => new() { Item = item };

    private static SchemaType UniqueList(SchemaType item) => new() { Item = item, HasUniqueItems = true };

    private static SchemaType Names(SchemaType value, ValueGrammar? name = null) =>
        new()
        {
            Mapping = new MappingType { Named = value, Name = name },
        };

    /// <summary>A mapping that may have further keys with values of any kind.</summary>
    private static SchemaType Open(Dictionary<string, SchemaType> keys) =>
        new()
        {
            Mapping = new MappingType { Keys = keys, AllowsFurtherKeys = true },
        };

    private static SchemaType Mapping(
        Dictionary<string, SchemaType> keys,
        string[]? required = null,
        bool extensions = true
    ) =>
        new()
        {
            Mapping = new MappingType
            {
                Keys = keys,
                Required = required ?? [],
                AllowsExtensions = extensions,
            },
        };
}

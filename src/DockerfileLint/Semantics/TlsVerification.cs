using DockerfileLint.Semantics.Commands;
using DockerfileLint.Text;

namespace DockerfileLint.Semantics;

/// <summary>
/// What switches the verification of TLS certificates off: variables, options of commands, settings in files.
/// </summary>
internal static class TlsVerification
{
    /// <summary>Variables that programs read. Names are compared with case, but npm's without.</summary>
    private static readonly Dictionary<string, OptionValue> Variables = new(StringComparer.Ordinal)
    {
        // https://nodejs.org/api/cli.html#node_tls_reject_unauthorizedvalue (judged below: "0" alone counts)
        ["NODE_TLS_REJECT_UNAUTHORIZED"] = OptionValue.Off,

        // https://peps.python.org/pep-0493/ ("0" alone counts)
        ["PYTHONHTTPSVERIFY"] = OptionValue.Off,

        // https://git-scm.com/docs/git#Documentation/git.txt-GITSSLNOVERIFY: that it is set counts, whatever it says
        ["GIT_SSL_NO_VERIFY"] = OptionValue.Any,

        // https://docs.npmjs.com/cli/using-npm/config#strict-ssl,
        // https://yarnpkg.com/configuration/yarnrc#enableStrictSsl
        ["NPM_CONFIG_STRICT_SSL"] = OptionValue.Off,
        ["YARN_STRICT_SSL"] = OptionValue.Off,
        ["YARN_ENABLE_STRICT_SSL"] = OptionValue.Off,

        // https://pip.pypa.io/en/stable/cli/pip/#cmdoption-trusted-host,
        // https://docs.astral.sh/uv/reference/environment/#uv_insecure_host
        ["PIP_TRUSTED_HOST"] = OptionValue.Any,
        ["UV_INSECURE_HOST"] = OptionValue.Any,

        // https://docs.conda.io/projects/conda/en/stable/user-guide/configuration/settings.html
        ["CONDA_SSL_VERIFY"] = OptionValue.Off,

        // https://pkg.go.dev/cmd/go#hdr-Environment_variables
        ["GOINSECURE"] = OptionValue.Any,

        // https://bundler.io/man/bundle-config.1.html
        ["BUNDLE_SSL_VERIFY_MODE"] = OptionValue.Off,

        // https://metacpan.org/pod/LWP::UserAgent#ENVIRONMENT
        ["PERL_LWP_SSL_VERIFY_HOSTNAME"] = OptionValue.Off,

        // https://developer.hashicorp.com/vault/docs/commands#environment-variables,
        // https://developer.hashicorp.com/consul/commands#environment-variables
        ["VAULT_SKIP_VERIFY"] = OptionValue.On,
        ["NOMAD_SKIP_VERIFY"] = OptionValue.On,
        ["CONSUL_HTTP_SSL_VERIFY"] = OptionValue.Off,

        // https://man.openbsd.org/ldap.conf: "never" is judged below
        ["LDAPTLS_REQCERT"] = OptionValue.Any,
    };

    private static readonly string[] ZeroOnly =
    [
        "NODE_TLS_REJECT_UNAUTHORIZED",
        "PYTHONHTTPSVERIFY",
        "BUNDLE_SSL_VERIFY_MODE",
        "PERL_LWP_SSL_VERIFY_HOSTNAME",
    ];

    private static readonly OptionTable Options = new([
        new("curl", "--insecure", 'k'),
        new("curl", "--proxy-insecure"),
        new("wget", "--no-check-certificate"),
        new("aria2c", "--check-certificate", Value: OptionValue.Off),
        new("opkg", "--no-check-certificate"),
        new("svn", "--trust-server-cert"),
        new("hg", "--insecure"),
        new("http", "--verify", Value: OptionValue.Off),
        new("https", "--verify", Value: OptionValue.Off),
        new("aws", "--no-verify-ssl"),
        new("pip", "--trusted-host", Value: OptionValue.Any),
        new("pip", "", Subcommand: "config", Key: "trusted-host", Value: OptionValue.Any),
        new("uv", "--allow-insecure-host", Value: OptionValue.Any),
        new("uv", "--trusted-host", Value: OptionValue.Any),
        new("conda", "", Subcommand: "config", Key: "ssl_verify", Value: OptionValue.Off),
        new("mamba", "", Subcommand: "config", Key: "ssl_verify", Value: OptionValue.Off),
        .. ForEach(["conda", "mamba", "micromamba"], "--insecure", 'k'),
        new("poetry", "", Subcommand: "config", Key: "cert", Value: OptionValue.Off),
        .. ForEach(["npm", "yarn", "pnpm"], "--strict-ssl", value: OptionValue.Off),
        .. ForEach(["npm", "yarn", "pnpm"], "--no-strict-ssl"),
        .. ForEach(["npm", "yarn", "pnpm"], "", subcommand: "config", key: "strict-ssl", value: OptionValue.Off),
        .. ForEach(["npm", "pnpm"], "", subcommand: "c", key: "strict-ssl", value: OptionValue.Off),
        .. ForEach(["npm", "pnpm"], "", subcommand: "set", key: "strict-ssl", value: OptionValue.Off),
        new("yarn", "", Subcommand: "config", Key: "enableStrictSsl", Value: OptionValue.Off),
        new("bower", "--config.strict-ssl", Value: OptionValue.Off),
        new("composer", "", Subcommand: "config", Key: "disable-tls", Value: OptionValue.On),
        new("git", "--config", 'c', Key: "http.sslVerify", Value: OptionValue.Off),
        new("git", "", Subcommand: "config", Key: "http.sslVerify", Value: OptionValue.Off),
        .. ForEach(
            ["yum", "dnf", "dnf5", "microdnf", "tdnf", "yum-config-manager", "dnf-config-manager"],
            "--setopt",
            key: "sslverify",
            value: OptionValue.Off
        ),
        .. ForEach(["apt-get", "apt"], "--option", 'o', key: "Acquire::https::Verify-Peer", value: OptionValue.Off),
        .. ForEach(["apt-get", "apt"], "--option", 'o', key: "Acquire::https::Verify-Host", value: OptionValue.Off),
        .. ForEach(["kubectl", "oc", "helm", "argocd"], "--insecure-skip-tls-verify"),
        .. ForEach(["kubectl", "oc", "helm"], "--insecure-skip-tls-verify", value: OptionValue.On),
        .. ForEach(["podman", "buildah", "skopeo"], "--tls-verify", value: OptionValue.Off),
        new("skopeo", "--src-tls-verify", Value: OptionValue.Off),
        new("skopeo", "--dest-tls-verify", Value: OptionValue.Off),
        .. ForEach(["mvn", "mvnw"], "--define", 'D', key: "maven.wagon.http.ssl.insecure", value: OptionValue.On),
        .. ForEach(
            ["mvn", "mvnw"],
            "--define",
            'D',
            key: "aether.connector.https.securityMode",
            value: OptionValue.Any
        ),
        new("deno", "--unsafely-ignore-certificate-errors"),
    ]);

    /// <summary>Settings in the files of curl, wget, npm, pip, apt, yum, git and conda.</summary>
    private static readonly SettingText[] Settings =
    [
        new("strict-ssl", OptionValue.Off),
        new("enableStrictSsl", OptionValue.Off),
        new("sslverify", OptionValue.Off),
        new("check_certificate", OptionValue.Off),
        new("trusted-host", OptionValue.Any),
        new("ssl_verify", OptionValue.Off),
        new("Verify-Peer", OptionValue.Off),
        new("Verify-Host", OptionValue.Off),
        new("maven.wagon.http.ssl.insecure", OptionValue.On),
    ];

    /// <summary>Whether there is a value with which a variable switches verification off.</summary>
    internal static bool IsVariable(string variable) =>
        Variables.ContainsKey(variable)
        || variable.Equals("npm_config_strict_ssl", StringComparison.OrdinalIgnoreCase)
        || variable.EndsWith("_OPTS", StringComparison.Ordinal);

    /// <summary>Whether a variable with this value switches verification off.</summary>
    internal static bool IsSwitchedOffBy(string variable, string value)
    {
        if (
            !Variables.TryGetValue(variable, out OptionValue expected)
            && !(
                variable.Equals("npm_config_strict_ssl", StringComparison.OrdinalIgnoreCase)
                && Variables.TryGetValue("NPM_CONFIG_STRICT_SSL", out expected)
            )
        )
        {
            return variable.EndsWith("_OPTS", StringComparison.Ordinal)
                && value.Contains("-Dmaven.wagon.http.ssl.insecure=true");
        }

        return variable switch
        {
            "GIT_SSL_NO_VERIFY" => true,
            "LDAPTLS_REQCERT" => value.Equals("never", StringComparison.OrdinalIgnoreCase),
            _ when Array.IndexOf(ZeroOnly, variable) >= 0 => value == "0",
            _ => OptionTable.IsValue(value.AsSpan(), expected),
        };
    }

    /// <summary>The first option of a command that switches verification off, or <c>null</c>.</summary>
    /// <param name="program">The command's name without a path.</param>
    /// <param name="line">Its arguments.</param>
    internal static OptionMatch? FindOption(string program, ParsedCommandLine line) => Options.Find(program, line);

    /// <summary>Where the text of a file of settings switches verification off, or <c>null</c>.</summary>
    internal static TextSpan? FindSetting(ReadOnlySpan<char> text) => SettingText.FindAny(Settings, text);

    private static IEnumerable<OptionTableRow> ForEach(
        string[] commands,
        string option,
        char shortOption = '\0',
        string subcommand = "",
        string key = "",
        OptionValue value = OptionValue.None
    ) => commands.Select(command => new OptionTableRow(command, option, shortOption, subcommand, key, value));
}

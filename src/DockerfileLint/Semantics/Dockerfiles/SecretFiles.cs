namespace DockerfileLint.Semantics.Dockerfiles;

/// <summary>
/// Files and folders that hold secrets, by their names. Names that are as often something harmless, such as
/// <c>settings.py</c> or <c>cert.pem</c>, are left out.
/// </summary>
internal static class SecretFiles
{
    /// <summary>The settings of a project on one machine, passwords included.</summary>
    internal const string DotEnv = ".env";

    private const string KeyExtension = ".key";

    /// <summary>Private keys that tools look for under a fixed name.</summary>
    internal static readonly string[] KeyNames =
    [
        "id_rsa",
        "id_dsa",
        "id_ecdsa",
        "id_ecdsa_sk",
        "id_ed25519",
        "id_ed25519_sk",
    ];

    private static readonly HashSet<string> Names = new(
        [
            .. KeyNames,
            DotEnv,
            ".netrc",
            "_netrc",
            ".pgpass",
            ".my.cnf",
            ".pypirc",
            ".git-credentials",
            ".dockercfg",
            ".s3cfg",
            ".boto",
            ".vault-token",
            "credentials.json",
            "credentials.xml",
            "application_default_credentials.json",
            "password.txt",
            "passwords.txt",
            "secret_token.rb",
            "kubeconfig",
            "key.pem",
            "chap-secrets",
            "pap-secrets",
            "ipsec.secrets",
            "sasl_passwd",
            ".ssh",
            ".aws",
            ".gnupg",
            ".kube",
            ".aws/credentials",
            ".kube/config",
            ".docker/config.json",
            ".cargo/credentials.toml",
        ],
        StringComparer.OrdinalIgnoreCase
    );

    private static readonly string[] Extensions =
    [
        KeyExtension,
        ".ppk",
        ".p12",
        ".pfx",
        ".jks",
        ".keystore",
        ".kdbx",
        ".psafe3",
        ".agilekeychain",
        ".keychain",
        ".private_key",
        ".keytab",
        ".ovpn",
        ".secret",
        "-key.pem",
        "_key.pem",
        ".key.pem",
        ".tfstate",
    ];

    /// <summary>
    /// Parts of a name that say that it holds no secret: the public half of a key, certificates to trust, an example to
    /// fill in.
    /// </summary>
    private static readonly string[] HarmlessParts =
    [
        "pub",
        "trust",
        "cacert",
        "gpg",
        "example",
        "sample",
        "template",
        "dist",
        "default",
        "schema",
        "dummy",
        "test",
    ];

    /// <summary>Whether a file or folder holds a secret by its name.</summary>
    /// <param name="path">A cleaned path; it may end in <c>*</c>.</param>
    internal static bool IsSecret(string path)
    {
        path = path.TrimEnd('*');
        string name = ContextPath.GetName(path);
        int folder = path.LastIndexOf('/', Math.Max(0, path.Length - name.Length - 2));
        bool isListed =
            Names.Contains(name)
            || Names.Contains(path.Substring(folder + 1))
            || name.StartsWith(DotEnv + ".", StringComparison.Ordinal)
            || IsPrivateKey(name);
        return isListed
            && !Array.Exists(HarmlessParts, part => name.IndexOf(part, StringComparison.OrdinalIgnoreCase) >= 0);
    }

    /// <summary>Whether a name is one that private keys and public keys for the signatures of packages share.</summary>
    internal static bool IsAmbiguousKey(string name) => name.EndsWith(KeyExtension, StringComparison.OrdinalIgnoreCase);

    private static bool IsPrivateKey(string name) =>
        Array.Exists(Extensions, extension => name.EndsWith(extension, StringComparison.OrdinalIgnoreCase))
        || (
            name.StartsWith("privkey", StringComparison.OrdinalIgnoreCase)
            && name.EndsWith(".pem", StringComparison.OrdinalIgnoreCase)
        );
}

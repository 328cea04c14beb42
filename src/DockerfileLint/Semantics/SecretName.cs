namespace DockerfileLint.Semantics;

/// <summary>Judges by its name whether a variable holds a secret.</summary>
internal static class SecretName
{
    private static readonly char[] Separators = ['_', '-', '.'];

    /// <summary>Words that, at the end of a name, say what the value is.</summary>
    private static readonly HashSet<string> SecretWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "apikey",
        "auth",
        "authkey",
        "credential",
        "credentials",
        "pass",
        "passphrase",
        "passwd",
        "password",
        "passwords",
        "privatekey",
        "psw",
        "pwd",
        "pword",
        "secret",
        "secretkey",
        "secrets",
        "token",
        "tokens",
    };

    /// <summary>Ends of words written together, such as PGPASSWORD and githubToken.</summary>
    private static readonly string[] SecretEndings = ["password", "passwd", "passphrase", "token", "secret", "apikey"];

    /// <summary>What makes a key a secret one; others are names, fingerprints or public halves.</summary>
    private static readonly HashSet<string> KeyQualifiers = new(StringComparer.OrdinalIgnoreCase)
    {
        "access",
        "account",
        "admin",
        "api",
        "app",
        "auth",
        "client",
        "encryption",
        "jwt",
        "license",
        "master",
        "private",
        "rsa",
        "secret",
        "service",
        "session",
        "shared",
        "signing",
        "ssh",
        "storage",
    };

    /// <summary>Names that end otherwise.</summary>
    private static readonly HashSet<string> WholeNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "SECRET_KEY_BASE",
        "DOCKER_AUTH_CONFIG",
        "SSHPASS",
    };

    /// <summary>Names that end like a secret and are none.</summary>
    private static readonly HashSet<string> HarmlessNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "AUTH",
        "PASS",
        "PWD",
        "OLDPWD",
    };

    /// <summary>Words that say that the value is a number of secrets.</summary>
    private static readonly HashSet<string> CountWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "count",
        "length",
        "limit",
        "max",
        "maximum",
        "min",
        "minimum",
        "num",
        "number",
        "size",
    };

    private static readonly HashSet<string> BuildKitWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "apikey",
        "auth",
        "credential",
        "credentials",
        "key",
        "password",
        "pword",
        "passwd",
        "secret",
        "token",
    };

    private static readonly HashSet<string> BuildKitExemptions = new(StringComparer.OrdinalIgnoreCase)
    {
        "file",
        "public",
        "version",
    };

    private static readonly string[] HadolintParts =
    [
        "api_key",
        "client_key",
        "password",
        "private",
        "secret",
        "token",
        "username",
    ];

    /// <summary>Names of well-known services that hold none of <see cref="HadolintParts"/>.</summary>
    private static readonly HashSet<string> HadolintNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "APPLICATION_KEY",
        "AWS_ACCESS_KEY_ID",
        "CI_DEPLOY_USER",
        "DOCKER_EMAIL",
        "FACEBOOK_APP_ID",
        "HEROKU_API_USER",
        "OKTA_AUTHN_GROUPID",
        "OKTA_CLIENT_ORGURL",
        "OKTA_OAUTH2_CLIENTID",
        "STRIPE_DEVICE_NAME",
        "TRAVIS_OS_NAME",
        "TRAVIS_SECURE_ENV_VARS",
        "TRAVIS_SUDO",
    };

    /// <summary>
    /// Whether the name says that the value is a secret: by its last word, not by one that describes a file, a mode or
    /// a public half.
    /// </summary>
    internal static bool Matches(string name)
    {
        if (HarmlessNames.Contains(name))
        {
            return false;
        }

        string[] words = name.TrimEnd("0123456789".ToCharArray())
            .Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0 || Array.Exists(words, word => word.Equals("public", StringComparison.OrdinalIgnoreCase)))
        {
            return false;
        }

        string last = words[words.Length - 1];
        return WholeNames.Contains(name)
            || SecretWords.Contains(last)
            || Array.Exists(SecretEndings, ending => last.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            || (
                last.Equals("key", StringComparison.OrdinalIgnoreCase)
                && words.Length > 1
                && KeyQualifiers.Contains(words[words.Length - 2])
            );
    }

    /// <summary>
    /// Whether a number counts secrets instead of being one: <c>MAX_TOKENS: 4096</c>, <c>ACCOUNT_MAX_PASSWORDS</c>.
    /// </summary>
    internal static bool IsCount(string name, string value)
    {
        foreach (char c in value)
        {
            if (c is not (>= '0' and <= '9'))
            {
                return false;
            }
        }

        string[] words = name.Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 0
            && (
                words[words.Length - 1].EndsWith("s", StringComparison.OrdinalIgnoreCase)
                    && !words[words.Length - 1].EndsWith("pass", StringComparison.OrdinalIgnoreCase)
                || Array.Exists(words, CountWords.Contains)
            );
    }

    /// <summary>Whether BuildKit's check takes the name for a secret's: by any word between underscores.</summary>
    internal static bool MatchesInBuildKit(string name)
    {
        string[] words = name.Split('_');
        return Array.Exists(words, BuildKitWords.Contains) && !Array.Exists(words, BuildKitExemptions.Contains);
    }

    /// <summary>
    /// Whether hadolint takes the name for a secret's: it is a known one, or holds a known part anywhere.
    /// </summary>
    internal static bool MatchesInHadolint(string name) =>
        HadolintNames.Contains(name)
        || Array.Exists(HadolintParts, part => name.IndexOf(part, StringComparison.OrdinalIgnoreCase) >= 0);
}

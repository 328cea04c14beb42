using System.Globalization;

namespace DockerfileLint.Semantics;

/// <summary>Judges by its text whether the value of a variable with a secret's name can be one.</summary>
internal static class SecretValue
{
    /// <summary>Numbers of fewer digits are counts, ports and switches.</summary>
    private const int MinimumDigits = 4;

    /// <summary>Switches, names of methods, and words that say that there is none.</summary>
    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "true",
        "false",
        "yes",
        "no",
        "on",
        "off",
        "enabled",
        "disabled",
        "enable",
        "disable",
        "none",
        "null",
        "nil",
        "undefined",
        "unset",
        "empty",
        "auto",
        "optional",
        "required",
        "placeholder",
        "dummy",
        "todo",
        "tbd",
        "fixme",
        "redacted",
        "plain",
        "login",
        "basic",
        "bearer",
        "oauth",
        "oauth2",
        "oidc",
        "saml",
        "ldap",
        "jwt",
        "md5",
        "trust",
        "digest",
        "kerberos",
        "scram-sha-256",
        "cram-md5",
        "internal",
        "local",
        "anonymous",
        "n/a",
        "notset",
        "unused",
        "ignored",
        "user_provided",
        "user-provided",
        "userprovided",
    };

    /// <summary>How a template asks for a value; a service that starts with one has no secret to lose.</summary>
    private static readonly string[] TemplateStarts =
    [
        "your-",
        "your_",
        "your.",
        "your ",
        "<",
        "{{",
        "[[",
        "%",
        "__",
        "@@",
        "replace",
        "insert",
        "enter",
        "put-",
        "put_",
        "add-your",
        "add_your",
        "fill",
        "...",
        "not-",
        "not_",
        "no-key",
        "no_key",
        "sk-no-key",
    ];

    /// <summary>
    /// Whether the text is nothing, a switch, the name of a method, a small number, a path, or asks to be replaced.
    /// Well-known passwords such as <c>changeme</c> are none of these: they work.
    /// </summary>
    internal static bool IsHarmless(string value)
    {
        string text = value.Trim().Trim('"', '\'');
        return text.Length == 0
            || Words.Contains(text)
            || IsSmallNumber(text)
            || IsPath(text)
            || IsReference(text)
            || IsPlaceholder(text);
    }

    /// <summary>Whether the text asks to be replaced.</summary>
    internal static bool IsPlaceholder(string value) =>
        value.Length > 0 && (IsTemplate(value) || IsFiller(value) || IsMarked(value) || IsNameOfSecret(value));

    /// <summary>
    /// Whether words stand in signs that no password has around it: <c>**None**</c>, <c>[secure]</c>.
    /// </summary>
    private static bool IsMarked(string text)
    {
        int marks =
            text.Length > 2 && text[0] == '[' && text[text.Length - 1] == ']' ? 1
            : text.Length > 4
            && text.StartsWith("**", StringComparison.Ordinal)
            && text.EndsWith("**", StringComparison.Ordinal)
                ? 2
            : 0;
        for (int i = marks; i < text.Length - marks; i++)
        {
            if (!char.IsLetter(text[i]) && text[i] is not (' ' or '-' or '_'))
            {
                return false;
            }
        }

        // What is forgotten more often than any other.
        return marks > 0 && text.IndexOf("changeme", StringComparison.OrdinalIgnoreCase) < 0;
    }

    /// <summary>Whether the text is itself the name of a variable for a secret: <c>DB_PASSWORD</c>.</summary>
    private static bool IsNameOfSecret(string text)
    {
        foreach (char c in text)
        {
            if (c is not ((>= 'A' and <= 'Z') or '_'))
            {
                return false;
            }
        }

        return text.IndexOf('_') > 0 && SecretName.Matches(text);
    }

    private static bool IsSmallNumber(string text) =>
        text.Length < MinimumDigits
        && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    /// <summary>Whether the text is the name of a variable for another program, such as an escaped one.</summary>
    private static bool IsReference(string text)
    {
        int start =
            text.StartsWith("${", StringComparison.Ordinal) && text[text.Length - 1] == '}' ? 2
            : text[0] == '$' ? 1
            : 0;
        int end = start == 2 ? text.Length - 1 : text.Length;
        for (int i = start; i < end; i++)
        {
            if (text[i] is not ((>= 'A' and <= 'Z') or '_' or (>= '0' and <= '9')))
            {
                return false;
            }
        }

        return start > 0 && end > start && !char.IsDigit(text[start]);
    }

    // A random password in base64 may start with a slash, but it does not go on as a path does.
    private static bool IsPath(string text) =>
        text.StartsWith("./", StringComparison.Ordinal)
        || text.StartsWith("../", StringComparison.Ordinal)
        || text.StartsWith("~/", StringComparison.Ordinal)
        || text.StartsWith("file:", StringComparison.OrdinalIgnoreCase)
        || (text[0] == '/' && text.IndexOfAny(['+', '=']) < 0);

    // "yourpassword" is one, "yourls" is not.
    private static bool IsTemplate(string text) =>
        (text.StartsWith("your", StringComparison.OrdinalIgnoreCase) && SecretName.Matches(text))
        || Array.Exists(TemplateStarts, start => text.StartsWith(start, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// Whether the text is made of fillers, or has many of them in a row: <c>****</c>, <c>sk-xxxxxxxx</c>. Digits are
    /// none, for they are typed as passwords.
    /// </summary>
    private static bool IsFiller(string text)
    {
        if (text.IndexOf("xxxxx", StringComparison.OrdinalIgnoreCase) >= 0)
        {
            return true;
        }

        foreach (char c in text)
        {
            if (c is not ('x' or 'X' or '*' or '.' or '-' or '_' or '?' or '#'))
            {
                return false;
            }
        }

        return true;
    }
}

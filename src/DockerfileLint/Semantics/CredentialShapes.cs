using DockerfileLint.Text;

namespace DockerfileLint.Semantics;

/// <summary>A credential in a text.</summary>
/// <param name="Kind">What it is, as it stands in a sentence: <c>AWS access key</c>.</param>
/// <param name="Span">Where it stands in the searched text.</param>
internal readonly record struct Credential(string Kind, TextSpan Span);

/// <summary>
/// Finds text that has the form of a credential. Judges the form alone: names of variables are the subject of
/// <see cref="SecretName"/>.
/// </summary>
/// <remarks>
/// Examples of the vendors' documentation, fillers and variables are no credentials. A text without one costs a look at
/// each character and allocates nothing.
/// </remarks>
internal static class CredentialShapes
{
    internal const string UrlKind = "password in a URL";

    /// <summary>
    /// Tokens with a fixed beginning, by the formats that their providers document; the longer of two beginnings comes
    /// first.
    /// </summary>
    private static readonly Shape[] Shapes =
    [
        // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
        new("AWS access key", "AKIA", Characters.UpperDigits, 16, 16),
        new("temporary AWS access key", "ASIA", Characters.UpperDigits, 16, 16),
        new("AWS MWS token", "amzn.mws.", Characters.Hex | Characters.Dash, 36, 36),
        // https://github.blog/engineering/behind-githubs-new-authentication-token-formats/
        new("GitHub token", "github_pat_", Characters.Alphanumeric | Characters.Underscore, 82, 82),
        new("GitHub token", "ghp_", Characters.Alphanumeric, 36, 251),
        new("GitHub token", "gho_", Characters.Alphanumeric, 36, 251),
        new("GitHub token", "ghu_", Characters.Alphanumeric, 36, 251),
        new("GitHub token", "ghs_", Characters.Alphanumeric, 36, 251),
        new("GitHub token", "ghr_", Characters.Alphanumeric, 36, 251),
        // https://docs.gitlab.com/security/tokens/#token-prefixes
        new("GitLab token", "glpat-", Characters.Token, 20, 300),
        new("GitLab token", "gldt-", Characters.Token, 20, 300),
        new("GitLab token", "glrt-", Characters.Token, 20, 300),
        new("GitLab token", "glptt-", Characters.Token, 40, 300),
        new("GitLab token", "glcbt-", Characters.Token, 20, 300),
        // https://docs.slack.dev/authentication/tokens
        new("Slack token", "xoxb-", Characters.Alphanumeric | Characters.Dash, 24, 200),
        new("Slack token", "xoxp-", Characters.Alphanumeric | Characters.Dash, 24, 200),
        new("Slack token", "xoxa-", Characters.Alphanumeric | Characters.Dash, 24, 200),
        new("Slack token", "xoxr-", Characters.Alphanumeric | Characters.Dash, 24, 200),
        new("Slack token", "xapp-", Characters.Alphanumeric | Characters.Dash, 24, 200),
        new("Slack webhook", "hooks.slack.com/services/T", Characters.Alphanumeric | Characters.Slash, 40, 60),
        new("Discord webhook", "discord.com/api/webhooks/", Characters.Token | Characters.Slash, 80, 100),
        new("Discord webhook", "discordapp.com/api/webhooks/", Characters.Token | Characters.Slash, 80, 100),
        // https://cloud.google.com/docs/authentication/api-keys,
        // https://developers.google.com/identity/protocols/oauth2
        new("Google API key", "AIza", Characters.Token, 35, 35),
        new("Google OAuth client secret", "GOCSPX-", Characters.Token, 28, 28),
        // https://learn.microsoft.com/azure/storage/common/storage-account-keys-manage,
        // https://learn.microsoft.com/azure/service-bus-messaging/service-bus-sas
        new("Azure storage key", "AccountKey=", Characters.Base64, 86, 88),
        new("Azure shared access key", "SharedAccessKey=", Characters.Base64, 43, 44),
        // https://docs.stripe.com/keys
        new("Stripe key", "sk_live_", Characters.Alphanumeric, 24, 255),
        new("Stripe key", "rk_live_", Characters.Alphanumeric, 24, 255),
        // https://developer.squareup.com/docs/build-basics/access-tokens
        new("Square token", "sq0atp-", Characters.Token, 22, 22),
        new("Square token", "sq0csp-", Characters.Token, 43, 43),
        // https://docs.npmjs.com/about-access-tokens, https://pypi.org/help/#apitoken,
        // https://guides.rubygems.org/api-key-scopes/, https://learn.microsoft.com/nuget/nuget-org/publish-a-package
        new("npm token", "npm_", Characters.Alphanumeric, 36, 36),
        new("PyPI token", "pypi-AgE", Characters.Token, 50, 400),
        new("RubyGems key", "rubygems_", Characters.Hex, 48, 48),
        new("NuGet key", "oy2", Characters.LowerDigits, 43, 43),
        // https://docs.docker.com/security/access-tokens/
        new("Docker token", "dckr_pat_", Characters.Token, 27, 40),
        new("Docker token", "dckr_oat_", Characters.Token, 32, 40),
        // https://platform.openai.com/docs/api-reference/authentication, https://docs.anthropic.com/en/api/overview,
        // https://huggingface.co/docs/hub/security-tokens
        new("OpenAI key", "sk-proj-", Characters.Token, 40, 200),
        new("OpenAI key", "sk-svcacct-", Characters.Token, 40, 200),
        new("Anthropic key", "sk-ant-", Characters.Token, 80, 200),
        new("OpenRouter key", "sk-or-v1-", Characters.Hex, 64, 64),
        new("Hugging Face token", "hf_", Characters.Alphanumeric, 34, 40),
        new("Groq key", "gsk_", Characters.Alphanumeric, 52, 52),
        new("Replicate token", "r8_", Characters.Alphanumeric, 37, 37),
        // https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys,
        // https://www.twilio.com/docs/iam/api-keys, https://mailchimp.com/developer/marketing/guides/quick-start/
        new("SendGrid key", "SG.", Characters.Token | Characters.Dot, 66, 66),
        new("Twilio key", "SK", Characters.LowerHex, 32, 32),
        new("Mailgun key", "key-", Characters.LowerHex, 32, 32),
        new("Brevo key", "xkeysib-", Characters.Alphanumeric | Characters.Dash, 81, 81),
        // https://docs.digitalocean.com/reference/api/create-personal-access-token/
        new("DigitalOcean token", "dop_v1_", Characters.LowerHex, 64, 64),
        new("DigitalOcean token", "doo_v1_", Characters.LowerHex, 64, 64),
        // https://developer.hashicorp.com/vault/docs/concepts/tokens#token-prefixes
        new("Vault token", "hvs.", Characters.Token, 24, 300),
        new("Vault token", "hvb.", Characters.Token, 24, 300),
        new("Databricks token", "dapi", Characters.LowerHex, 32, 32),
        new("Grafana token", "glsa_", Characters.Alphanumeric | Characters.Underscore, 41, 41),
        new("Shopify token", "shpat_", Characters.Hex, 32, 32),
        new("Atlassian token", "ATATT3", Characters.Token | Characters.Equals, 100, 300),
        new("Postman key", "PMAK-", Characters.Hex | Characters.Dash, 59, 59),
        new("Linear key", "lin_api_", Characters.Alphanumeric, 40, 40),
        new("Doppler token", "dp.pt.", Characters.Alphanumeric, 43, 43),
        new("Pulumi token", "pul-", Characters.LowerHex, 40, 40),
        new("Tailscale key", "tskey-", Characters.Token, 20, 80),
        new("New Relic key", "NRAK-", Characters.UpperDigits, 27, 27),
        new("Sentry token", "sntrys_", Characters.Base64 | Characters.Token, 80, 400),
        new("age key", "AGE-SECRET-KEY-1", Characters.UpperDigits, 58, 58),
    ];

    /// <summary>The shapes by their first character.</summary>
    private static readonly Shape[]?[] ShapesByFirst = GroupByFirst();

    /// <summary>What each character of ASCII is; every character of every text is looked up here.</summary>
    private static readonly Characters[] ClassesByCharacter = ClassifyAscii();

    /// <summary>Names whose value has a fixed length and alphabet but no beginning of its own.</summary>
    private static readonly string[] AwsSecretNames =
    [
        "aws_secret_access_key",
        "aws_secret_key",
        "awssecretkey",
        "secretaccesskey",
    ];

    /// <summary>Which characters follow each first one, two words of 64 bits for each.</summary>
    private static readonly ulong[] SecondsByFirst = FindSeconds();

    /// <summary>
    /// Parts of a token that people put there in place of a real one, and those of the vendors' examples
    /// (AKIAIOSFODNN7EXAMPLE).
    /// </summary>
    private static readonly string[] Fillers =
    [
        "example",
        "xxxx",
        "yourtoken",
        "your_",
        "your-",
        "yourkey",
        "placeholder",
        "changeme",
        "dummy",
        "redacted",
        "insert",
        "replace",
        "00000000",
        "12345678",
        "abcdefgh",
        "fake",
        "sample",
    ];

    /// <summary>
    /// Payloads of published demonstration tokens: jwt.io's, and those that a self-hosted Supabase documents.
    /// </summary>
    private static readonly string[] ExamplePayloads =
    [
        "eyJzdWIiOiIxMjM0NTY3ODkwIi",
        "eyJpc3MiOiJzdXBhYmFzZS1kZW1v",
        "ewogICAgInJvbGUiOiAi",
        "eyAgCiAgICAicm9sZSI6ICJ",
    ];

    /// <summary>Passwords that stand for one.</summary>
    private static readonly HashSet<string> FillerPasswords = new(StringComparer.OrdinalIgnoreCase)
    {
        "password",
        "passwd",
        "pass",
        "pwd",
        "pw",
        "secret",
        "token",
        "changeme",
        "change-me",
        "change_me",
        "changeit",
        "example",
        "test",
        "testing",
        "dummy",
        "foo",
        "bar",
        "foobar",
        "key",
        "apikey",
        "api_key",
        "mypassword",
        "my-password",
        "mypass",
        "yourpassword",
        "your-password",
        "your_password",
        "db_password",
        "dbpassword",
        "userpass",
        "user_password",
        "null",
        "none",
        "x",
        "postgres",
        "root",
        "admin",
        "guest",
        "user",
        "mysql",
    };

    private static readonly string[] FillerHosts =
    [
        "example.com",
        "example.org",
        "example.net",
        ".example",
        "localhost",
        "127.0.0.1",
        "[::1]",
        "0.0.0.0",
    ];

    [Flags]
    private enum Characters
    {
        HexLower = 1,
        OtherLower = 2,
        HexUpper = 4,
        OtherUpper = 8,
        Digit = 16,
        Dash = 32,
        Underscore = 64,
        Dot = 128,
        Slash = 256,
        Plus = 512,
        Equals = 1024,
        LowerHex = HexLower | Digit,
        Hex = LowerHex | HexUpper,
        UpperDigits = HexUpper | OtherUpper | Digit,
        LowerDigits = LowerHex | OtherLower,
        Alphanumeric = LowerDigits | UpperDigits,
        Token = Alphanumeric | Dash | Underscore,
        Base64 = Alphanumeric | Plus | Slash | Equals,
    }

    /// <summary>
    /// The first credential at or after a place, or <c>null</c>. To find all, go on at the end of each.
    /// </summary>
    /// <param name="text">Any text: a value, an assignment, a script.</param>
    /// <param name="start">
    /// 0-based offset of the first character to look at; what stands before it still counts as a neighbour.
    /// </param>
    /// <param name="cancellation">Looked at between stretches of some hundred thousand characters.</param>
    internal static Credential? Find(ReadOnlySpan<char> text, int start = 0, CancellationToken cancellation = default)
    {
        const int StretchLength = 1 << 19;
        for (int from = start; from < text.Length; from += StretchLength)
        {
            cancellation.ThrowIfCancellationRequested();
            int end = Math.Min(text.Length, from + StretchLength);
            if (Find(text, from, end, start) is { } credential)
            {
                return credential;
            }
        }

        return null;
    }

    private static Credential? Find(ReadOnlySpan<char> text, int from, int end, int start)
    {
        ReadOnlySpan<Characters> classes = ClassesByCharacter;
        bool wasWord = from > 0 && IsWord(text[from - 1]);
        for (int i = from; i < end; i++)
        {
            char c = text[i];
            if (c >= classes.Length || (classes[c] & Characters.Alphanumeric) == 0)
            {
                wasWord = false;
                if (c is not (':' or '-'))
                {
                    continue;
                }
            }
            else if (wasWord || !MayStart(c, i + 1 < text.Length ? text[i + 1] : '\0'))
            {
                wasWord = true;
                continue;
            }
            else
            {
                wasWord = true;
            }

            TextSpan? span = null;
            string kind = "";
            if (c == ':')
            {
                (kind, span) =
                    i + 2 < text.Length && text[i + 1] == '/' && text[i + 2] == '/'
                        ? (UrlKind, FindUrlPassword(text, i))
                        : ("Telegram token", FindTelegramToken(text, i));
            }
            else if (c != '-')
            {
                (kind, span) = FindToken(text, i, c);
            }
            else if (IsAt(text, i, "-----BEGIN "))
            {
                (kind, span) = ("private key", FindPrivateKey(text, i));
            }

            if (span is { } found && found.Start >= start)
            {
                return new Credential(kind, found);
            }
        }

        return null;
    }

    /// <summary>Whether a token begins with two characters; most words end here.</summary>
    private static bool MayStart(char first, char second) =>
        second < 128 && ((SecondsByFirst[(first << 1) | (second >> 6)] >> (second & 63)) & 1) != 0;

    private static (string Kind, TextSpan? Span) FindToken(ReadOnlySpan<char> text, int start, char first)
    {
        if (ShapesByFirst[first] is { } shapes)
        {
            char second = start + 1 < text.Length ? text[start + 1] : '\0';
            foreach (Shape shape in shapes)
            {
                if (
                    shape.Prefix[1] == second
                    && IsAt(text, start, shape.Prefix)
                    && FindBody(text, start + shape.Prefix.Length, shape.Body, shape.MinLength, shape.MaxLength)
                        is { } body
                )
                {
                    return (shape.Kind, TextSpan.FromBounds(start, body.End));
                }
            }
        }

        return first switch
        {
            'e' => ("JSON web token", FindWebToken(text, start)),
            'a' or 'A' or 's' or 'S' => ("AWS secret key", FindAwsSecret(text, start)),
            _ => ("", null),
        };
    }

    /// <summary>
    /// Characters of an alphabet, in the right number and of enough variety, that do not go on as a longer word.
    /// </summary>
    private static TextSpan? FindBody(
        ReadOnlySpan<char> text,
        int start,
        Characters alphabet,
        int minLength,
        int maxLength
    )
    {
        int end = start;
        while (end < text.Length && end - start <= maxLength && (Classify(text[end]) & alphabet) != 0)
        {
            end++;
        }

        int length = end - start;
        return
            length < minLength
            || length > maxLength
            || (end < text.Length && IsWord(text[end]))
            || IsFiller(text.Slice(start, length))
            ? null
            : TextSpan.FromBounds(start, end);
    }

    /// <summary>Three parts in base64url, of which the first two are JSON objects: RFC 7519.</summary>
    private static TextSpan? FindWebToken(ReadOnlySpan<char> text, int start)
    {
        const int MinPayload = 16;
        const int MinSignature = 20;
        if (!IsAt(text, start, "eyJ"))
        {
            return null;
        }

        int firstDot = SkipToken(
            text.Slice(0, Math.Min(text.Length, start + AnalysisBudget.MaxCredentialHeaderLength)),
            start
        );
        int secondDot = firstDot < text.Length && text[firstDot] == '.' ? SkipToken(text, firstDot + 1) : text.Length;
        if (secondDot >= text.Length || text[secondDot] != '.')
        {
            return null;
        }

        int end = SkipToken(text, secondDot + 1);
        ReadOnlySpan<char> payload = text.Slice(firstDot + 1, secondDot - firstDot - 1);
        if (
            payload.Length < MinPayload
            || payload[0] != 'e'
            || end - secondDot - 1 < MinSignature
            || IsFiller(text.Slice(secondDot + 1, end - secondDot - 1))
        )
        {
            return null;
        }

        foreach (string example in ExamplePayloads)
        {
            if (payload.StartsWith(example.AsSpan(), StringComparison.Ordinal))
            {
                return null;
            }
        }

        return TextSpan.FromBounds(start, end);
    }

    /// <summary>A name that AWS's tools read, and behind it 40 characters in base64.</summary>
    private static TextSpan? FindAwsSecret(ReadOnlySpan<char> text, int start)
    {
        const int Length = 40;
        if (start + 1 >= text.Length || text[start + 1] is not ('w' or 'W' or 'e' or 'E'))
        {
            return null;
        }

        foreach (string name in AwsSecretNames)
        {
            if (!IsAt(text, start, name, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            int value = start + name.Length;
            while (value < text.Length && text[value] is '=' or ':' or ' ' or '\t' or '"' or '\'')
            {
                value++;
            }

            return value == start + name.Length ? null : FindBody(text, value, Characters.Base64, Length, Length);
        }

        return null;
    }

    /// <summary>
    /// The number of a bot, a colon and 35 characters: https://core.telegram.org/bots/api#authorizing-your-bot.
    /// </summary>
    private static TextSpan? FindTelegramToken(ReadOnlySpan<char> text, int colon)
    {
        const int Length = 35;
        int start = colon;
        while (start > 0 && text[start - 1] is >= '0' and <= '9')
        {
            start--;
        }

        return
            colon - start is >= 8 and <= 10
            && IsAt(text, colon, ":AA")
            && FindBody(text, colon + 1, Characters.Token, Length, Length) is { } body
            ? TextSpan.FromBounds(start, body.End)
            : null;
    }

    /// <summary>A PEM block of a private key; the words alone, such as in a search for them, are none.</summary>
    private static TextSpan? FindPrivateKey(ReadOnlySpan<char> text, int start)
    {
        const string End = "PRIVATE KEY";
        const int LongestHeader = 60;
        const int MinBody = 32;
        ReadOnlySpan<char> header = text.Slice(start + "-----BEGIN ".Length);
        int end = header.IndexOf("-----".AsSpan(), StringComparison.Ordinal);
        if (end is < 0 or > LongestHeader || header.Slice(0, end).IndexOf(End.AsSpan(), StringComparison.Ordinal) < 0)
        {
            return null;
        }

        // A line break may be written as it is, continued, or as \n; headers of old formats stand between.
        int headerEnd = start + "-----BEGIN ".Length + end + "-----".Length;
        int run = 0;
        for (int i = headerEnd; i < text.Length; i++)
        {
            char c = text[i];
            if (c == '-' && (IsAt(text, i, "-----END") || IsAt(text, i, "-----BEGIN")))
            {
                return null;
            }

            bool isEscape = c == 'n' && text[i - 1] == '\\';
            run = !isEscape && (Classify(c) & Characters.Base64) != 0 ? run + 1 : 0;
            if (run == MinBody)
            {
                return IsFiller(text.Slice(i + 1 - MinBody, MinBody)) ? null : TextSpan.FromBounds(start, headerEnd);
            }
        }

        return null;
    }

    /// <summary><c>scheme://user:password@host</c>; the span is the password's.</summary>
    private static TextSpan? FindUrlPassword(ReadOnlySpan<char> text, int colon)
    {
        if (colon == 0 || !IsWord(text[colon - 1]))
        {
            return null;
        }

        int user = colon + "://".Length;
        int separator = -1;
        int at = -1;
        int end = user;
        for (; end < text.Length; end++)
        {
            char c = text[end];
            if (c is '$' or '{' or '<' or '%' or '*' && at < 0)
            {
                // What a variable or a template fills in is no literal; a percent sign may be an escape.
                if (
                    c != '%'
                    || end + 2 >= text.Length
                    || (Classify(text[end + 1]) & Characters.Hex) == 0
                    || (Classify(text[end + 2]) & Characters.Hex) == 0
                )
                {
                    return null;
                }
            }
            else if (c == ':' && separator < 0)
            {
                separator = end;
            }
            else if (c == '@')
            {
                at = end;
            }
            else if (
                c <= ' '
                || c is '/' or '"' or '\'' or '`' or '\\' or '(' or ')' or '?' or '#' or '|' or ';' or ','
            )
            {
                break;
            }
        }

        if (separator < 0 || at < separator || at - separator - 1 < 3 || end == at + 1)
        {
            return null;
        }

        ReadOnlySpan<char> name = text.Slice(user, separator - user);
        ReadOnlySpan<char> password = text.Slice(separator + 1, at - separator - 1);
        ReadOnlySpan<char> host = text.Slice(at + 1, end - at - 1);
        foreach (string filler in FillerHosts)
        {
            if (
                host.StartsWith(filler.AsSpan(), StringComparison.OrdinalIgnoreCase)
                || host.EndsWith(filler.AsSpan(), StringComparison.OrdinalIgnoreCase)
            )
            {
                return null;
            }
        }

        // GitHub takes a token as the user as well.
        const string TokenPassword = "x-oauth-basic";
        const int MinToken = 20;
        if (password.SequenceEqual(TokenPassword.AsSpan()))
        {
            return name.Length >= MinToken && !IsFiller(name) ? TextSpan.FromBounds(user, separator) : null;
        }

        return
            password.Equals(name, StringComparison.OrdinalIgnoreCase)
            || FillerPasswords.Contains(password.ToString())
            || IsFiller(password)
            ? null
            : TextSpan.FromBounds(separator + 1, at);
    }

    /// <summary>
    /// Whether a body says itself that it is not real, or has too few different characters to be random.
    /// </summary>
    private static bool IsFiller(ReadOnlySpan<char> body)
    {
        foreach (string filler in Fillers)
        {
            if (body.IndexOf(filler.AsSpan(), StringComparison.OrdinalIgnoreCase) >= 0)
            {
                return true;
            }
        }

        // Bits for the characters from '!' on, two words of them.
        ulong low = 0;
        ulong high = 0;
        int distinct = 0;
        foreach (char c in body)
        {
            ulong bit = 1UL << (c & 63);
            ref ulong seen = ref (c & 64) == 0 ? ref low : ref high;
            distinct += (seen & bit) == 0 ? 1 : 0;
            seen |= bit;
        }

        return distinct < Math.Min(6, (body.Length + 1) / 2);
    }

    private static int SkipToken(ReadOnlySpan<char> text, int start)
    {
        // No real part is longer; without a limit, a text of many beginnings would take forever.
        int end = start;
        while (
            end < text.Length
            && end - start < AnalysisBudget.MaxCredentialPartLength
            && (Classify(text[end]) & Characters.Token) != 0
        )
        {
            end++;
        }

        return end;
    }

    private static bool IsAt(
        ReadOnlySpan<char> text,
        int start,
        string prefix,
        StringComparison comparison = StringComparison.Ordinal
    ) => text.Slice(start).StartsWith(prefix.AsSpan(), comparison);

    private static bool IsWord(char c) => (Classify(c) & Characters.Alphanumeric) != 0;

    private static Characters Classify(char c) => c < ClassesByCharacter.Length ? ClassesByCharacter[c] : 0;

    private static Characters[] ClassifyAscii()
    {
        var classes = new Characters[128];
        for (int i = 0; i < classes.Length; i++)
        {
            classes[i] = ClassifyAscii((char)i);
        }

        return classes;
    }

    private static Characters ClassifyAscii(char c) =>
        c switch
        {
            >= 'a' and <= 'f' => Characters.HexLower,
            >= 'g' and <= 'z' => Characters.OtherLower,
            >= 'A' and <= 'F' => Characters.HexUpper,
            >= 'G' and <= 'Z' => Characters.OtherUpper,
            >= '0' and <= '9' => Characters.Digit,
            '-' => Characters.Dash,
            '_' => Characters.Underscore,
            '.' => Characters.Dot,
            '/' => Characters.Slash,
            '+' => Characters.Plus,
            '=' => Characters.Equals,
            _ => 0,
        };

    private static ulong[] FindSeconds()
    {
        ulong[] seconds = new ulong[256];
        foreach (Shape shape in Shapes)
        {
            Add(shape.Prefix[0], shape.Prefix[1]);
        }

        Add('e', 'y');
        foreach (string name in AwsSecretNames)
        {
            foreach (char first in (char[])[name[0], char.ToUpperInvariant(name[0])])
            {
                Add(first, name[1]);
                Add(first, char.ToUpperInvariant(name[1]));
            }
        }

        return seconds;

        void Add(char first, char second) => seconds[(first << 1) | (second >> 6)] |= 1UL << (second & 63);
    }

    private static Shape[]?[] GroupByFirst()
    {
        var groups = new Shape[]?[128];
        foreach (IGrouping<char, Shape> group in Shapes.GroupBy(shape => shape.Prefix[0]))
        {
            groups[group.Key] = [.. group];
        }

        return groups;
    }

    /// <param name="Kind">What the token is.</param>
    /// <param name="Prefix">How it begins.</param>
    /// <param name="Body">The characters that may follow.</param>
    /// <param name="MinLength">The fewest characters that follow.</param>
    /// <param name="MaxLength">The most.</param>
    private sealed record Shape(string Kind, string Prefix, Characters Body, int MinLength, int MaxLength);
}

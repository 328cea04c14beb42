using DockerfileLint.Semantics;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Semantics;

/// <summary>Tokens are put together here so that no scanner takes this file for a leak.</summary>
internal sealed class CredentialShapesTests
{
    private const string Letters = "q7Wm2Zt9Lp4Rk8Vx3Bn6Yc1Hd5Js0Fg7TaQeUiO2pXw5KzMb8rNv3Gd6Ly1";
    private const string Hexadecimal = "9f3b7c1e5a2d8064b7e1f09c3d5a7b2e4c6f8a1d0b3e5f7092c4d6e8fa1b3c5d";
    private const string Capitals = "7QW3ERT9YUI2OPA5SDF8GHJ1KLZ4XCV6BNM";
    private const string HeaderPart = "eyJhbGciOiJIUzI1NiJ9";
    private const string PayloadPart = "eyJyb2xlIjoic2VydmljZSJ9";

    private static IEnumerable<TestCaseData> Credentials()
    {
        yield return new("AWS access key", "AKIA" + Capitals[..16]);
        yield return new("AWS secret key", "AWS_SECRET_ACCESS_KEY=" + Letters[..40]);
        yield return new("AWS secret key", "aws_secret_access_key = \"" + Letters[..40] + "\"");
        yield return new("GitHub token", "ghp_" + Letters[..36]);
        yield return new("GitHub token", "github_pat_" + (Letters + Letters)[..82]);
        yield return new("GitLab token", "glpat-" + Letters[..20]);
        yield return new("Slack token", "xoxb-" + "481920375516-" + Letters[..24]);
        yield return new("Google API key", "AIza" + Letters[..35]);
        yield return new("Stripe key", "sk_live_" + Letters[..24]);
        yield return new("npm token", "npm_" + Letters[..36]);
        yield return new("SendGrid key", "SG." + Letters[..22] + "." + Letters[..43]);
        yield return new("Twilio key", "SK" + Hexadecimal[..32]);
        yield return new("Telegram token", "718293645:AA" + Letters[..33]);
        yield return new("DigitalOcean token", "dop_v1_" + Hexadecimal);
        yield return new(
            "Azure storage key",
            "AccountName=store;AccountKey=" + (Letters + Letters)[..86] + "==;EndpointSuffix=core.windows.net"
        );
        yield return new("JSON web token", $"{HeaderPart}.{PayloadPart}.{Letters[..43]}");
        yield return new("private key", "-----BEGIN RSA PRIVATE" + " KEY-----\nMIIEpAIBAAKCAQEA" + Letters);
        yield return new("private key", "-----BEGIN OPENSSH PRIVATE" + " KEY-----\\nb3BlbnNzaC1rZXktdjEA" + Letters);
        yield return new(
            "private key",
            "-----BEGIN EC PRIVATE" + " KEY-----\\n\\\nProc-Type: 4,ENCRYPTED\\n\\\n" + Letters
        );
        yield return new("password in a URL", "postgres://app:h7Gq2mZx@db.internal:5432/app");
        yield return new("password in a URL", "https://" + Hexadecimal[..40] + ":x-oauth-basic@github.com/a/b.git");
        yield return new("password in a URL", "git clone https://deploy:h7Gq%402mZx@git.internal/x.git");
    }

    [TestCaseSource(nameof(Credentials))]
    public void Forms_of_credentials_are_found(string kind, string text) =>
        CredentialShapes.Find(text)!.Value.Kind.Should().Be(kind);

    [TestCaseSource(nameof(Credentials))]
    public void A_credential_inside_a_text_has_its_place(string kind, string text)
    {
        Credential alone = CredentialShapes.Find(text)!.Value;
        Credential inside = CredentialShapes.Find($"export X=\"{text}\" && true")!.Value;

        inside.Kind.Should().Be(kind);
        inside.Span.Start.Should().Be(alone.Span.Start + "export X=\"".Length);
        inside.Span.Length.Should().Be(alone.Span.Length);
    }

    [Test]
    public void The_span_of_a_URL_is_the_passwords()
    {
        const string Text = "redis://:s3Cr9tQz@cache:6379";

        CredentialShapes
            .Find(Text)!
            .Value.Span.Should()
            .Be(new DockerfileLint.Text.TextSpan(Text.IndexOf("s3Cr9tQz", StringComparison.Ordinal), 8));
    }

    [Test]
    public void The_search_goes_on_behind_a_credential()
    {
        string text = "AKIA" + Capitals[..16] + " ghp_" + Letters[..36];
        Credential first = CredentialShapes.Find(text)!.Value;

        CredentialShapes.Find(text, first.Span.End)!.Value.Kind.Should().Be("GitHub token");
    }

    [TestCase("AKIAIOSFODNN7EXAMPLE", TestName = "Vendor's example of an access key")]
    [TestCase(
        "AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
        TestName = "Vendor's example of a secret key"
    )]
    [TestCase("AWS_SECRET_ACCESS_KEY=$AWS_SECRET_ACCESS_KEY", TestName = "Variable")]
    [TestCase("ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", TestName = "One character")]
    [TestCase("ghp_ABCABCABCABCABCABCABCABCABCABCABCABC", TestName = "Few characters")]
    [TestCase("ghp_${TOKEN}", TestName = "Variable behind a beginning")]
    [TestCase("sk_test_4eC39HqLyjWDarjtT1zdp7dc", TestName = "Key of a test mode")]
    [TestCase("npm_config_registry=https://registry.npmjs.org/", TestName = "Settings of npm")]
    [TestCase(
        "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiaWF0IjoxNTE2M"
            + "jM5MDIyfQ.SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c",
        TestName = "Token of jwt.io"
    )]
    [TestCase(
        "grep -r 'BEGIN RSA PRIVATE KEY' . && grep -- '-----BEGIN PRIVATE KEY-----' x",
        TestName = "Search for keys"
    )]
    [TestCase(
        "-----BEGIN CERTIFICATE-----\nMIIEpAIBAAKCAQEAq7Wm2Zt9Lp4Rk8Vx3Bn6Yc1Hd5Js0Fg7TaQe",
        TestName = "Certificate"
    )]
    [TestCase("postgres://user:password@db:5432/app", TestName = "Filler as password")]
    [TestCase("postgres://postgres:postgres@db:5432/app", TestName = "User as password")]
    [TestCase("postgres://app:h7Gq2mZx@localhost/app", TestName = "Own host")]
    [TestCase("https://${USER}:${TOKEN}@github.com/a/b.git", TestName = "Variables in a URL")]
    [TestCase("https://<user>:<token>@github.com/a/b.git", TestName = "Template of a URL")]
    [TestCase("https://x-access-token:$TOKEN@github.com/a/b.git", TestName = "Variable as password")]
    [TestCase("http://proxy.internal:3128 https://mail@host.internal/a:b", TestName = "Port and user alone")]
    [TestCase("https://host/a:b@c", TestName = "At sign in a path")]
    [TestCase("9f3b7c1e5a2d8064b7e1f09c3d5a7b2e4c6f8a1d0b3e5f7092c4d6e8fa1b3c5d", TestName = "Checksum")]
    [TestCase("2024-01-01T12:00:00 image:AAtag 12:AA", TestName = "Times and tags")]
    [TestCase("", TestName = "Empty text")]
    [TestCase(":", TestName = "Colon")]
    [TestCase("://", TestName = "Beginning of a URL")]
    [TestCase("-----BEGIN PRIVATE KEY-----", TestName = "Header alone")]
    [TestCase("eyJ.eyJ.", TestName = "Short token")]
    public void Other_text_is_no_credential(string text) => CredentialShapes.Find(text).Should().BeNull();

    [Test]
    public void A_miss_allocates_nothing()
    {
        string text = string.Concat(
            Enumerable.Repeat("apt-get update && apt-get install -y curl=7.88 https://deb.debian.org/debian ", 50)
        );
        CredentialShapes.Find(text);
        long before = GC.GetAllocatedBytesForCurrentThread();

        CredentialShapes.Find(text);

        (GC.GetAllocatedBytesForCurrentThread() - before).Should().Be(0);
    }

    [Test]
    public void A_credential_behind_a_million_characters_is_found_and_the_way_there_can_be_given_up()
    {
        string text = new string('x', 1 << 20) + " AKIA" + "Q3EGRZ7N4X5TWKLM ";
        int start = 1 << 19;
        string near = new string('x', start - 5) + " AKIA" + "Q3EGRZ7N4X5TWKLM ";

        CredentialShapes.Find(text)!.Value.Span.Start.Should().Be((1 << 20) + 1);
        CredentialShapes.Find(near)!.Value.Span.Start.Should().Be(start - 4, "a stretch ends in the middle of it");
        Action giveUp = () => CredentialShapes.Find(text, 0, new CancellationToken(canceled: true));
        giveUp.Should().Throw<OperationCanceledException>();
    }
}

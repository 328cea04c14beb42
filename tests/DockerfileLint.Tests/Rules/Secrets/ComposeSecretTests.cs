using DockerfileLint.Analysis.Languages;
using DockerfileLint.Diagnostics;
using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Secrets;

internal sealed class SecretInEnvironmentTests() : RuleTest("DC5005", Language.Compose)
{
    [TestCase("POSTGRES_PASSWORD", "hunter2")]
    [TestCase("MYSQL_ROOT_PASSWORD", "root")]
    [TestCase("API_KEY", "8c1f")]
    [TestCase("db.password", "12345")]
    [TestCase("SMTP_PASS", "changeme")]
    [TestCase("SECRET_KEY_BASE", "/9j4AAQ+kZJ=")]
    [TestCase("JWT_SECRET", "pre$$fix")]
    public void A_literal_is_reported(string name, string value) =>
        Verify($"services:\n  app:\n    image: a:1\n    environment:\n      {name}: [|{value}|]\n");

    [Test]
    public void A_secret_that_services_share_is_one_finding()
    {
        IReadOnlyList<Finding> findings = Verify(
            "services:\n  db:\n    image: postgres:17\n    environment:\n      POSTGRES_PASSWORD: [|hunter2|]\n"
                + "  app:\n    image: a:1\n    environment:\n      - DB_PASS=hunter2\n      - API_KEY=[|4711x|]\n"
        );

        findings[0].Message.ToString().Should().Contain("'POSTGRES_PASSWORD'");
        findings[0].RelatedLocations.Should().ContainSingle();
    }

    [TestCase("POSTGRES_PASSWORD_FILE", "/run/secrets/db")]
    [TestCase("PUBLIC_KEY", "abc")]
    [TestCase("KMS_KEY_ALIAS", "alias/a")]
    [TestCase("KEY_NAME", "main")]
    [TestCase("AUTH_MODE", "oauth")]
    [TestCase("POSTGRES_HOST_AUTH_METHOD", "md5")]
    [TestCase("GOPASS_VERSION", "1.15")]
    [TestCase("TOKEN_URL", "https://id.example.com")]
    [TestCase("MONKEY", "banana")]
    [TestCase("CC", "gcc")]
    public void A_name_that_tells_about_a_secret_is_fine(string name, string value) =>
        Verify($"services:\n  app:\n    image: a:1\n    environment:\n      {name}: {value}\n");

    [TestCase("")]
    [TestCase("''")]
    [TestCase("~")]
    [TestCase("${DB_PASSWORD}")]
    [TestCase("$DB_PASSWORD")]
    [TestCase("${DB_PASSWORD:?must be set}")]
    [TestCase("${DB_PASSWORD:-}")]
    [TestCase("prefix-${SUFFIX}")]
    [TestCase("'yes'")]
    [TestCase("true")]
    [TestCase("0")]
    [TestCase("/run/secrets/db")]
    [TestCase("<password>")]
    [TestCase("'{{ db_password }}'")]
    [TestCase("your-password-here")]
    [TestCase("xxxxxxxx")]
    [TestCase("xoxb-xxxxxxxxxxxx")]
    [TestCase("'%env(TOKEN)%'")]
    [TestCase("${DB_PASSWORD:-unset}")]
    [TestCase("'********'")]
    [TestCase("'**None**'")]
    [TestCase("'[secure]'")]
    [TestCase("user_provided")]
    [TestCase("$${OTHER}")]
    [TestCase("$$OTHER_TOKEN")]
    [TestCase("N/A")]
    [TestCase("not-set")]
    [TestCase("sk-no-key-required")]
    [TestCase("DB_PASSWORD")]
    public void A_value_that_can_be_no_secret_is_fine(string value) =>
        Verify($"services:\n  app:\n    image: a:1\n    environment:\n      DB_PASSWORD: {value}\n");

    [TestCase("ACCOUNT_MAX_PASSWORDS", "1000")]
    [TestCase("MAX_TOKENS", "4096")]
    [TestCase("DB_SECRET", "db-secret")]
    public void A_count_and_the_name_of_a_secret_are_fine(string name, string value) =>
        Verify(
            $"services:\n  app:\n    image: a:1\n    environment:\n      {name}: {value}\n"
                + "secrets:\n  db-secret: {file: ./db}\n"
        );

    [TestCase("${dbPass}")]
    [TestCase("$dbPass")]
    [TestCase("${dbPass:?must be set}")]
    [TestCase("a-${dbPass}")]
    [TestCase("${other:-${dbPass}}")]
    [TestCase("[|${dbPass:-hunter2}|]")]
    public void What_an_environment_file_gives_is_no_literal(string value) =>
        Verify(
            $"services:\n  app:\n    image: a:1\n    environment:\n      DB_PASSWORD: {value}\n",
            new InMemoryFiles { [".env"] = "dbPass=s3cr3t-9\n" },
            []
        );

    [Test]
    public void The_list_form_is_read_too() =>
        Verify(
            "services:\n  app:\n    image: a:1\n    environment:\n      - DB_PASSWORD=[|hunter2|]\n      - "
                + "\"TOKEN=[|a b|]\"\n      - API_KEY\n      - API_TOKEN=\n"
        );

    [Test]
    public void A_default_is_a_note() =>
        Verify("services:\n  app:\n    image: a:1\n    environment:\n      DB_PASSWORD: [|${DB_PASSWORD:-hunter2}|]\n")
            .Should()
            .ContainSingle()
            .Which.Severity.Should()
            .Be(Severity.Info);

    [Test]
    public void Hooks_have_an_environment() =>
        Verify(
            "services:\n  app:\n    image: a:1\n    post_start:\n      - command: ./migrate\n        environment:\n  "
                + "        - DB_PASSWORD=[|hunter2|]\n"
        );

    [Test]
    public void An_anchor_is_reported_once_where_it_is_written() =>
        Verify(
            """
            x-env: &env
              DB_PASSWORD: [|hunter2|]
            services:
              a:
                image: a:1
                environment: *env
              b:
                image: a:1
                environment:
                  <<: *env
                  DEBUG: "1"
            """
        );
}

internal sealed class SecretInBuildArgsTests() : RuleTest("DC5011", Language.Compose)
{
    [TestCase("${NPM_TOKEN}")]
    [TestCase("${NPM_TOKEN:-}")]
    [TestCase("abc1")]
    [TestCase("")]
    public void The_name_decides_wherever_the_value_comes_from(string value) =>
        Verify($"services:\n  app:\n    build:\n      context: .\n      args:\n        [|NPM_TOKEN|]: {value}\n");

    [Test]
    public void The_list_form_is_read_too() =>
        Verify(
            "services:\n  app:\n    build:\n      context: .\n      args:\n        - [|NPM_TOKEN|]\n        - "
                + "[|DB_PASSWORD|]=x1\n        - API_TOKEN=\n        - NODE_VERSION=22\n        - AUTH_TOKEN=false\n"
        );

    [Test]
    public void Build_secrets_are_the_way() =>
        Verify("services:\n  app:\n    build:\n      context: .\n      secrets: [npm_token]\n");
}

using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Secrets;

internal sealed class SecretInArgOrEnvTests() : RuleTest("DL3064")
{
    [TestCase("PASSWORD")]
    [TestCase("db_password")]
    [TestCase("dbPassword")]
    [TestCase("PGPASSWORD")]
    [TestCase("MYSQL_ROOT_PASSWORD")]
    [TestCase("MYSQL_PASS")]
    [TestCase("GITHUB_TOKEN")]
    [TestCase("TOKEN2")]
    [TestCase("AWS_SECRET_ACCESS_KEY")]
    [TestCase("API_KEY")]
    [TestCase("SECRET_KEY_BASE")]
    public void A_name_that_ends_in_a_secret_is_reported(string name) =>
        Verify($"FROM a:1\nENV [|{name}|]=hunter2\nARG [|{name}|]\n");

    [TestCase("ENV API_KEY $API_KEY")]
    [TestCase("ENV API_KEY=${API_KEY}")]
    [TestCase("ENV API_KEY=\"$API_KEY\"")]
    [TestCase("ENV [|API_KEY|]=$OTHER")]
    [TestCase("ENV [|API_KEY|]=a$API_KEY")]
    public void A_variable_that_is_set_to_itself_holds_nothing_new(string text) => Verify($"FROM a:1\n{text}\n");

    [TestCase("ARG [|APPLICATION_KEY|]\nENV [|DOCKER_EMAIL|]=a [|travis_sudo|]=b [|AWS_ACCESS_KEY_ID|]=c")]
    [TestCase("ENV AWS_ACCESS_KEY=a ARM_CLIENT_ID=b GCP_CREDENTIALS=c SSH_KEY=d TWILIO_ACCOUNT_SID=e")]
    public void Hadolint_has_a_list_of_names(string text) => Verify($"FROM a:1\n{text}\n", "behaviour=hadolint");

    [TestCase("PUBLIC_KEY")]
    [TestCase("GPG_KEY")]
    [TestCase("KMS_KEY_ALIAS")]
    [TestCase("AUTH_MODE")]
    [TestCase("POSTGRES_PASSWORD_FILE")]
    [TestCase("TOKEN_URL")]
    [TestCase("GOPASS_VERSION")]
    [TestCase("MONKEY")]
    [TestCase("KEYRING_DIR")]
    [TestCase("GOPRIVATE")]
    [TestCase("PWD")]
    [TestCase("_")]
    [TestCase("123")]
    public void A_name_that_tells_about_one_is_not(string name) => Verify($"FROM a:1\nENV {name}=s3cr3t\nARG {name}\n");

    [TestCase("")]
    [TestCase("\"\"")]
    [TestCase("true")]
    [TestCase("1")]
    [TestCase("/run/secrets/token")]
    [TestCase("<token>")]
    [TestCase("your-token-here")]
    [TestCase("yourToken")]
    public void A_value_that_can_be_no_secret_is_fine(string value) => Verify($"FROM a:1\nENV TOKEN={value}\n");

    [Test]
    public void A_value_that_comes_from_a_build_argument_is_reported_where_it_is_declared() =>
        Verify("FROM a:1\nARG [|TOKEN|]\nENV TOKEN=$TOKEN\n");

    [Test]
    public void A_default_that_asks_to_be_replaced_is_to_be_filled() =>
        Verify("FROM a:1\nARG [|TOKEN|]=\nARG [|PASSWORD|]=replace-me\nARG SECRET=true\n");

    [Test]
    public void A_word_that_begins_like_a_template_is_a_password() => Verify("FROM a:1\nENV [|DB_PASS|]=yourls\n");

    [Test]
    public void A_global_ARG_counts_where_a_stage_declares_it() =>
        Verify("ARG TOKEN\nFROM a:1\nARG [|TOKEN|]\nONBUILD ARG [|NPM_TOKEN|]\n");

    [Test]
    public void BuildKit_judges_words_between_underscores() =>
        Verify(
            "ARG TOKEN\nFROM a:1\nENV [|KMS_KEY_ALIAS|]= TOKEN_FILE=a A-TOKEN=b MYSQL_PASS=c\nONBUILD ARG TOKEN\n",
            "behaviour=buildkit"
        );

    [Test]
    public void Hadolint_judges_parts_of_names() =>
        Verify(
            "ARG [|TOKEN|]\nFROM a:1\nENV [|GOPRIVATE|]= [|TOKEN_FILE|]=a MYSQL_PASS=c\nONBUILD ARG [|USERNAME|]\n",
            "behaviour=hadolint"
        );
}

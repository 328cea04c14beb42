using System.Collections.Immutable;
using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Commands;
using DockerfileLint.Text;
using FluentAssertions;
using NUnit.Framework;
using Line = DockerfileLint.Semantics.Commands.ParsedCommandLine;

namespace DockerfileLint.Tests.Semantics;

internal sealed class OptionTableTests
{
    [TestCase("curl -k https://a", "-k")]
    [TestCase("curl -fsSLk https://a", "k")]
    [TestCase("curl -o /tmp/a --insecure https://a", "--insecure")]
    [TestCase("wget -q --no-check-certificate https://a", "--no-check-certificate")]
    [TestCase("pip install --trusted-host pypi.org x", "--trusted-host")]
    [TestCase("pip3.12 install --trusted-host=pypi.org x", "--trusted-host")]
    [TestCase("pip config set global.trusted-host pypi.org", "global.trusted-host")]
    [TestCase("npm config set strict-ssl false", "strict-ssl")]
    [TestCase("npm config set strict-ssl=false -g", "strict-ssl=false")]
    [TestCase("npm c set strict-ssl false", "strict-ssl")]
    [TestCase("npm set strict-ssl=false", "strict-ssl=false")]
    [TestCase("npm install --strict-ssl=false", "--strict-ssl")]
    [TestCase("yarn config set strict-ssl false", "strict-ssl")]
    [TestCase("git config --global http.sslVerify false", "http.sslVerify")]
    [TestCase("git config --global http.https://git.internal/.sslverify 0", "http.https://git.internal/.sslverify")]
    [TestCase("git -c http.sslVerify=false clone https://a", "-c")]
    [TestCase("yum-config-manager --save --setopt=sslverify=0", "--setopt")]
    [TestCase("dnf config-manager --setopt=extras.sslverify=false --save", "--setopt")]
    [TestCase("dnf config-manager --setopt sslverify=no", "--setopt")]
    [TestCase("apt-get -o Acquire::https::Verify-Peer=false update", "-o")]
    [TestCase("apt-get update -oAcquire::https::Verify-Peer=false", "-o")]
    [TestCase("conda config --set ssl_verify false", "ssl_verify")]
    [TestCase("composer config -g disable-tls true", "disable-tls")]
    [TestCase("mvn -Dmaven.wagon.http.ssl.insecure=true package", "-D")]
    [TestCase("skopeo copy --src-tls-verify=false docker://a dir:b", "--src-tls-verify")]
    public void Options_that_switch_verification_off_are_found(string command, string option) =>
        Find(TlsVerification.FindOption, command).Should().Be(option);

    [TestCase("curl -fsSL https://a")]
    [TestCase("curl -o -k https://a", Description = "A file named -k")]
    [TestCase("curl -H -k https://a")]
    [TestCase("curl -ok https://a", Description = "A file named k")]
    [TestCase("curl -- -k")]
    [TestCase("tar -k x")]
    [TestCase("echo curl -k")]
    [TestCase("wget --no-check-certificates-please")]
    [TestCase("npm config set strict-ssl true")]
    [TestCase("npm run strict-ssl false")]
    [TestCase("npm install --strict-ssl=true")]
    [TestCase("git config --global http.sslVerify true")]
    [TestCase("git config --global http.postBuffer 0")]
    [TestCase("git clone https://a/http.sslVerify false")]
    [TestCase("dnf config-manager --setopt=sslverify=1")]
    [TestCase("dnf install --setopt=install_weak_deps=False x")]
    [TestCase("apt-get -o Acquire::Retries=0 update")]
    [TestCase("pip install trusted-host")]
    [TestCase("pip config set global.index-url https://a")]
    public void Other_options_are_left_alone(string command) =>
        Find(TlsVerification.FindOption, command).Should().BeNull();

    [TestCase("apk add --no-cache --allow-untrusted /tmp/a.apk", "--allow-untrusted")]
    [TestCase("apt-get install -y --allow-unauthenticated a", "--allow-unauthenticated")]
    [TestCase("apt-get install -y --force-yes a", "--force-yes")]
    [TestCase("apt-get -o APT::Get::AllowUnauthenticated=true install a", "-o")]
    [TestCase("yum install -y --nogpgcheck a", "--nogpgcheck")]
    [TestCase("dnf install -y --setopt=epel.gpgcheck=0 a", "--setopt")]
    [TestCase("rpm -i --nosignature a.rpm", "--nosignature")]
    [TestCase("zypper --no-gpg-checks install -y a", "--no-gpg-checks")]
    public void Options_that_let_unsigned_packages_in_are_found(string command, string option) =>
        Find(UnsignedPackages.FindOption, command).Should().Be(option);

    [TestCase("apk add --no-cache a")]
    [TestCase("dnf install -y --setopt=gpgcheck=1 a")]
    [TestCase(
        "dnf install -y --setopt=repo_gpgcheck=0 a",
        Description = "The signature of the list, which few repositories have"
    )]
    [TestCase("grep --nogpgcheck a")]
    public void Other_options_of_package_managers_are_left_alone(string command) =>
        Find(UnsignedPackages.FindOption, command).Should().BeNull();

    [TestCase("NODE_TLS_REJECT_UNAUTHORIZED", "0", true)]
    [TestCase("NODE_TLS_REJECT_UNAUTHORIZED", "1", false)]
    [TestCase("NODE_TLS_REJECT_UNAUTHORIZED", "false", false, Description = "Node.js compares with 0 alone")]
    [TestCase("PYTHONHTTPSVERIFY", "0", true)]
    [TestCase("PYTHONHTTPSVERIFY", "1", false)]
    [TestCase("GIT_SSL_NO_VERIFY", "0", true, Description = "Git asks whether it is set")]
    [TestCase("GIT_SSL_NO_VERIFY", "", true)]
    [TestCase("NPM_CONFIG_STRICT_SSL", "false", true)]
    [TestCase("npm_config_strict_ssl", "false", true)]
    [TestCase("npm_config_strict_ssl", "true", false)]
    [TestCase("PIP_TRUSTED_HOST", "pypi.internal", true)]
    [TestCase("PIP_TRUSTED_HOST", "", false)]
    [TestCase("LDAPTLS_REQCERT", "never", true)]
    [TestCase("LDAPTLS_REQCERT", "demand", false)]
    [TestCase("MAVEN_OPTS", "-Xmx1g -Dmaven.wagon.http.ssl.insecure=true", true)]
    [TestCase("MAVEN_OPTS", "-Xmx1g", false)]
    [TestCase("SSL_VERIFY", "0", false)]
    public void Variables_are_judged_as_their_program_does(string name, string value, bool expected) =>
        TlsVerification.IsSwitchedOffBy(name, value).Should().Be(expected);

    [TestCase("strict-ssl=false", "strict-ssl=false")]
    [TestCase("[global]\ntrusted-host = pypi.internal\n", "trusted-host = pypi")]
    [TestCase("Acquire::https::Verify-Peer \"false\";", "Verify-Peer \"false")]
    [TestCase("sslverify=0\\n", "sslverify=0")]
    public void Settings_are_found_in_texts(string text, string expected) =>
        TlsVerification
            .FindSetting(text)!
            .Value.Should()
            .Be(new TextSpan(text.IndexOf(expected, StringComparison.Ordinal), expected.Length));

    [TestCase("strict-ssl=true")]
    [TestCase("no-strict-ssl-false")]
    [TestCase("my_sslverify=0")]
    [TestCase("verify")]
    public void Other_texts_hold_no_setting(string text) => TlsVerification.FindSetting(text).Should().BeNull();

    [TestCase("deb [trusted=yes] http://a ./", true)]
    [TestCase("deb [arch=amd64 trusted=yes] http://a ./", true)]
    [TestCase("[repo]\nname=a\ngpgcheck=0\n", true)]
    [TestCase("[repo]\nname=a\\ngpgcheck=0\\n", true)]
    [TestCase("[repo]\nrepo_gpgcheck=0\ngpgcheck=1\n", false)]
    [TestCase("deb [signed-by=/usr/share/keyrings/a.gpg] http://a ./", false)]
    [TestCase("trusted=yes", false)]
    public void Sources_without_signatures_are_found(string text, bool expected) =>
        UnsignedPackages.FindSetting(text).HasValue.Should().Be(expected);

    /// <summary>The text that a table finds in a command whose words stand one blank apart.</summary>
    private static string? Find(Func<string, Line, OptionMatch?> find, string command)
    {
        ImmutableArray<CommandWord>.Builder words = ImmutableArray.CreateBuilder<CommandWord>();
        int start = 0;
        foreach (string word in command.Split(' '))
        {
            words.Add(new CommandWord(word, new TextSpan(start, word.Length), IsStatic: true, IsVerbatim: true));
            start += word.Length + 1;
        }

        return find(words[0].Text, Line.Parse(words[0].Text, words.Skip(1).ToImmutableArray())) is { } match
            ? command.Substring(match.Span.Start, match.Span.Length)
            : null;
    }
}

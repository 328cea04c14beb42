using DockerfileLint.Semantics;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Semantics;

internal sealed class OptionTableTests
{
    [TestCase("curl -k https://a", 0)]
    [TestCase("curl -fsSLk https://a", 0)]
    [TestCase("/usr/bin/curl -o /tmp/a --insecure https://a", 2)]
    [TestCase("wget -q --no-check-certificate https://a", 1)]
    [TestCase("pip install --trusted-host pypi.org x", 1)]
    [TestCase("pip3.12 install --trusted-host=pypi.org x", 1)]
    [TestCase("python3 -m pip install --trusted-host pypi.org x", 3)]
    [TestCase("pip config set global.trusted-host pypi.org", 2)]
    [TestCase("npm config set strict-ssl false", 2)]
    [TestCase("npm config set strict-ssl=false -g", 2)]
    [TestCase("npm c set strict-ssl false", 2)]
    [TestCase("npm set strict-ssl=false", 1)]
    [TestCase("npm install --strict-ssl=false", 1)]
    [TestCase("yarn config set strict-ssl false", 2)]
    [TestCase("git config --global http.sslVerify false", 2)]
    [TestCase("git config --global http.https://git.internal/.sslverify 0", 2)]
    [TestCase("git -c http.sslVerify=false clone https://a", 0)]
    [TestCase("yum-config-manager --save --setopt=sslverify=0", 1)]
    [TestCase("dnf config-manager --setopt=extras.sslverify=false --save", 1)]
    [TestCase("dnf config-manager --setopt sslverify=no", 1)]
    [TestCase("apt-get -o Acquire::https::Verify-Peer=false update", 0)]
    [TestCase("apt-get update -oAcquire::https::Verify-Peer=false", 1)]
    [TestCase("conda config --set ssl_verify false", 2)]
    [TestCase("composer config -g disable-tls true", 2)]
    [TestCase("mvn -Dmaven.wagon.http.ssl.insecure=true package", 0)]
    [TestCase("skopeo copy --src-tls-verify=false docker://a dir:b", 1)]
    public void Options_that_switch_verification_off_are_found(string command, int index) => FindTls(command)!.Value.Index.Should().Be(index);

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
    public void Other_options_are_left_alone(string command) => FindTls(command).Should().BeNull();

    [TestCase("apk add --no-cache --allow-untrusted /tmp/a.apk", 2)]
    [TestCase("apt-get install -y --allow-unauthenticated a", 2)]
    [TestCase("apt-get install -y --force-yes a", 2)]
    [TestCase("apt-get -o APT::Get::AllowUnauthenticated=true install a", 0)]
    [TestCase("yum install -y --nogpgcheck a", 2)]
    [TestCase("dnf install -y --setopt=epel.gpgcheck=0 a", 2)]
    [TestCase("rpm -i --nosignature a.rpm", 1)]
    [TestCase("zypper --no-gpg-checks install -y a", 0)]
    public void Options_that_let_unsigned_packages_in_are_found(string command, int index)
    {
        string[] words = command.Split(' ');

        UnsignedPackages.FindOption(words[0], words[1..])!.Value.Index.Should().Be(index);
    }

    [TestCase("apk add --no-cache a")]
    [TestCase("dnf install -y --setopt=gpgcheck=1 a")]
    [TestCase("dnf install -y --setopt=repo_gpgcheck=0 a", Description = "The signature of the list, which few repositories have")]
    [TestCase("grep --nogpgcheck a")]
    public void Other_options_of_package_managers_are_left_alone(string command)
    {
        string[] words = command.Split(' ');

        UnsignedPackages.FindOption(words[0], words[1..]).Should().BeNull();
    }

    [Test]
    public void Unknown_words_are_passed_over() => TlsVerification.FindOption("curl", [null, "-k"])!.Value.Index.Should().Be(1);

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
    public void Variables_are_judged_as_their_program_does(string name, string value, bool expected) => TlsVerification.IsSwitchedOffBy(name, value).Should().Be(expected);

    [TestCase("strict-ssl=false", "strict-ssl=false")]
    [TestCase("[global]\ntrusted-host = pypi.internal\n", "trusted-host = pypi")]
    [TestCase("Acquire::https::Verify-Peer \"false\";", "Verify-Peer \"false")]
    [TestCase("sslverify=0\\n", "sslverify=0")]
    public void Settings_are_found_in_texts(string text, string expected) => TlsVerification.FindSetting(text)!.Value.Should().Be(new DockerfileLint.Text.TextSpan(text.IndexOf(expected, StringComparison.Ordinal), expected.Length));

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
    public void Sources_without_signatures_are_found(string text, bool expected) => UnsignedPackages.FindSetting(text).HasValue.Should().Be(expected);

    private static OptionMatch? FindTls(string command)
    {
        string[] words = command.Split(' ');
        return TlsVerification.FindOption(words[0], words[1..]);
    }
}

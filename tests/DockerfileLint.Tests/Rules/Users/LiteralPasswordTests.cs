using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Users;

internal sealed class LiteralPasswordTests() : RuleTest("DL5013")
{
    [TestCase("echo 'root:[|Zt5Kq8|]' | chpasswd")]
    [TestCase("printf 'root:[|Zt5Kq8\\n|]' | sudo chpasswd")]
    [TestCase("echo \"$USER:[|Zt5Kq8|]\" | chpasswd")]
    [TestCase("chpasswd <<< 'root:[|Zt5Kq8|]'")]
    [TestCase("echo [|Zt5Kq8|] | passwd --stdin app")]
    [TestCase("useradd -m -p [|Zt5Kq8|] app")]
    [TestCase("usermod --password=[|Zt5Kq8|] app")]
    [TestCase("useradd -p $(openssl passwd -1 [|Zt5Kq8|]) app")]
    [TestCase("chpasswd <<EOF\nroot:[|Zt5Kq8|]\nEOF")]
    public void Literal_passwords_are_reported(string command) =>
        Verify($"FROM a\nSHELL [\"/bin/bash\", \"-c\"]\nRUN {command}\n");

    [TestCase("chpasswd -e < /run/secrets/users")]
    [TestCase("echo \"root:${PASSWORD}\" | chpasswd")]
    [TestCase("echo \"$PASSWORD\" | passwd --stdin app")]
    [TestCase("cat users | chpasswd")]
    [TestCase("useradd -p '!' app")]
    [TestCase("useradd -p '*' app")]
    [TestCase("useradd -p \"$HASH\" app")]
    [TestCase("passwd -d app && passwd -l app")]
    [TestCase("chgrp root /etc/passwd")]
    [TestCase("adduser --disabled-password app")]
    public void Other_commands_are_left_alone(string command) => Verify($"FROM a\nRUN {command}\n");
}

using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Secrets;

internal sealed class CredentialCommandTests() : RuleTest("DL5005")
{
    [TestCase("docker login -u a [|-p|] Zt5Kq8 b")]
    [TestCase("aws configure set [|aws_secret_access_key|] Zt5Kq8")]
    [TestCase("az login --service-principal -u a [|-p|] Zt5Kq8 --tenant b")]
    [TestCase("doctl auth init [|--access-token|]=Zt5Kq8")]
    [TestCase("npm config set [|//registry.npmjs.org/:_authToken|] Zt5Kq8")]
    [TestCase("npm config set [|//registry.npmjs.org/:_authToken=Zt5Kq8|]")]
    [TestCase("curl [|-u|] a:Zt5Kq8 https://b")]
    [TestCase("curl [|-u|] \"$USER:Zt5Kq8\" https://b")]
    [TestCase("wget [|--password|]=Zt5Kq8 https://b")]
    [TestCase("sshpass [|-p|] Zt5Kq8 scp a b:")]
    [TestCase("[|gcloud auth activate-service-account --key-file=/key.json|]")]
    public void Literal_credentials_are_reported(string command) => Verify($"FROM a\nRUN {command}\n");

    [TestCase("docker login -u a -p \"$PASSWORD\" b")]
    [TestCase("docker login -u a --password-stdin b")]
    [TestCase("docker run -p 80:80 b")]
    [TestCase("aws configure set region eu-central-1")]
    [TestCase("aws configure set aws_access_key_id dummy")]
    [TestCase("curl -u \"a:$PASSWORD\" https://b")]
    [TestCase("curl -u a https://b")]
    [TestCase("curl -u a:b http://localhost:9200/")]
    [TestCase("npm config set registry https://b")]
    [TestCase("--mount=type=secret,id=k gcloud auth activate-service-account --key-file=/run/secrets/k")]
    public void Other_commands_are_left_alone(string command) => Verify($"FROM a\nRUN {command}\n");
}

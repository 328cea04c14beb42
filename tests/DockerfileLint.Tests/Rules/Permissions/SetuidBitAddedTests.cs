using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Permissions;

internal sealed class SetuidBitAddedTests() : RuleTest("DL5012")
{
    [TestCase("RUN chmod [|u+s|] /bin/a")]
    [TestCase("RUN chmod [|+s|] /bin/a")]
    [TestCase("RUN chmod [|4755|] /tmp /bin/a")]
    [TestCase("RUN chmod -R [|2777|] /tmp")]
    [TestCase("RUN chmod [|2755|] /a && mkdir /a")]
    [TestCase("RUN mkdir /a && chmod [|2755|] /a/b")]
    [TestCase("RUN find /a -type f -exec chmod [|u+s|] {} +")]
    [TestCase("RUN install -m [|4755|] a /bin/a")]
    [TestCase("COPY --chmod=[|4755|] a /bin/a")]
    public void A_program_that_may_run_as_its_owner_is_reported(string instruction) =>
        Verify($"FROM a\n{instruction}\n");

    [TestCase("RUN chmod 755 /bin/a")]
    [TestCase("RUN chmod a-s /bin/a")]
    [TestCase("RUN chmod 1777 /a")]
    [TestCase("RUN chmod a+s /opt/")]
    [TestCase("RUN mkdir -p /a /b && chown b /a && chmod 2775 /a/ /b")]
    [TestCase("RUN mkdir -m 2775 /a")]
    [TestCase("RUN install -d -m 2775 /a")]
    [TestCase("RUN find /a -type d -exec chmod 2770 {} \\;")]
    public void Other_modes_and_folders_are_left_alone(string instruction) => Verify($"FROM a\n{instruction}\n");
}

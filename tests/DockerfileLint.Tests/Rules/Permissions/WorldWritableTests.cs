using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Permissions;

internal sealed class WorldWritableTests() : RuleTest("DL5011")
{
    [TestCase("RUN chmod [|777|] /a")]
    [TestCase("RUN chmod -R [|0666|] /a")]
    [TestCase("RUN chmod [|a+rwx|] /a")]
    [TestCase("RUN chmod [|go+w|] /a")]
    [TestCase("RUN chmod [|ugo=rwX|] /a")]
    [TestCase("RUN find / -type d -exec chmod [|777|] {} +")]
    [TestCase("RUN install -d -m [|0777|] /a")]
    [TestCase("COPY --chmod=[|777|] a /a")]
    [TestCase("ADD --chmod=[|o+w|] a /a")]
    public void Modes_that_let_everyone_write_are_reported(string instruction) => Verify($"FROM a\n{instruction}\n");

    [TestCase("RUN chmod 755 /a")]
    [TestCase("RUN chmod 1777 /tmp")]
    [TestCase("RUN chmod a+rwxt /tmp")]
    [TestCase("RUN chmod +w /a", Description = "The mask decides")]
    [TestCase("RUN chmod o-w /a")]
    [TestCase("RUN chmod g=u /a")]
    [TestCase("RUN chmod $MODE /a")]
    [TestCase("RUN chmod a+rx /777")]
    [TestCase("RUN echo chmod 777")]
    [TestCase("COPY --chmod=775 a /a")]
    [TestCase("COPY --chmod=$MODE a /a")]
    public void Other_modes_are_left_alone(string instruction) => Verify($"FROM a\n{instruction}\n");
}

using DockerfileLint.Text;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Text;

public sealed class AsciiTextTests
{
    [TestCase("sslverify=0", "sslverify", 0)]
    [TestCase("a SSLVerify=0", "sslverify", 2)]
    [TestCase("ssl sslsSlVerify", "sslverify", 7)]
    [TestCase("ſslverify", "sslverify", -1)]
    [TestCase("sslverif", "sslverify", -1)]
    [TestCase("", "sslverify", -1)]
    public void A_word_is_found_in_any_case(string text, string word, int index) =>
        AsciiText.IndexOfIgnoreCase(text.AsSpan(), word).Should().Be(index);
}

using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Downloads;

internal sealed class WgetProgressShownTests() : RuleTest("DL3047")
{
    [TestCase("RUN [|wget|] https://a")]
    [TestCase("RUN sudo [|wget|] -O b https://a")]
    [TestCase("RUN wget -q https://a")]
    [TestCase("RUN wget -nv https://a")]
    [TestCase("RUN wget -qO- https://a")]
    [TestCase("RUN wget --progress=dot:giga https://a")]
    [TestCase("RUN wget -o log https://a")]
    [TestCase("RUN wget https://a 2>/dev/null")]
    [TestCase("RUN wget $OPTIONS https://a")]
    [TestCase("RUN wget --version")]
    [TestCase("RUN [|wget|] \"$URL/a\"")]
    public void By_default(string text) => Verify($"FROM a\n{text}\n");

    [TestCase("FROM alpine\nRUN wget https://a\n")]
    [TestCase("FROM python:3.13-alpine AS a\nFROM a\nRUN wget https://a\n")]
    [TestCase("FROM a\nRUN apk add tar && wget https://a\n", Description = "packages of Alpine")]
    [TestCase("FROM alpine\nRUN apk add --no-cache wget && [|wget|] https://a\n")]
    [TestCase("FROM alpine AS a\nRUN apk --virtual t add wget\nFROM a\nRUN [|wget|] https://a\n")]
    [TestCase("FROM alpine AS a\nRUN apk add wget\nFROM alpine\nRUN wget https://a\n")]
    [TestCase("FROM alpine\nRUN wget https://a\nRUN apk add wget\n")]
    public void The_program_of_BusyBox_has_no_option_for_it(string text) => Verify(text);

    [TestCase("RUN [|wget|] https://a 2>/dev/null")]
    [TestCase("RUN [|wget|] --version")]
    [TestCase("RUN sudo wget https://a")]
    public void As_hadolint(string text) => Verify($"FROM a\n{text}\n", "behaviour=hadolint");
}

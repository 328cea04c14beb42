using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Syntax.Dockerfiles;

/// <summary>Each instruction reads its arguments in its own form.</summary>
internal sealed class ArgumentTests
{
    private static readonly string[] ExecForm = ["RUN", "CMD", "ENTRYPOINT", "SHELL", "HEALTHCHECK CMD", "ONBUILD RUN"];

    [TestCase("[]", "exec")]
    [TestCase("[ ]", "exec")]
    [TestCase("[\"a\", \"b\"]", "exec \"a\" \"b\"")]
    [TestCase("[\t\"a\"\t,\"b\" ] ", "exec \"a\" \"b\"")]
    [TestCase("[\"a\"\r,\"b\"]", "exec \"a\" \"b\"")]
    [TestCase("[\"\\u0061\\n\\/\\\"\\\\\"]", "exec \"a\\n/\\\"\\\\\"")]
    [TestCase("[\"\\ud83d\\ude00\"]", "exec \"\U0001F600\"", Description = "a pair of surrogates")]
    [TestCase("[\"a\\ud83d\"]", "exec \"a\uFFFD\"", Description = "a lone one")]
    [TestCase("[\"\\ude00\\ud83d\"]", "exec \"\uFFFD\uFFFD\"")]
    [TestCase("[\"a\", \\\n \"b\"]", "exec \"a\" \"b\"")]
    [TestCase("[\"a\" \\\n# c\n, \"b\"]", "exec \"a\" \"b\"")]
    [TestCase("[\"\u00A0\"]", "exec \"\u00A0\"")]
    [TestCase("['a']", "shell \"['a']\"", Description = "JSON has no single quotes")]
    [TestCase("[\"a\",]", "shell \"[\\\"a\\\",]\"")]
    [TestCase("[,\"a\"]", "shell \"[,\\\"a\\\"]\"")]
    [TestCase("[\"a\"] b", "shell \"[\\\"a\\\"] b\"")]
    [TestCase("[\"a\" \"b\"]", "shell \"[\\\"a\\\" \\\"b\\\"]\"")]
    [TestCase("[\"a\"", "shell \"[\\\"a\\\"\"")]
    [TestCase("[\"a\tb\"]", "shell \"[\\\"a\\tb\\\"]\"", Description = "a raw control character")]
    [TestCase("[\"\\x\"]", "shell \"[\\\"\\\\x\\\"]\"")]
    [TestCase("[\"\\u00g0\"]", "shell \"[\\\"\\\\u00g0\\\"]\"")]
    [TestCase("[\u00A0\"a\"]", "shell \"[\u00A0\\\"a\\\"]\"", Description = "NBSP is no blank of JSON")]
    [TestCase("a [\"b\"]", "shell \"a [\\\"b\\\"]\"")]
    [TestCase("[ -f a ]", "shell \"[ -f a ]\"", Description = "a test of the shell")]
    [TestCase("[01]", "shell \"[01]\"")]
    [TestCase("[nul]", "shell \"[nul]\"")]
    [TestCase("[\"a\", tru]", "shell \"[\\\"a\\\", tru]\"")]
    [TestCase("{\"a\": []}", "shell \"{\\\"a\\\": []}\"")]
    public void A_command_is_exec_form_where_all_of_it_is_an_array_of_strings(string command, string outline)
    {
        foreach (string instruction in ExecForm)
        {
            TreeOutline
                .Of($"{instruction} {command}")
                .Should()
                .EndWith($" {outline}", $"{instruction} reads both forms");
        }
    }

    [TestCase("1")]
    [TestCase("-1.5e+3")]
    [TestCase("true")]
    [TestCase("null")]
    [TestCase("{}")]
    [TestCase("{\"a\": [1, {\"b\": false}]}")]
    [TestCase("[]")]
    [TestCase("[\"b\"]")]
    public void Another_value_in_an_array_is_refused(string value)
    {
        foreach (string instruction in (string[])[.. ExecForm, "COPY", "ADD", "VOLUME"])
        {
            DockerfileSyntaxTree tree = DockerfileSyntaxTree.Parse($"{instruction} [\"a\", {value}, \"c\"]");

            MarkedText
                .Parse($"{instruction} [\"a\", [|{value}|], \"c\"]", "DL1000")
                .Verify(tree.Diagnostics.Where(diagnostic => diagnostic.Rule.Id == "DL1000"));
        }
    }

    [TestCase("RUN a  b\t", "RUN shell \"a  b\"")]
    [TestCase("RUN \"a", "RUN shell \"\\\"a\"", Description = "the shell's matter")]
    [TestCase("CMD", "CMD shell \"\"")]
    [TestCase("CMD\t", "CMD shell \"\"")]
    [TestCase("FROM a", "FROM \"a\"")]
    [TestCase("FROM", "FROM")]
    [TestCase("FROM a as b", "FROM \"a\" \"as\" \"b\"")]
    [TestCase(
        "FROM \"a\" # c",
        "FROM \"\\\"a\\\"\" \"#\" \"c\"",
        Description = "quotes mean nothing, comments neither"
    )]
    [TestCase("EXPOSE 80 \"81 82\"", "EXPOSE \"80\" \"\\\"81\" \"82\\\"\"")]
    [TestCase("EXPOSE 80\u00A081", "EXPOSE \"80\u00A081\"", Description = "NBSP glues ports together")]
    [TestCase("EXPOSE 80\v81\f82\r83", "EXPOSE \"80\" \"81\" \"82\" \"83\"")]
    [TestCase("VOLUME a b", "VOLUME \"a\" \"b\"")]
    [TestCase("VOLUME [\"a b\"]", "VOLUME \"a b\"")]
    [TestCase("VOLUME ['a']", "VOLUME \"['a']\"")]
    [TestCase("COPY a b c", "COPY \"a\" \"b\" \"c\"")]
    [TestCase("COPY \"a b\" c", "COPY \"\\\"a\" \"b\\\"\" \"c\"")]
    [TestCase("COPY [\"a b\", \"c\"]", "COPY exec \"a b\" \"c\"")]
    [TestCase("COPY [a, b]", "COPY \"[a,\" \"b]\"")]
    [TestCase("ADD a\u00A0b c", "ADD \"a\u00A0b\" \"c\"")]
    [TestCase("USER a b", "USER \"a b\"")]
    [TestCase("USER", "USER")]
    [TestCase("WORKDIR  /a b ", "WORKDIR \"/a b\"")]
    [TestCase("WORKDIR \"/a b\"", "WORKDIR \"\\\"/a b\\\"\"")]
    [TestCase("STOPSIGNAL SIGTERM", "STOPSIGNAL \"SIGTERM\"")]
    [TestCase("STOPSIGNAL --x 9", "STOPSIGNAL --x \"9\"")]
    [TestCase("MAINTAINER a <b@c>", "MAINTAINER \"a <b@c>\"")]
    [TestCase("SHELL a", "SHELL shell \"a\"")]
    [TestCase("HEALTHCHECK", "HEALTHCHECK")]
    [TestCase("HEALTHCHECK none", "HEALTHCHECK \"none\"")]
    [TestCase("HEALTHCHECK cmd a b", "HEALTHCHECK \"cmd\" shell \"a b\"")]
    [TestCase("HEALTHCHECK CMD", "HEALTHCHECK \"CMD\"")]
    [TestCase("ONBUILD", "ONBUILD")]
    [TestCase("ONBUILD RUN a", "ONBUILD RUN shell \"a\"")]
    [TestCase("ONBUILD run \\\n a", "ONBUILD RUN shell \"a\"")]
    [TestCase("ONBUILD ONBUILD RUN a", "ONBUILD UNKNOWN ONBUILD RUN a")]
    [TestCase("ONBUILD FROM a", "ONBUILD FROM \"a\"")]
    [TestCase("ONBUILD FOO a", "ONBUILD UNKNOWN FOO a")]
    public void Arguments_are_cut_as_the_builder_cuts_them(string text, string outline) =>
        TreeOutline.Of(text).Should().Be(outline);

    [TestCase("a=b", "\"a\"=\"b\"")]
    [TestCase("a=b c=d", "\"a\"=\"b\" \"c\"=\"d\"")]
    [TestCase("a=", "\"a\"=\"\"")]
    [TestCase("a=b=c", "\"a\"=\"b=c\"")]
    [TestCase("a=\"b c\" d='e f'", "\"a\"=\"\\\"b c\\\"\" \"d\"=\"'e f'\"", Description = "quotes are kept")]
    [TestCase("a=b\\ c d=e", "\"a\"=\"b\\\\ c\" \"d\"=\"e\"", Description = "so are escapes")]
    [TestCase("a=\"b\\\" c\" d=e", "\"a\"=\"\\\"b\\\\\\\" c\\\"\" \"d\"=\"e\"")]
    [TestCase("a='b\\' c=d", "\"a\"=\"'b\\\\'\" \"c\"=\"d\"", Description = "no escape in single quotes")]
    [TestCase("a=\"b'c\" d=e", "\"a\"=\"\\\"b'c\\\"\" \"d\"=\"e\"")]
    [TestCase("a=\"b c=d", "\"a\"=\"\\\"b c=d\"", Description = "an open quote runs to the end")]
    [TestCase("\"a b\"=c", "\"\\\"a b\\\"\"=\"c\"")]
    [TestCase("a=b\u00A0c=d", "\"a\"=\"b\" \"c\"=\"d\"", Description = "any white space separates")]
    [TestCase("a=b \\\n# x\n\n c=d", "\"a\"=\"b\" \"c\"=\"d\"")]
    [TestCase("a=b\\", "\"a\"=\"b\"", Description = "an escape at the end of the file is a continuation")]
    [TestCase("=a", "\"\"=\"a\"")]
    [TestCase("=", "\"\"=\"\"")]
    [TestCase("a=b c", "\"a\"=\"b\" \"c\"", Description = "refused, and kept")]
    public void Pairs_are_split_outside_quotes(string arguments, string pairs)
    {
        TreeOutline.Of($"ENV {arguments}").Should().Be($"ENV {pairs}");
        TreeOutline.Of($"LABEL {arguments}").Should().Be($"LABEL {pairs}");
    }

    [TestCase("a b", "legacy \"a\"=\"b\"")]
    [TestCase("a b c", "legacy \"a\"=\"b c\"")]
    [TestCase("a  b = \"c\" ", "legacy \"a\"=\"b = \\\"c\\\"\"")]
    [TestCase("a\tb", "legacy \"a\"=\"b\"")]
    [TestCase("a \\\n b", "legacy \"a\"=\"b\"")]
    [TestCase("a b=c", "legacy \"a\"=\"b=c\"", Description = "the first word alone decides")]
    [TestCase("a", "legacy \"a\"")]
    [TestCase(
        "\"a b\" c",
        "legacy \"\\\"a\"=\"b\\\" c\"",
        Description = "the key ends at the first blank of the raw text"
    )]
    public void A_first_word_without_equals_sign_is_the_legacy_form(string arguments, string pair)
    {
        TreeOutline.Of($"ENV {arguments}").Should().Be($"ENV {pair}");
        TreeOutline.Of($"LABEL {arguments}").Should().Be($"LABEL {pair}");
    }

    [TestCase("ARG a", "ARG \"a\"")]
    [TestCase("ARG a=b", "ARG \"a\"=\"b\"")]
    [TestCase("ARG a b=c d", "ARG \"a\" \"b\"=\"c\" \"d\"")]
    [TestCase("ARG a=", "ARG \"a\"=\"\"")]
    [TestCase("ARG =b", "ARG \"\"=\"b\"")]
    [TestCase("ARG a='b c'", "ARG \"a\"=\"'b c'\"")]
    [TestCase("ARG", "ARG")]
    [TestCase("ENV", "ENV")]
    [TestCase("LABEL", "LABEL")]
    public void Declarations_are_names_with_or_without_default(string text, string outline) =>
        TreeOutline.Of(text).Should().Be(outline);
}

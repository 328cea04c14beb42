using DockerfileLint.Tests.Testing;

namespace DockerfileLint.Tests.Rules.Shell;

/// <summary>Tests of rules over scripts that differ in data alone, or that are told in a line.</summary>
internal static class ShellRules
{
    /// <summary>Lints a script of RUN, as we judge it, with one rule alone.</summary>
    internal static void Verify(string id, string script, string head = "FROM debian") =>
        new OneRule(id).Check($"{head}\nRUN {script}\n");

    /// <summary>Lints a script of RUN, as ShellCheck judges it for hadolint, with one rule alone.</summary>
    internal static void VerifyExact(string id, string script, string head = "FROM debian") =>
        new OneRule(id).Check($"{head}\nRUN {script}\n", "behaviour=hadolint");

    private sealed class OneRule(string id) : RuleTest(id)
    {
        internal void Check(string markup, params string[] settings) => Verify(markup, settings);
    }
}

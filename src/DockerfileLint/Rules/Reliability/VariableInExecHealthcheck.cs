using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Compose;
using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Reliability;

[Rule("DC6007")]
internal sealed partial class VariableInExecHealthcheck : ComposeRule
{
    /// <summary>Programs whose arguments are a language with a dollar sign of its own.</summary>
    private static readonly HashSet<string> Interpreters = new(StringComparer.Ordinal)
    {
        "awk",
        "gawk",
        "mongo",
        "mongosh",
        "node",
        "perl",
        "php",
        "python",
        "python3",
        "ruby",
    };

    public override void VisitService(Service service, ComposeRuleContext context)
    {
        if (
            service.Value.FindPath("healthcheck", "test")
                is not ComposeSequence { Items: [ComposeScalar form, ..] } test
            || !form.Text.Whole.IsCertainly("CMD")
            || test.Items.Count < 2
            || test.Items[1] is not ComposeScalar { Text: var program }
            || !program.TryGetValue(out string? path)
            || IsInterpreter(path)
        )
        {
            return;
        }

        for (int i = 2; i < test.Items.Count; i++)
        {
            if (test.Items[i] is not ComposeScalar { IsNull: false, Text: var text })
            {
                continue;
            }

            // A shell further on, as behind gosu, expands the rest.
            if (text.TryGetValue(out string? word) && IsInterpreter(word))
            {
                return;
            }

            if (HasVariable(text.Scalar.Value))
            {
                context.Report(text.Span, Message(service: service.Name, text: text.DisplayText));
            }
        }
    }

    private static bool IsInterpreter(string path) =>
        ShellNames.GetKind(path) != ShellKind.Other || Interpreters.Contains(path.Substring(path.LastIndexOf('/') + 1));

    /// <summary>Whether two dollar signs stand before a name in capitals.</summary>
    private static bool HasVariable(string text)
    {
        for (
            int i = text.IndexOf("$$", StringComparison.Ordinal);
            i >= 0;
            i = text.IndexOf("$$", i + 2, StringComparison.Ordinal)
        )
        {
            int name = i + 2 < text.Length && text[i + 2] == '{' ? i + 3 : i + 2;
            if (
                name + 1 < text.Length
                && text[name] is >= 'A' and <= 'Z'
                && text[name + 1] is (>= 'A' and <= 'Z') or '_'
            )
            {
                return true;
            }
        }

        return false;
    }
}

using System.Collections.Immutable;
using System.Text;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Syntax.Shell;
using DockerfileLint.Text;

namespace DockerfileLint.Analysis.External;

/// <summary>The line that tells ShellCheck of the variables that a script of a stage finds set.</summary>
internal sealed class ShellCheckVariables(DockerfileModel model, Stage? stage)
{
    private readonly ExportedVariables _exported = new(model, stage);
    private ImmutableArray<string> _names;

    /// <summary>The line that defines them.</summary>
    internal string GetDefinitions(InstructionSyntax run, ShellText script)
    {
        if (_names.IsDefault)
        {
            _names = stage is null
                ? []
                : [.. stage.Variables.GetNames(AnalysisBudget.MaxShellCheckVariables).Where(IsName)];
        }

        var definitions = new StringBuilder("export");
        var seen = new HashSet<string>(ExportedVariables.ProxyNames, StringComparer.Ordinal);
        foreach (string name in ExportedVariables.ProxyNames)
        {
            Append(definitions, name);
        }

        foreach (string name in _names.Concat(FindNames(script)))
        {
            if (!seen.Contains(name) && _exported.IsSet(name, run) && seen.Add(name))
            {
                Append(definitions, name);
            }
        }

        foreach (string name in _exported.FindTriggerNames(run))
        {
            if (IsName(name) && seen.Add(name))
            {
                Append(definitions, name);
            }
        }

        return definitions.Append('\n').ToString();
    }

    private static void Append(StringBuilder definitions, string name) =>
        definitions.Append(' ').Append(name).Append("=1");

    /// <summary>Everything in a script that may be a name.</summary>
    private static HashSet<string> FindNames(ShellText script)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        int start = -1;
        for (int i = script.Start; i <= script.End; i++)
        {
            bool isPart =
                i < script.End && (IsNameStart(script.Text[i]) || (start >= 0 && script.Text[i] is >= '0' and <= '9'));
            if (isPart && start < 0)
            {
                start = i;
            }
            else if (!isPart && start >= 0)
            {
                names.Add(script.Text.Substring(start, i - start));
                start = -1;
            }
        }

        return names;
    }

    private static bool IsName(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (!IsNameStart(text[i]) && (i == 0 || text[i] is < '0' or > '9'))
            {
                return false;
            }
        }

        return text.Length > 0;
    }

    private static bool IsNameStart(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_';
}

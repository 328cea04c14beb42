using DockerfileLint.Semantics.Compose;
using DockerfileLint.Text;

namespace DockerfileLint.Analysis;

/// <summary>Says on which variables a finding rests, and what they are taken for.</summary>
internal static class OpenVariableText
{
    /// <summary>The condition of a finding.</summary>
    /// <param name="text">The text of the deciding value as it is written.</param>
    /// <param name="open">What the variables are taken for.</param>
    internal static string Describe(string text, OpenVariables open)
    {
        List<string> names = FindNames(text);
        string subject = names.Count == 0 ? "variables" : "'" + string.Join("', '", names) + "'";
        return open == OpenVariables.Unset
            ? $"This holds where nobody sets {subject}: Compose takes what is not set as empty."
            : $"This holds where the environment file of a folder above sets {subject}.";
    }

    private static List<string> FindNames(string text)
    {
        var names = new List<string>();
        for (int i = text.IndexOf('$'); i >= 0 && i + 1 < text.Length; i = text.IndexOf('$', i))
        {
            int start = text[i + 1] == '{' ? i + 2 : i + 1;
            i = start;
            while (
                i < text.Length && text[i] is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_' or (>= '0' and <= '9')
            )
            {
                i++;
            }

            string name = text.Substring(start, i - start);
            if (name.Length > 0 && !names.Contains(name) && names.Count < AnalysisBudget.MaxShownSteps)
            {
                names.Add(name);
            }
            else if (name.Length == 0 && i < text.Length && text[i] == '$')
            {
                i++;
            }

            if (i >= text.Length)
            {
                break;
            }
        }

        return names;
    }
}

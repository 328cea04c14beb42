using DockerfileLint.Text;

namespace DockerfileLint.Analysis;

/// <summary>Says on which variables a finding rests that holds where nobody sets them.</summary>
internal static class OpenVariables
{
    /// <summary>The condition of a finding.</summary>
    /// <param name="text">The reported text as it is written.</param>
    internal static string Describe(string text)
    {
        List<string> names = FindNames(text);
        string subject = names.Count == 0 ? "what files leave open" : "'" + string.Join("', '", names) + "'";
        return $"This holds where nobody sets {subject}: Compose takes it as empty.";
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

using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Text;

namespace DockerfileLint.Rules.Variables;

/// <summary>Finds the variable that somebody may have meant.</summary>
internal static class VariableSuggestion
{
    /// <summary>Shorter parts of names are too near to each other by nature.</summary>
    private const int MinLength = 4;

    /// <summary>The defined name nearest to an undefined one, or <c>null</c>.</summary>
    /// <param name="name">The undefined name.</param>
    /// <param name="scope">Where it is used.</param>
    /// <param name="global">The global scope.</param>
    internal static string? Find(string name, VariableScope scope, VariableScope global)
    {
        string[] candidates =
        [
            .. scope
                .GetNames(AnalysisBudget.MaxSuggestedVariables)
                .Concat(global.GetNames(AnalysisBudget.MaxSuggestedVariables))
                .Concat(VariableScope.PlatformNames)
                .Append("PATH")
                .Where(candidate => candidate != name && IsSlip(name, candidate)),
        ];
        return SpellChecker.GetSuggestion(name.AsSpan(), candidates);
    }

    /// <summary>
    /// Whether names differ as slips do: each part between underscores is right or near. LIB_DIR and BIN_DIR, UID and
    /// GID, PYTHON2 and PYTHON3 are different names.
    /// </summary>
    private static bool IsSlip(string name, string candidate)
    {
        if (name.Length > AnalysisBudget.MaxSuggestionLength || candidate.Length > AnalysisBudget.MaxSuggestionLength)
        {
            return false;
        }

        string[] parts = name.Split('_');
        string[] others = candidate.Split('_');
        if (parts.Length != others.Length)
        {
            return string.Equals(name.Replace("_", ""), candidate.Replace("_", ""), StringComparison.OrdinalIgnoreCase);
        }

        for (int i = 0; i < parts.Length; i++)
        {
            string part = parts[i];
            bool isSame = string.Equals(part, others[i], StringComparison.OrdinalIgnoreCase);
            bool isNear =
                part.Length >= MinLength
                && part.Any(char.IsLetter)
                && !DiffersInDigitsOnly(part, others[i])
                && SpellChecker.GetSuggestion(part.AsSpan(), [others[i]]) is not null;
            if (!isSame && !isNear)
            {
                return false;
            }
        }

        return true;
    }

    private static bool DiffersInDigitsOnly(string left, string right) =>
        left.Where(c => !char.IsDigit(c)).SequenceEqual(right.Where(c => !char.IsDigit(c)));
}

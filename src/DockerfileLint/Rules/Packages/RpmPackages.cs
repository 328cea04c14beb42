using DockerfileLint.Semantics.Commands;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Packages;

/// <summary>
/// Tells which packages of yum and dnf carry a version. Names hold dashes and digits as versions do, so that this is a
/// guess.
/// </summary>
internal static class RpmPackages
{
    /// <summary>The packages of an installation that carry none.</summary>
    internal static IEnumerable<CommandWord> FindUnpinned(
        RunCommand command,
        DockerfileRuleContext context,
        bool asHadolint
    )
    {
        ParsedCommandLine line = command.Line;
        if (
            line.Subcommand == "module"
            && !line.Operands.IsEmpty
            && line.Operands[0].Text == "install"
            && (!asHadolint || command.IsSeenByHadolint())
        )
        {
            return line.Operands.Skip(1).Where(word => (asHadolint || word.IsStatic) && word.Text.IndexOf(':') < 0);
        }

        if (asHadolint)
        {
            return line.Subcommand == "install" && command.IsSeenByHadolint()
                ? line.Operands.Where(word => !IsPinnedForHadolint(word.Text, command, context))
                : [];
        }

        return line.Subcommand is "install" or "in" or "localinstall"
            ? line.Operands.Where(word => word.IsStatic && !IsPinned(word.Text))
            : [];
    }

    /// <summary>
    /// The last part after a dash is a version or a release, both of which begin with a digit. Files, groups and what a
    /// package provides have no version to choose.
    /// </summary>
    private static bool IsPinned(string word)
    {
        if (
            word.Length == 0
            || word[0] == '@'
            || word.IndexOfAny(['/', '(', '=', '<', '>']) >= 0
            || word.EndsWith(".rpm", StringComparison.Ordinal)
        )
        {
            return true;
        }

        int dash = word.LastIndexOf('-');
        return dash > 0 && dash + 1 < word.Length && IsDigit(word[dash + 1]);
    }

    private static bool IsPinnedForHadolint(string word, RunCommand command, DockerfileRuleContext context)
    {
        int dash = word.IndexOf('-');
        if (dash < 0)
        {
            return false;
        }

        if (word.EndsWith(".rpm", StringComparison.Ordinal) || HasKnownVariable(word, command, context))
        {
            return true;
        }

        bool hasVersion = false;
        for (int i = dash + 1; i < word.Length; i++)
        {
            char c = word[i];
            if (
                !(
                    IsDigit(c)
                    || c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '.' or '~' or '^' or '_' or ':' or '+' or '-'
                )
            )
            {
                return false;
            }

            hasVersion = hasVersion || (word[i - 1] == '-' && IsDigit(c));
        }

        return hasVersion;
    }

    /// <summary>Whether a word holds an ENV of the stage, or an ARG from wherever above.</summary>
    private static bool HasKnownVariable(string word, RunCommand command, DockerfileRuleContext context)
    {
        for (
            int start = word.IndexOf("${", StringComparison.Ordinal);
            start >= 0;
            start = word.IndexOf("${", start + 2, StringComparison.Ordinal)
        )
        {
            int end = word.IndexOf('}', start);
            string name = end < 0 ? "" : word.Substring(start + 2, end - start - 2);
            if (
                name.Length > 0
                && (
                    context.FindVariable(name, command.Instruction).State != VariableState.Undefined
                    || FirstDefinitions.Of(context.Model).IsSetBefore(name, InstructionKind.Arg, command.Instruction)
                )
            )
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsDigit(char c) => c is >= '0' and <= '9';
}

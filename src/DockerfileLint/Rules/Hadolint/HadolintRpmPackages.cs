using DockerfileLint.Rules.Packages;
using DockerfileLint.Semantics.Commands;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Hadolint;

/// <summary>Tells which packages of yum and dnf hadolint takes for such that carry no version.</summary>
internal static class HadolintRpmPackages
{
    /// <summary>The packages of an installation that carry none.</summary>
    internal static IEnumerable<CommandWord> FindUnpinned(RunCommand command, DockerfileRuleContext context)
    {
        ParsedCommandLine line = command.Line;
        if (!command.IsSeenByHadolint())
        {
            return [];
        }

        if (RpmPackages.InstallsModules(line))
        {
            return line.Operands.Skip(1).Where(word => word.Text.IndexOf(':') < 0);
        }

        return line.Subcommand == "install" ? line.Operands.Where(word => !IsPinned(word.Text, command, context)) : [];
    }

    private static bool IsPinned(string word, RunCommand command, DockerfileRuleContext context)
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
                    || context.Model.IsSetBefore(name, InstructionKind.Arg, command.Instruction)
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

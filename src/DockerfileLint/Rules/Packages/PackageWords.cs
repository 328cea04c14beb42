using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics.Commands;

namespace DockerfileLint.Rules.Packages;

/// <summary>Reports the packages of one installation as one finding.</summary>
internal static class PackageWords
{
    private const int NamesShown = 3;

    /// <summary>Reports words of a command at the first of them, if there are any.</summary>
    internal static void Report(
        DockerfileRuleContext context,
        IEnumerable<CommandWord> words,
        Func<string, DiagnosticMessage> message
    )
    {
        CommandWord[] found = [.. words];
        if (found.Length > 0)
        {
            string names = string.Join(", ", found.Take(NamesShown).Select(word => word.Text));
            int more = found.Length - NamesShown;
            context.Report(found[0].Span, message(more > 0 ? $"{names} and {more} more" : names));
        }
    }
}

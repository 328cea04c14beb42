using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Text;

namespace DockerfileLint.Rules.BuildContexts;

/// <summary>Reports sources of COPY and ADD that the ignore file leaves out.</summary>
internal static class IgnoredSources
{
    /// <param name="instruction">The instruction.</param>
    /// <param name="context">The visited file.</param>
    /// <param name="find">The pattern that leaves a source out, or <c>null</c>.</param>
    /// <param name="message">The message for a source, a pattern and the path of the ignore file.</param>
    internal static void Report(
        FileTransferInstructionSyntax instruction,
        DockerfileRuleContext context,
        Func<IgnoreFile, string, IgnorePattern?> find,
        Func<string, string, string, DiagnosticMessage> message
    )
    {
        if (context.Stage is not { } stage)
        {
            return;
        }

        foreach (ContextSource source in ContextSource.Find(instruction, stage))
        {
            if (context.BuildContext is not { IsKnown: true, IgnoreFile: { } file })
            {
                return;
            }

            if (find(file, source.Value) is { } pattern)
            {
                var related = new RelatedLocation(
                    new SourceSpan(file.File, pattern.Span),
                    "This pattern leaves it out."
                );
                context.Report(
                    source.Word.Span,
                    message(source.Value, pattern.Text, file.File.Path),
                    related: [related]
                );
            }
        }
    }
}

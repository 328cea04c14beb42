using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.BuildContexts;

[Rule("DL1011")]
internal sealed partial class FlattenedCopy : DockerfileRule
{
    public override bool VisitsTriggers => true;

    public override void VisitCopy(CopyInstructionSyntax instruction, DockerfileRuleContext context) =>
        Check(instruction, context);

    public override void VisitAdd(AddInstructionSyntax instruction, DockerfileRuleContext context) =>
        Check(instruction, context);

    private static void Check(FileTransferInstructionSyntax transfer, DockerfileRuleContext context)
    {
        // What another stage holds is known to its author; versions in paths are written as patterns there.
        if (transfer.GetFlag("from") is not null || transfer.GetFlag("parents") is not null)
        {
            return;
        }

        foreach (WordSyntax source in transfer.Sources)
        {
            ReadOnlySpan<char> path = source.AsSpan().TrimEnd('"').TrimEnd('/');
            int slash = path.LastIndexOf('/');
            if (slash <= 0 || path.IndexOf("://".AsSpan(), StringComparison.Ordinal) >= 0)
            {
                continue;
            }

            ReadOnlySpan<char> name = path.Slice(slash + 1);
            if (IsFileName(name) && HasWholeSegment(path.Slice(0, slash)))
            {
                context.Report(
                    source.Span,
                    MessageOverwritten(file: name.ToString(), source: source.Text),
                    OverwrittenTier
                );
            }
            else if (name.Length == 1 && name[0] == '*')
            {
                context.Report(source.Span, Message(source: source.Text, folder: path.Slice(0, slash).ToString()));
            }
        }
    }

    /// <summary>Whether a name is that of one file, by its extension; folders would be put together.</summary>
    private static bool IsFileName(ReadOnlySpan<char> name) => name.IndexOf('*') < 0 && name.LastIndexOf('.') > 0;

    /// <summary>Whether a segment of a path is nothing but <c>*</c>, so that it means several folders.</summary>
    private static bool HasWholeSegment(ReadOnlySpan<char> path)
    {
        for (int i = path.IndexOf('*'); i >= 0; )
        {
            if ((i == 0 || path[i - 1] is '/' or '"') && (i + 1 == path.Length || path[i + 1] == '/'))
            {
                return true;
            }

            int next = path.Slice(i + 1).IndexOf('*');
            i = next < 0 ? -1 : i + 1 + next;
        }

        return false;
    }
}

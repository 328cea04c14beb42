using DockerfileLint.Syntax;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Text;

namespace DockerfileLint.Rules.Instructions;

[Rule("DL1005")]
internal sealed partial class SwallowedInstruction : DockerfileRule
{
    public override void VisitRun(RunInstructionSyntax instruction, DockerfileRuleContext context) =>
        Check(instruction, context);

    public override void VisitCmd(CmdInstructionSyntax instruction, DockerfileRuleContext context) =>
        Check(instruction, context);

    public override void VisitEntrypoint(EntrypointInstructionSyntax instruction, DockerfileRuleContext context) =>
        Check(instruction, context);

    public override void VisitEnv(EnvInstructionSyntax instruction, DockerfileRuleContext context) =>
        Check(instruction, context);

    public override void VisitLabel(LabelInstructionSyntax instruction, DockerfileRuleContext context) =>
        Check(instruction, context);

    public override void VisitArg(ArgInstructionSyntax instruction, DockerfileRuleContext context) =>
        Check(instruction, context);

    public override void VisitCopy(CopyInstructionSyntax instruction, DockerfileRuleContext context) =>
        Check(instruction, context);

    public override void VisitAdd(AddInstructionSyntax instruction, DockerfileRuleContext context) =>
        Check(instruction, context);

    public override void VisitExpose(ExposeInstructionSyntax instruction, DockerfileRuleContext context) =>
        Check(instruction, context);

    public override void VisitVolume(VolumeInstructionSyntax instruction, DockerfileRuleContext context) =>
        Check(instruction, context);

    public override void VisitUser(UserInstructionSyntax instruction, DockerfileRuleContext context) =>
        Check(instruction, context);

    public override void VisitWorkdir(WorkdirInstructionSyntax instruction, DockerfileRuleContext context) =>
        Check(instruction, context);

    public override void VisitFrom(FromInstructionSyntax instruction, DockerfileRuleContext context) =>
        Check(instruction, context);

    public override void VisitHealthcheck(HealthcheckInstructionSyntax instruction, DockerfileRuleContext context) =>
        Check(instruction, context);

    public override void VisitOnbuild(OnbuildInstructionSyntax instruction, DockerfileRuleContext context) =>
        Check(instruction, context);

    private static void Check(InstructionSyntax instruction, DockerfileRuleContext context)
    {
        SourceText text = context.File.Text;
        TextSpan span = instruction.LineSpan;
        if (text.AsSpan(span).TrimEnd().IndexOf('\n') < 0)
        {
            return;
        }

        SyntaxTokenList tokens = instruction.Tree.Tokens;
        char quote = '\0';
        for (int i = tokens.IndexAt(span.Start); i < tokens.Count && tokens.GetStart(i) < span.End; i++)
        {
            SyntaxToken token = tokens[i];
            if (token.Kind != SyntaxKind.Continuation)
            {
                quote = token.Kind is SyntaxKind.Comment or SyntaxKind.Whitespace or SyntaxKind.NewLine
                    ? quote
                    : FollowQuotes(text.AsSpan(token.Span), quote);
                continue;
            }

            context.Cancellation.ThrowIfCancellationRequested();
            int next = SkipToContent(tokens, i + 1, out bool isDangling);
            if (
                quote == '\0'
                && next < tokens.Count
                && tokens[next].Span.Start is int start
                && start < span.End
                && start != GetInnerStart(instruction)
            )
            {
                CheckLine(instruction, start, isDangling, context);
            }
        }
    }

    /// <summary>Where an instruction carries the name of another one by right.</summary>
    private static int GetInnerStart(InstructionSyntax instruction) =>
        instruction switch
        {
            HealthcheckInstructionSyntax { Type: { } type } => type.Span.Start,
            OnbuildInstructionSyntax { Trigger: { } trigger } => trigger.KeywordSpan.Start,
            _ => -1,
        };

    /// <summary>The token that the next line of the instruction starts with.</summary>
    private static int SkipToContent(SyntaxTokenList tokens, int index, out bool isDangling)
    {
        int lines = 0;
        while (
            index < tokens.Count
            && tokens.GetKind(index) is SyntaxKind.Whitespace or SyntaxKind.NewLine or SyntaxKind.Comment
        )
        {
            lines += tokens.GetKind(index) == SyntaxKind.NewLine ? 1 : 0;
            index++;
        }

        isDangling = lines > 1;
        return index;
    }

    private static void CheckLine(
        InstructionSyntax instruction,
        int start,
        bool isDangling,
        DockerfileRuleContext context
    )
    {
        // Few lines begin as an instruction does.
        ReadOnlySpan<char> line = context.File.Text.AsSpan(TextSpan.FromBounds(start, instruction.LineSpan.End));
        if (line.IsEmpty || !char.IsLetter(line[0]))
        {
            return;
        }

        int length = line.IndexOf('\n');
        line = (length < 0 ? line : line.Slice(0, length)).TrimEnd();
        if (!line.IsEmpty && line[line.Length - 1] == context.Model.Tree.Escape)
        {
            line = line.Slice(0, line.Length - 1).TrimEnd();
        }

        int keywordEnd = line.IndexOfAny(' ', '\t');
        if (keywordEnd < 3)
        {
            return;
        }

        ReadOnlySpan<char> keyword = line.Slice(0, keywordEnd);
        InstructionKind kind = DockerfileFacts.GetKind(keyword);
        if (kind == InstructionKind.Unknown || !IsKeywordCase(keyword, instruction, isDangling, context))
        {
            return;
        }

        ReadOnlySpan<char> arguments = line.Slice(keywordEnd).Trim();
        if (!IsPlausible(kind, arguments))
        {
            return;
        }

        var span = new TextSpan(start, keyword.Length);
        context.Report(span, Message(keyword.ToString(), DockerfileFacts.GetName(instruction.Kind)));
    }

    /// <summary>
    /// Upper case, as few commands are. In lower case only where the file writes its instructions so and the
    /// continuation leads to nothing.
    /// </summary>
    private static bool IsKeywordCase(
        ReadOnlySpan<char> keyword,
        InstructionSyntax instruction,
        bool isDangling,
        DockerfileRuleContext context
    )
    {
        bool isUpper = true;
        bool isLower = true;
        foreach (char c in keyword)
        {
            isUpper &= c is >= 'A' and <= 'Z';
            isLower &= c is >= 'a' and <= 'z';
        }

        return isUpper
            || (isLower && isDangling && context.File.Text[instruction.KeywordSpan.Start] is >= 'a' and <= 'z');
    }

    /// <summary>
    /// Whether the words could be the arguments of the instruction, and are no text that happens to start with its
    /// name.
    /// </summary>
    private static bool IsPlausible(InstructionKind kind, ReadOnlySpan<char> arguments)
    {
        if (arguments.IsEmpty || arguments[0] is '|' or '&' or ';' or '=' or ')' or '>' or '<' or '*')
        {
            return false;
        }

        int blank = arguments.IndexOfAny(' ', '\t');
        ReadOnlySpan<char> first = blank < 0 ? arguments : arguments.Slice(0, blank);
        ReadOnlySpan<char> rest = blank < 0 ? [] : arguments.Slice(blank).Trim();
        return kind switch
        {
            InstructionKind.Env or InstructionKind.Label => first.IndexOf('=') > 0 || (!rest.IsEmpty && IsName(first)),
            InstructionKind.Arg => IsName(first.IndexOf('=') is > 0 and int equals ? first.Slice(0, equals) : first),
            InstructionKind.Expose => first[0] is >= '0' and <= '9' or '$',
            InstructionKind.From => rest.IsEmpty
                || rest.StartsWith("AS ".AsSpan(), StringComparison.OrdinalIgnoreCase)
                || first.StartsWith("--platform".AsSpan(), StringComparison.Ordinal),
            InstructionKind.User or InstructionKind.Workdir or InstructionKind.Stopsignal => rest.IsEmpty,
            InstructionKind.Volume or InstructionKind.Shell => first[0] is '/' or '[' or '$' or '"',
            InstructionKind.Copy or InstructionKind.Add => !rest.IsEmpty || arguments[0] == '[',
            InstructionKind.Healthcheck => first.StartsWith("--".AsSpan(), StringComparison.Ordinal)
                || first.Equals("CMD".AsSpan(), StringComparison.OrdinalIgnoreCase)
                || first.Equals("NONE".AsSpan(), StringComparison.OrdinalIgnoreCase),
            InstructionKind.Onbuild => DockerfileFacts.GetKind(first) != InstructionKind.Unknown,
            _ => true,
        };
    }

    private static bool IsName(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (!char.IsLetterOrDigit(c) && c is not ('_' or '.' or '-'))
            {
                return false;
            }
        }

        return text.Length > 0;
    }

    private static char FollowQuotes(ReadOnlySpan<char> text, char quote)
    {
        for (int i = 0; i < text.Length; i++)
        {
            int mark = text.Slice(i).IndexOfAny('"', '\'', '\\');
            if (mark < 0)
            {
                break;
            }

            i += mark;
            char c = text[i];
            if (c == '\\' && quote != '\'')
            {
                i++;
            }
            else if (quote == '\0' && c is '"' or '\'')
            {
                quote = c;
            }
            else if (c == quote)
            {
                quote = '\0';
            }
        }

        return quote;
    }
}

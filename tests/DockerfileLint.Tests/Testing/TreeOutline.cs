using System.Collections.Immutable;
using System.Text;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Tests.Testing;

/// <summary>
/// One line per directive and instruction, for tables of what a text means to the parser: <c>COPY --from=build "a"
/// "b"</c>.
/// </summary>
internal static class TreeOutline
{
    internal static string Of(string text) => Of(DockerfileSyntaxTree.Parse(text));

    internal static string Of(DockerfileSyntaxTree tree) =>
        string.Join(
            '\n',
            tree.Root.Directives.Select(directive => $"#{directive.Name}={directive.Value}")
                .Concat(tree.Root.Instructions.Select(Of))
        );

    internal static string Of(InstructionSyntax instruction)
    {
        var line = new StringBuilder(instruction.Kind.ToString().ToUpperInvariant());
        foreach (FlagSyntax flag in instruction.Flags)
        {
            line.Append(" --").Append(flag.Name).Append(flag.Value is { } value ? $"={value.Text}" : "");
        }

        line.Append(
            instruction switch
            {
                FromInstructionSyntax from => Words(from.Arguments),
                RunInstructionSyntax run => Command(run.Command),
                CmdInstructionSyntax cmd => Command(cmd.Command),
                EntrypointInstructionSyntax entrypoint => Command(entrypoint.Command),
                ShellInstructionSyntax shell => Command(shell.Command),
                FileTransferInstructionSyntax transfer => (transfer.IsJsonForm ? " exec" : "")
                    + Words(transfer.Arguments),
                VolumeInstructionSyntax volume => Words(volume.Paths),
                ExposeInstructionSyntax expose => Words(expose.Ports),
                EnvInstructionSyntax env => (env.IsLegacy ? " legacy" : "") + Pairs(env.Pairs),
                LabelInstructionSyntax label => (label.IsLegacy ? " legacy" : "") + Pairs(label.Pairs),
                ArgInstructionSyntax arg => Pairs(arg.Declarations),
                UserInstructionSyntax user => Word(user.User),
                WorkdirInstructionSyntax workdir => Word(workdir.Path),
                StopsignalInstructionSyntax signal => Word(signal.Signal),
                MaintainerInstructionSyntax maintainer => Word(maintainer.Name),
                HealthcheckInstructionSyntax healthcheck => Word(healthcheck.Type)
                    + (healthcheck.Command is { } command ? Command(command) : ""),
                OnbuildInstructionSyntax onbuild => onbuild.Trigger is { } trigger ? " " + Of(trigger) : "",
                _ => $" {instruction}",
            }
        );
        foreach (HeredocSyntax heredoc in instruction.Heredocs)
        {
            line.Append(" <<")
                .Append(heredoc.StripsTabs ? "-" : "")
                .Append(heredoc.Expands ? heredoc.Name : $"'{heredoc.Name}'")
                .Append(heredoc.IsTerminated ? "" : "!");
            line.Append(Quote(heredoc.Tree.Text.ToString(heredoc.BodySpan)));
        }

        return line.ToString();
    }

    private static string Command(CommandSyntax command)
    {
        if (command.IsExecForm)
        {
            return " exec" + Words(command.Arguments);
        }

        var line = new LogicalLine();
        line.Start(command.Tree, command.Span);
        return " shell " + Quote(line.Text.ToString());
    }

    private static string Words(ImmutableArray<WordSyntax> words) => string.Concat(words.Select(Word));

    private static string Word(WordSyntax? word) => word is null ? "" : " " + Quote(word.Text);

    private static string Pairs(ImmutableArray<KeyValueSyntax> pairs) =>
        string.Concat(pairs.Select(pair => Word(pair.Key) + (pair.Value is { } value ? "=" + Quote(value.Text) : "")));

    private static string Quote(string text) =>
        "\""
        + text.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\"", "\\\"", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal)
            .Replace("\r", "\\r", StringComparison.Ordinal)
            .Replace("\t", "\\t", StringComparison.Ordinal)
        + "\"";
}

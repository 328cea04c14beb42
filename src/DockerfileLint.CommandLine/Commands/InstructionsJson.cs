using System.Text.Json;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Text;

namespace DockerfileLint.CommandLine.Commands;

/// <summary>
/// Writes the instructions of a Dockerfile as JSON, as the reference builder takes them apart: name, flags, arguments,
/// form, here-documents. Lines are 1-based, and the end line is the last one that belongs to the instruction.
/// </summary>
internal static class InstructionsJson
{
    internal static void Write(DockerfileSyntaxTree tree, Utf8JsonWriter writer)
    {
        writer.WriteStartArray("instructions");
        foreach (InstructionSyntax instruction in tree.Root.Instructions)
        {
            Write(instruction, writer);
        }

        writer.WriteEndArray();
    }

    private static void Write(InstructionSyntax instruction, Utf8JsonWriter writer)
    {
        LinePositionSpan lines = instruction.Tree.Text.GetLinePositionSpan(instruction.Span);
        writer.WriteStartObject();
        writer.WriteString("keyword", instruction.Tree.Text.ToString(instruction.KeywordSpan));
        writer.WriteString("kind", instruction.Kind.ToString());
        writer.WriteNumber("startLine", lines.Start.Line + 1);
        writer.WriteNumber("endLine", lines.End.Line + 1);
        writer.WriteStartArray("flags");
        foreach (FlagSyntax flag in instruction.Flags)
        {
            writer.WriteStartObject();
            writer.WriteString("name", flag.Name);
            writer.WriteString("value", flag.Value?.Text);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        WriteArguments(instruction, writer);
        writer.WriteStartArray("heredocs");
        foreach (HeredocSyntax heredoc in instruction.Heredocs)
        {
            writer.WriteStartObject();
            writer.WriteString("name", heredoc.Name);
            writer.WriteBoolean("expands", heredoc.Expands);
            writer.WriteBoolean("stripsTabs", heredoc.StripsTabs);
            writer.WriteBoolean("terminated", heredoc.IsTerminated);
            writer.WriteString("body", instruction.Tree.Text.ToString(heredoc.BodySpan));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        if (instruction is OnbuildInstructionSyntax { Trigger: { } trigger })
        {
            writer.WritePropertyName("trigger");
            Write(trigger, writer);
        }

        writer.WriteEndObject();
    }

    private static void WriteArguments(InstructionSyntax instruction, Utf8JsonWriter writer)
    {
        (string? form, IEnumerable<string> arguments) = instruction switch
        {
            RunInstructionSyntax run => GetCommand(run.Command),
            CmdInstructionSyntax cmd => GetCommand(cmd.Command),
            EntrypointInstructionSyntax entrypoint => GetCommand(entrypoint.Command),
            ShellInstructionSyntax shell => GetCommand(shell.Command),
            HealthcheckInstructionSyntax healthcheck => GetHealthcheck(healthcheck),
            FileTransferInstructionSyntax transfer => (
                transfer.IsJsonForm ? "json" : "words",
                transfer.Arguments.Select(word => word.Text)
            ),
            FromInstructionSyntax from => ("words", from.Arguments.Select(word => word.Text)),
            ExposeInstructionSyntax expose => ("words", expose.Ports.Select(word => word.Text)),
            VolumeInstructionSyntax volume => ("words", volume.Paths.Select(word => word.Text)),
            EnvInstructionSyntax env => (env.IsLegacy ? "legacy" : "pairs", GetPairs(env.Pairs)),
            LabelInstructionSyntax label => (label.IsLegacy ? "legacy" : "pairs", GetPairs(label.Pairs)),
            ArgInstructionSyntax arg => ("pairs", GetPairs(arg.Declarations)),
            UserInstructionSyntax user => GetRest(user.User),
            WorkdirInstructionSyntax workdir => GetRest(workdir.Path),
            StopsignalInstructionSyntax stopsignal => GetRest(stopsignal.Signal),
            MaintainerInstructionSyntax maintainer => GetRest(maintainer.Name),
            _ => (null, []),
        };
        writer.WriteString("form", form);
        writer.WriteStartArray("arguments");
        foreach (string argument in arguments)
        {
            writer.WriteStringValue(argument);
        }

        writer.WriteEndArray();
    }

    private static (string? Form, IEnumerable<string> Arguments) GetCommand(CommandSyntax command)
    {
        if (command.IsExecForm)
        {
            return ("exec", command.Arguments.Select(word => word.Text));
        }

        string script = command.GetScript();
        return ("shell", script.Length == 0 ? [] : [script]);
    }

    private static (string? Form, IEnumerable<string> Arguments) GetHealthcheck(
        HealthcheckInstructionSyntax healthcheck
    )
    {
        string[] type = healthcheck.Type is { } word ? [word.Text] : [];
        if (healthcheck.Command is not { } command)
        {
            return (null, type);
        }

        (string? form, IEnumerable<string> arguments) = GetCommand(command);
        return (form, type.Concat(arguments));
    }

    /// <summary>One argument that may hold blanks.</summary>
    private static (string? Form, IEnumerable<string> Arguments) GetRest(WordSyntax? word) =>
        ("rest", word is null ? [] : [word.Text]);

    /// <summary>Quotes are kept, as expansion removes them later.</summary>
    private static IEnumerable<string> GetPairs(IEnumerable<KeyValueSyntax> pairs) =>
        pairs.Select(pair => pair.Value is null ? pair.Key.Text : $"{pair.Key.Text}={pair.Value.Text}");
}

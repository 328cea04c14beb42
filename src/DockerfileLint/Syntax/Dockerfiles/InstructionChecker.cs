using System.Globalization;
using DockerfileLint.Diagnostics;
using DockerfileLint.Syntax.Values;
using DockerfileLint.Text;

namespace DockerfileLint.Syntax.Dockerfiles;

/// <summary>
/// The second phase of the reference builder: names, flags, the number and kind of arguments. Triggers of ONBUILD are
/// judged only by the builds that run them.
/// </summary>
internal static class InstructionChecker
{
    internal static void Check(DockerfileSyntax root, DockerfileParser parser, CancellationToken cancellation)
    {
        foreach (InstructionSyntax instruction in root.Instructions)
        {
            cancellation.ThrowIfCancellationRequested();
            CheckFlags(instruction, parser);
            CheckArguments(instruction, parser);
        }
    }

    private static void Report(DockerfileParser parser, TextSpan span, DiagnosticMessage message) =>
        parser.Report(RuleDescriptors.InvalidInstruction, span, message);

    private static void CheckFlags(InstructionSyntax instruction, DockerfileParser parser)
    {
        if (instruction.Flags.IsEmpty || InstructionFlags.AreIgnored(instruction))
        {
            return;
        }

        string instructionName = DockerfileFacts.GetName(instruction.Kind);
        ReadOnlySpan<InstructionFlag> known = InstructionFlags.Of(instruction.Kind);
        for (int i = 0; i < instruction.Flags.Length; i++)
        {
            FlagSyntax flag = instruction.Flags[i];
            InstructionFlag? definition = null;
            foreach (InstructionFlag candidate in known)
            {
                definition = candidate.Name == flag.Name ? candidate : definition;
            }

            if (definition is null)
            {
                Report(parser, flag.Span, DescribeUnknownFlag(flag, instructionName, known));
            }
            else if (!definition.IsList && instruction.GetFlag(flag.Name) != flag)
            {
                Report(parser, flag.Span, InvalidInstructionMessages.RepeatedFlag($"--{flag.Name}"));
            }
            else if (!definition.IsBoolean && flag.Value is null)
            {
                Report(parser, flag.Span, InvalidInstructionMessages.FlagWithoutValue($"--{flag.Name}"));
            }
            else if (
                definition.IsBoolean
                && flag.Value is { } value
                && !value.Text.Equals("true", StringComparison.OrdinalIgnoreCase)
                && !value.Text.Equals("false", StringComparison.OrdinalIgnoreCase)
            )
            {
                Report(parser, flag.Span, InvalidInstructionMessages.FlagNotBoolean($"--{flag.Name}", value.Text));
            }
        }
    }

    private static DiagnosticMessage DescribeUnknownFlag(
        FlagSyntax flag,
        string instruction,
        ReadOnlySpan<InstructionFlag> known
    )
    {
        string[] names = new string[known.Length];
        for (int i = 0; i < known.Length; i++)
        {
            names[i] = known[i].Name;
        }

        return SpellChecker.GetSuggestion(flag.Name.AsSpan(), names) is { } suggestion
            ? InvalidInstructionMessages.SimilarFlag(instruction, $"--{flag.Name}", $"--{suggestion}")
            : InvalidInstructionMessages.UnknownFlag(instruction, $"--{flag.Name}");
    }

    private static void CheckArguments(InstructionSyntax instruction, DockerfileParser parser)
    {
        switch (instruction)
        {
            case UnknownInstructionSyntax:
                string keyword = parser.GetText(instruction.KeywordSpan);
                Report(
                    parser,
                    instruction.KeywordSpan,
                    SpellChecker.GetSuggestion(keyword.AsSpan(), DockerfileFacts.InstructionNames) is { } suggestion
                        ? InvalidInstructionMessages.SimilarInstruction(keyword, suggestion)
                        : InvalidInstructionMessages.UnknownInstruction(keyword)
                );
                break;
            case FromInstructionSyntax from:
                CheckFrom(from, parser);
                break;
            case RunInstructionSyntax run:
                CheckChoice(run, "network", parser, "default", "none", "host");
                CheckChoice(run, "security", parser, "sandbox", "insecure");
                CheckLists(run, parser);
                break;
            case FileTransferInstructionSyntax transfer:
                CheckTransfer(transfer, parser);
                break;
            case EnvInstructionSyntax env:
                CheckNames(env, env.Pairs, parser);
                break;
            case LabelInstructionSyntax label:
                CheckNames(label, label.Pairs, parser);
                break;
            case ArgInstructionSyntax arg:
                CheckNames(arg, arg.Declarations, parser);
                break;
            case ExposeInstructionSyntax { Ports.IsEmpty: true }:
            case VolumeInstructionSyntax { Paths.IsEmpty: true }:
                ReportMissing(instruction, parser);
                break;
            case VolumeInstructionSyntax volume:
                foreach (WordSyntax path in volume.Paths)
                {
                    if (path.AsSpan().Trim().IsEmpty)
                    {
                        Report(parser, path.Span, InvalidInstructionMessages.BlankVolume("VOLUME"));
                    }
                }

                break;
            case UserInstructionSyntax { User: null }:
            case WorkdirInstructionSyntax { Path: null }:
            case StopsignalInstructionSyntax { Signal: null }:
            case MaintainerInstructionSyntax { Name: null }:
                Report(
                    parser,
                    instruction.LineSpan,
                    InvalidInstructionMessages.OneArgument(DockerfileFacts.GetName(instruction.Kind))
                );
                break;
            case ShellInstructionSyntax shell:
                if (!shell.Command.IsExecForm || shell.Command.Arguments.IsEmpty)
                {
                    Report(parser, shell.LineSpan, InvalidInstructionMessages.ShellForm("SHELL"));
                }

                break;
            case HealthcheckInstructionSyntax healthcheck:
                CheckHealthcheck(healthcheck, parser);
                break;
            case OnbuildInstructionSyntax onbuild:
                CheckOnbuild(onbuild, parser);
                break;
            default:
                break;
        }
    }

    private static void ReportMissing(InstructionSyntax instruction, DockerfileParser parser) =>
        Report(
            parser,
            instruction.LineSpan,
            InvalidInstructionMessages.MissingArgument(DockerfileFacts.GetName(instruction.Kind))
        );

    private static void CheckFrom(FromInstructionSyntax from, DockerfileParser parser)
    {
        if (from.Arguments.Length != 1 && (from.Arguments.Length != 3 || from.Name is null))
        {
            Report(parser, from.LineSpan, InvalidInstructionMessages.FromArguments("FROM"));
        }
        else if (from.Name is { } name && !IsStageName(name.AsSpan()))
        {
            Report(parser, name.Span, InvalidInstructionMessages.StageName(parser.GetText(name.Span)));
        }
    }

    private static bool IsStageName(ReadOnlySpan<char> name)
    {
        for (int i = 0; i < name.Length; i++)
        {
            bool isLetter = name[i] is >= 'a' and <= 'z' or >= 'A' and <= 'Z';
            if (!isLetter && (i == 0 || name[i] is not (>= '0' and <= '9' or '-' or '_' or '.')))
            {
                return false;
            }
        }

        return name.Length > 0;
    }

    private static void CheckChoice(
        RunInstructionSyntax run,
        string flagName,
        DockerfileParser parser,
        params string[] allowed
    )
    {
        if (!run.Flags.IsEmpty && run.GetFlag(flagName) is { Value: { } value } && !allowed.Contains(value.Text))
        {
            Report(
                parser,
                value.Span,
                InvalidInstructionMessages.FlagValue($"--{flagName}", value.Text, string.Join(", ", allowed))
            );
        }
    }

    private static void CheckLists(RunInstructionSyntax run, DockerfileParser parser)
    {
        foreach (FlagSyntax flag in run.Flags)
        {
            if (flag is not { Name: "mount" or "device", Value: { } value })
            {
                continue;
            }

            if (FieldListGrammar.TryParse(value.Text) is not { } fields)
            {
                Report(parser, value.Span, InvalidInstructionMessages.FieldList($"--{flag.Name}", value.Text));
            }
            else if (flag.Name == "mount")
            {
                CheckMountSources(value, fields, parser);
            }
            else
            {
                CheckDevice(value, fields, parser);
            }
        }
    }

    /// <summary>
    /// The rest of a mount waits for variables; where it comes from may not hold any, and decides the order of stages.
    /// </summary>
    private static void CheckMountSources(WordSyntax mount, IReadOnlyList<ListField> fields, DockerfileParser parser)
    {
        foreach (ListField field in fields)
        {
            if (
                field is { Key: "from", Value: { } from }
                && from.IndexOf('$') is >= 0 and int dollar
                && dollar < from.Length - 1
            )
            {
                Report(
                    parser,
                    mount.GetSpan(field.Start, field.Length),
                    InvalidInstructionMessages.MountFromVariable(from)
                );
            }
        }
    }

    /// <summary>The first word that is no known key is the name; the builder gives up at the second.</summary>
    private static void CheckDevice(WordSyntax device, IReadOnlyList<ListField> fields, DockerfileParser parser)
    {
        string? name = null;
        foreach (ListField field in fields)
        {
            if (field.Key == "required")
            {
                if (field.Value is { } required && !BooleanGrammar.IsBoolean(required))
                {
                    Report(
                        parser,
                        device.GetSpan(field.Start, field.Length),
                        InvalidInstructionMessages.DeviceRequired(required)
                    );
                }
            }
            else if (name is not null)
            {
                Report(
                    parser,
                    device.GetSpan(field.Start, field.Length),
                    InvalidInstructionMessages.DeviceName(field.Text, name)
                );
                return;
            }
            else
            {
                name = field.Key == "name" ? field.Value ?? field.Text : field.Text;
            }
        }
    }

    private static void CheckTransfer(FileTransferInstructionSyntax transfer, DockerfileParser parser)
    {
        string name = DockerfileFacts.GetName(transfer.Kind);
        if (transfer.Arguments.Length < 2)
        {
            Report(
                parser,
                transfer.LineSpan,
                transfer.Arguments.IsEmpty
                    ? InvalidInstructionMessages.MissingSource(name)
                    : InvalidInstructionMessages.MissingDestination(name)
            );
            return;
        }

        if (transfer.Destination is { } destination && transfer.IsHeredoc(destination))
        {
            Report(parser, destination.Span, InvalidInstructionMessages.HeredocDestination(name));
        }
    }

    private static void CheckNames(
        InstructionSyntax instruction,
        System.Collections.Immutable.ImmutableArray<KeyValueSyntax> pairs,
        DockerfileParser parser
    )
    {
        if (pairs.IsEmpty)
        {
            ReportMissing(instruction, parser);
        }

        foreach (KeyValueSyntax pair in pairs)
        {
            if (pair.Key.Span.IsEmpty)
            {
                Report(
                    parser,
                    pair.Span,
                    InvalidInstructionMessages.BlankName(DockerfileFacts.GetName(instruction.Kind))
                );
            }
        }
    }

    private static void CheckHealthcheck(HealthcheckInstructionSyntax healthcheck, DockerfileParser parser)
    {
        if (healthcheck.Type is not { } type)
        {
            ReportMissing(healthcheck, parser);
            return;
        }

        string typeName = type.Text;
        bool isCommand = typeName.Equals("CMD", StringComparison.OrdinalIgnoreCase);
        if (!isCommand && !typeName.Equals("NONE", StringComparison.OrdinalIgnoreCase))
        {
            Report(parser, type.Span, InvalidInstructionMessages.HealthcheckType(typeName));
        }
        else if (!isCommand && healthcheck.Command is { } command)
        {
            Report(parser, command.Span, InvalidInstructionMessages.HealthcheckNone(parser.GetText(command.Span)));
        }
        else if (isCommand && healthcheck.Command is null or { IsExecForm: true, Arguments.IsEmpty: true })
        {
            Report(parser, type.Span, InvalidInstructionMessages.HealthcheckCommand("HEALTHCHECK CMD"));
        }

        if (isCommand)
        {
            foreach (FlagSyntax flag in healthcheck.Flags)
            {
                CheckHealthcheckFlag(flag, parser);
            }
        }
    }

    private static void CheckHealthcheckFlag(FlagSyntax flag, DockerfileParser parser)
    {
        if (flag.Value is not { } value)
        {
            return;
        }

        string text = value.Text;
        if (flag.Name == "retries")
        {
            if (
                text.Length > 0
                && (
                    !int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int retries)
                    || retries < 0
                )
            )
            {
                Report(parser, value.Span, InvalidInstructionMessages.Retries(text));
            }
        }
        else if (text.Length > 0 && flag.Name is "interval" or "timeout" or "start-period" or "start-interval")
        {
            // Zero stands for the default; the engine cannot measure less than a millisecond.
            if (DurationGrammar.TryParse(text) is not { } seconds)
            {
                Report(parser, value.Span, InvalidInstructionMessages.Duration($"--{flag.Name}", text));
            }
            else if (seconds is not 0 and < 0.001m)
            {
                Report(parser, value.Span, InvalidInstructionMessages.ShortDuration($"--{flag.Name}", text));
            }
        }
    }

    private static void CheckOnbuild(OnbuildInstructionSyntax onbuild, DockerfileParser parser)
    {
        if (onbuild.Trigger is not { } trigger)
        {
            ReportMissing(onbuild, parser);
            return;
        }

        string name = parser.GetText(trigger.KeywordSpan).ToUpperInvariant();
        if (name is "ONBUILD" or "FROM" or "MAINTAINER")
        {
            Report(parser, trigger.KeywordSpan, InvalidInstructionMessages.OnbuildTrigger(name));
        }
    }
}

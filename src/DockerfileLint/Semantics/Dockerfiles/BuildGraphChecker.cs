using System.Collections.Immutable;
using System.Globalization;
using DockerfileLint.Diagnostics;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Dockerfiles;

/// <summary>The third phase of the reference builder: what it refuses once it follows stages and variables.</summary>
internal sealed class BuildGraphChecker(DockerfileModel model)
{
    private const int MaxPort = 65535;

    private readonly ImmutableArray<Diagnostic>.Builder _diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();

    /// <summary>The number of the first stage that carries a name, by its name in lower case.</summary>
    private readonly Dictionary<string, int> _stageNumbers = new(StringComparer.OrdinalIgnoreCase);

    internal ImmutableArray<Diagnostic> Check()
    {
        foreach (InstructionSyntax instruction in model.Preamble)
        {
            if (instruction.Kind is not (InstructionKind.Arg or InstructionKind.Unknown))
            {
                Report(instruction.KeywordSpan, InvalidBuildGraphMessages.BeforeFrom(DockerfileFacts.GetName(instruction.Kind)));
            }
        }

        if (model.Stages.IsEmpty && _diagnostics.Count == 0 && !model.Preamble.IsEmpty)
        {
            Report(model.Preamble[0].KeywordSpan, InvalidBuildGraphMessages.NoStage(model.Tree.File.Path));
        }

        foreach (Stage stage in model.Stages)
        {
            if (stage.Name is { } name && !_stageNumbers.ContainsKey(name))
            {
                _stageNumbers.Add(name, stage.Index);
            }
        }

        foreach (Stage stage in model.Stages)
        {
            CheckPlatform(stage);
            foreach (InstructionSyntax instruction in stage.Instructions)
            {
                CheckInstruction(instruction, stage);
            }
        }

        return _diagnostics.DrainToImmutable();
    }

    private void Report(TextSpan span, DiagnosticMessage message) =>
        _diagnostics.Add(new Diagnostic(RuleDescriptors.InvalidBuildGraph, new Location(model.Tree.File, span), message));

    private void CheckPlatform(Stage stage)
    {
        if (stage.From.GetFlag("platform") is not { Value: { } value })
        {
            return;
        }

        ExpandedText platform = stage.ExpandGlobal(value);
        if (platform.Certainty != Certainty.Unknown && (platform.Value.Length == 0 || platform.Value.Split('/').Length > 3 || platform.Value.IndexOf('*') >= 0))
        {
            Report(value.Span, InvalidBuildGraphMessages.Platform(platform.Value));
        }
    }

    private void CheckInstruction(InstructionSyntax instruction, Stage stage)
    {
        switch (instruction)
        {
            case FileTransferInstructionSyntax transfer:
                if (transfer.GetFlag("from") is { Value: { } from })
                {
                    CheckFrom(from, stage);
                }

                CheckWords(transfer.Arguments, stage);
                break;
            case EnvInstructionSyntax env:
                CheckPairs(env.Pairs, stage);
                break;
            case LabelInstructionSyntax label:
                CheckPairs(label.Pairs, stage);
                break;
            case ArgInstructionSyntax arg:
                CheckPairs(arg.Declarations, stage);
                break;
            case ExposeInstructionSyntax expose:
                CheckPorts(expose, stage);
                break;
            case UserInstructionSyntax { User: { } user }:
                CheckWord(user, stage);
                break;
            case WorkdirInstructionSyntax { Path: { } path }:
                CheckWord(path, stage);
                break;
            case StopsignalInstructionSyntax { Signal: { } signal }:
                CheckWord(signal, stage);
                break;
            case VolumeInstructionSyntax volume:
                CheckWords(volume.Paths, stage);
                break;
            default:
                break;
        }
    }

    private void CheckFrom(WordSyntax from, Stage stage)
    {
        string value = from.Text;
        if (value.IndexOf('$') >= 0)
        {
            Report(from.Span, InvalidBuildGraphMessages.FromVariable(value));
        }
        else if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number))
        {
            if (number == stage.Index)
            {
                Report(from.Span, InvalidBuildGraphMessages.OwnStage(stage.DisplayName, value));
            }
            else if (number > stage.Index)
            {
                Report(from.Span, number < model.Stages.Length ? InvalidBuildGraphMessages.LaterStage(value) : InvalidBuildGraphMessages.MissingStage(value));
            }
        }
        else if (_stageNumbers.TryGetValue(value, out number) && number >= stage.Index)
        {
            Report(from.Span, number == stage.Index ? InvalidBuildGraphMessages.OwnStage(stage.DisplayName, value) : InvalidBuildGraphMessages.LaterStage(value));
        }
    }

    private void CheckPairs(ImmutableArray<KeyValueSyntax> pairs, Stage stage)
    {
        foreach (KeyValueSyntax pair in pairs)
        {
            if (pair.Value is { } value)
            {
                CheckWord(value, stage);
            }
        }
    }

    private void CheckWords(ImmutableArray<WordSyntax> words, Stage stage)
    {
        foreach (WordSyntax word in words)
        {
            CheckWord(word, stage);
        }
    }

    private void CheckWord(WordSyntax word, Stage stage)
    {
        // Without quotes and variables nothing can fail.
        if (word.AsSpan().IndexOfAny('$', '\'', '"') < 0)
        {
            return;
        }

        switch (stage.Expand(word).Error)
        {
            case ExpansionError.UnclosedQuote:
                Report(word.Span, InvalidBuildGraphMessages.UnclosedQuote(word.Text));
                break;
            case ExpansionError.InvalidVariable:
                Report(word.Span, InvalidBuildGraphMessages.InvalidVariable(word.Text));
                break;
            default:
                break;
        }
    }

    private void CheckPorts(ExposeInstructionSyntax expose, Stage stage)
    {
        foreach (WordSyntax word in expose.Ports)
        {
            ExpandedWords ports = stage.ExpandToWords(word);
            if (ports.Certainty != Certainty.Unknown && !ports.Values.All(IsPort))
            {
                Report(word.Span, InvalidBuildGraphMessages.Port(word.Text));
            }
        }
    }

    /// <summary><c>[[ip:]host:]port[-port][/protocol]</c>; the builder still accepts and ignores what stands before the last colon.</summary>
    private static bool IsPort(string text)
    {
        if (text.Length == 0)
        {
            return true;
        }

        int slash = text.IndexOf('/');
        string protocol = slash < 0 ? "tcp" : text.Substring(slash + 1).ToLowerInvariant();
        string port = slash < 0 ? text : text.Substring(0, slash);
        port = port.Substring(port.LastIndexOf(':') + 1);
        int dash = port.IndexOf('-');
        int first = ParsePort(dash < 0 ? port : port.Substring(0, dash));
        int last = dash < 0 ? first : ParsePort(port.Substring(dash + 1));
        return protocol is "tcp" or "udp" or "sctp" or "" && first >= 0 && last >= first;
    }

    private static int ParsePort(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int port) && port <= MaxPort ? port : -1;
}

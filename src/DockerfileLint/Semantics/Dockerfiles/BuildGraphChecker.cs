using System.Collections.Immutable;
using System.Globalization;
using DockerfileLint.Diagnostics;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Syntax.Values;
using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Dockerfiles;

/// <summary>The third phase of the reference builder: what it refuses once it follows stages and variables.</summary>
internal sealed class BuildGraphChecker(DockerfileModel model)
{
    private const string SimilarStageTier = "similar-stage";

    /// <summary>Shorter names are too near to each other to speak of slips.</summary>
    private const int ShortestSlip = 4;

    private readonly ImmutableArray<Diagnostic>.Builder _diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();

    private readonly IReadOnlyDictionary<string, int> _stageNumbers = model.BuildGraph.NumbersByName;

    internal ImmutableArray<Diagnostic> Check(CancellationToken cancellation)
    {
        foreach (InstructionSyntax instruction in model.Preamble)
        {
            cancellation.ThrowIfCancellationRequested();
            if (instruction.Kind is not (InstructionKind.Arg or InstructionKind.Unknown))
            {
                Report(
                    instruction.KeywordSpan,
                    InvalidBuildGraphMessages.BeforeFrom(DockerfileFacts.GetName(instruction.Kind))
                );
            }
        }

        if (model.Stages.IsEmpty && _diagnostics.Count == 0 && !model.Preamble.IsEmpty)
        {
            Report(model.Preamble[0].KeywordSpan, InvalidBuildGraphMessages.NoStage(model.Tree.File.Path));
        }

        if (model is { RequestedStage: null, Request.Target: { } target, FinalStage.From: { } last })
        {
            Report(last.Image?.Span ?? last.Span, InvalidBuildGraphMessages.Target(target));
        }

        foreach (Stage stage in model.Stages)
        {
            cancellation.ThrowIfCancellationRequested();
            CheckPlatform(stage);
            CheckImage(stage);
            foreach (InstructionSyntax instruction in stage.Instructions)
            {
                cancellation.ThrowIfCancellationRequested();
                CheckInstruction(instruction, stage);
            }
        }

        return _diagnostics.DrainToImmutable();
    }

    private void Report(TextSpan span, DiagnosticMessage message) =>
        _diagnostics.Add(
            new Diagnostic(
                RuleDescriptors.InvalidBuildGraph,
                new Location(new SourceSpan(model.Tree.File, span)),
                message
            )
        );

    private void CheckPlatform(Stage stage)
    {
        // A flag with an empty value counts as none; only an expression may not be empty.
        if (stage.From.GetFlag("platform") is not { Value: { } value } || value.AsSpan().IsEmpty)
        {
            return;
        }

        if (stage.ExpandSetGlobal(value).TryGetValue(out string? platform) && PlatformName.TryParse(platform) is null)
        {
            Report(value.Span, InvalidBuildGraphMessages.Platform(platform));
        }
    }

    private void CheckInstruction(InstructionSyntax instruction, Stage stage)
    {
        switch (instruction)
        {
            case FileTransferInstructionSyntax transfer:
                CheckTransfer(transfer, stage);
                break;
            case RunInstructionSyntax { Flags.IsEmpty: false } run:
                CheckMounts(run, stage);
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
                CheckSignal(signal, stage);
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
                Report(
                    from.Span,
                    number < model.Stages.Length
                        ? InvalidBuildGraphMessages.LaterStage(value)
                        : InvalidBuildGraphMessages.MissingStage(value)
                );
            }
        }
        else if (!_stageNumbers.TryGetValue(value, out number))
        {
            HintAtStage(from.Span, value, stage);
        }
        else if (number >= stage.Index)
        {
            Report(
                from.Span,
                number == stage.Index
                    ? InvalidBuildGraphMessages.OwnStage(stage.DisplayName, value)
                    : InvalidBuildGraphMessages.LaterStage(value)
            );
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

        switch (stage.FindError(word))
        {
            case ExpansionError.UnclosedQuote:
                Report(word.Span, InvalidBuildGraphMessages.UnclosedQuote(word.Text));
                break;
            case ExpansionError.InvalidVariable:
                Report(word.Span, InvalidBuildGraphMessages.InvalidVariable(word.Text));
                break;
            case ExpansionError.MissingVariable:
                Report(word.Span, InvalidBuildGraphMessages.MissingVariable(word.Text));
                break;
            default:
                break;
        }
    }

    private void CheckPorts(ExposeInstructionSyntax expose, Stage stage)
    {
        foreach (WordSyntax word in expose.Ports)
        {
            CheckWord(word, stage);
            if (stage.ExpandSetToWords(word).IsCertainly(static ports => !ports.All(PortGrammar.IsPort)))
            {
                Report(word.Span, InvalidBuildGraphMessages.Port(word.Text));
                if (word.AsSpan()[0] == '#')
                {
                    // Meant as a comment; its other words need no finding each.
                    return;
                }
            }
        }
    }

    /// <summary>Defaults of arguments are not judged here: a build may set others.</summary>
    private void CheckImage(Stage stage)
    {
        if (
            stage.From.Image is not { } image
            || stage.BaseStage is not null
            || stage.IsFromScratch
            || !stage.BaseName.TryGetKnown(out string? name)
        )
        {
            return;
        }

        if (name.Length == 0)
        {
            Report(image.Span, InvalidBuildGraphMessages.BlankImage(image.Text));
        }
        else if (!ImageName.IsValid(name))
        {
            Report(
                image.Span,
                GetSimilarStage(name, stage, allowCase: true) is { } similar
                    ? InvalidBuildGraphMessages.ImageLikeStage(name, similar)
                    : InvalidBuildGraphMessages.Image(name)
            );
        }
        else
        {
            HintAtStage(image.Span, name, stage);
        }
    }

    private void HintAtStage(TextSpan span, string name, Stage stage)
    {
        if (GetSimilarStage(name, stage, allowCase: false) is { } similar)
        {
            var location = new Location(new SourceSpan(model.Tree.File, span));
            _diagnostics.Add(
                new Diagnostic(
                    RuleDescriptors.InvalidBuildGraph,
                    location,
                    InvalidBuildGraphMessages.SimilarStage(name, similar),
                    SimilarStageTier
                )
            );
        }
    }

    /// <summary>
    /// The earlier stage that a bare name is a slip away from. What the file uses as an image elsewhere is meant as
    /// one.
    /// </summary>
    private string? GetSimilarStage(string name, Stage stage, bool allowCase)
    {
        if (
            name.Length < ShortestSlip
            || _stageNumbers.Count == 0
            || model.Stages.Length > AnalysisBudget.MaxSuggestionCandidates
            || name.IndexOfAny(['/', ':', '@']) >= 0
        )
        {
            return null;
        }

        var names = new List<string>();
        foreach (Stage other in model.Stages)
        {
            if (other.Index < stage.Index && other.Name is { } otherName)
            {
                names.Add(otherName.ToLowerInvariant());
            }

            if (
                !allowCase
                && other != stage
                && ImageReference.TryParse(other.BaseName.DisplayText)?.Repository is { } repository
                && (repository == name || repository.EndsWith("/" + name, StringComparison.Ordinal))
            )
            {
                return null;
            }
        }

        return SpellChecker.GetSuggestion(name.AsSpan(), names.ToArray());
    }

    private void CheckSignal(WordSyntax word, Stage stage)
    {
        CheckWord(word, stage);
        if (stage.ExpandSet(word).TryGetValue(out string? signal) && !SignalGrammar.IsSignal(signal))
        {
            Report(
                word.Span,
                SpellChecker.GetSuggestion(SignalGrammar.GetShortName(signal).AsSpan(), SignalGrammar.KnownNames)
                    is { } suggestion
                    ? InvalidBuildGraphMessages.SimilarSignal(signal, $"SIG{suggestion}")
                    : InvalidBuildGraphMessages.Signal(signal)
            );
        }
    }

    private void CheckMounts(RunInstructionSyntax run, Stage stage)
    {
        foreach (FlagSyntax flag in run.Flags)
        {
            if (flag is not { Name: "mount", Value: { } value })
            {
                continue;
            }

            var mount = new MountChecker(stage, value, Report);
            mount.Check();
            if (mount.From is { Value: { Length: > 0 } name } from)
            {
                CheckMountSource(name, mount.GetSpan(from), stage);
            }
        }
    }

    private void CheckMountSource(string name, TextSpan span, Stage stage)
    {
        if (!_stageNumbers.TryGetValue(name, out int number))
        {
            HintAtStage(span, name, stage);
        }
        else if (number == stage.Index)
        {
            Report(span, InvalidBuildGraphMessages.MountOwnStage(stage.DisplayName, name));
        }
        else if (number > stage.Index && model.BuildGraph.AreInCycle(stage, model.Stages[number]))
        {
            Report(span, InvalidBuildGraphMessages.Cycle(stage.DisplayName, name));
        }
    }

    private void CheckTransfer(FileTransferInstructionSyntax transfer, Stage stage)
    {
        CheckWords(transfer.Arguments, stage);
        if (transfer is CopyInstructionSyntax)
        {
            foreach (WordSyntax source in transfer.Sources)
            {
                if (stage.ExpandSet(source).TryGetValue(out string? address) && RemoteSource.IsRemote(address))
                {
                    Report(source.Span, InvalidBuildGraphMessages.RemoteCopy(address));
                }
            }
        }

        foreach (FlagSyntax flag in transfer.Flags)
        {
            if (flag.Value is not { } value || flag.Name is not ("from" or "chmod" or "chown" or "checksum"))
            {
                continue;
            }

            if (flag.Name == "from")
            {
                if (transfer is CopyInstructionSyntax)
                {
                    CheckFrom(value, stage);
                }

                continue;
            }

            CheckWord(value, stage);
            if (!stage.ExpandSet(value).TryGetValue(out string? text) || text.Length == 0)
            {
                continue;
            }

            if (flag.Name == "chmod" && !FileModeGrammar.IsMode(text))
            {
                Report(value.Span, InvalidBuildGraphMessages.Chmod(text));
            }
            else if (flag.Name == "checksum" && transfer is AddInstructionSyntax)
            {
                CheckChecksum(transfer, flag, text, stage);
            }
        }
    }

    private void CheckChecksum(FileTransferInstructionSyntax add, FlagSyntax flag, string checksum, Stage stage)
    {
        if (add.Sources.Length != 1)
        {
            Report(
                flag.Span,
                InvalidBuildGraphMessages.ChecksumSources(add.Sources.Length.ToString(CultureInfo.InvariantCulture))
            );
            return;
        }

        if (!stage.ExpandSet(add.Sources[0]).TryGetValue(out string? source))
        {
            return;
        }

        if (!RemoteSource.IsRemote(source))
        {
            Report(flag.Span, InvalidBuildGraphMessages.ChecksumLocal(source));
        }
        else if (!RemoteSource.IsGit(source) && !IsDigest(checksum))
        {
            Report(flag.Value!.Span, InvalidBuildGraphMessages.Checksum(checksum));
        }
    }

    /// <summary>The three algorithms that the builder knows, each with the number of its digits.</summary>
    private static bool IsDigest(string checksum)
    {
        int colon = checksum.IndexOf(':');
        int length = (colon < 0 ? "" : checksum.Substring(0, colon)) switch
        {
            "sha256" => 64,
            "sha384" => 96,
            "sha512" => 128,
            _ => -1,
        };
        return checksum.Length - colon - 1 == length
            && checksum.Skip(colon + 1).All(c => c is (>= '0' and <= '9') or (>= 'a' and <= 'f'));
    }
}

using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using DockerfileLint.Diagnostics;
using DockerfileLint.Text;

namespace DockerfileLint.Analysis.Stages;

/// <summary>
/// Makes one finding of the places where a rule says the same within a stretch of the file: the first that no comment
/// suppresses carries it, the others are related locations. What is suppressed stays as it is. Where a rule has the
/// behaviour of another tool, each place is a finding, as there.
/// </summary>
internal sealed class RepetitionStage
{
    private readonly FileAnalysis _file;
    private readonly Dictionary<Group, Carrier> _carriers = [];

    // For rules that look at neighbours: the last instruction that each was heard of, and the first of its run.
    private Dictionary<Group, (int Last, int First)>? _runs;

    private RepetitionStage(FileAnalysis file) => _file = file;

    /// <param name="diagnostics">The diagnostics of a file in text order.</param>
    /// <param name="file">The file.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>The findings in text order.</returns>
    internal static List<JudgedDiagnostic> Merge(
        List<JudgedDiagnostic> diagnostics,
        FileAnalysis file,
        CancellationToken cancellation
    ) =>
        diagnostics.Exists(each => IsRepeated(each, file))
            ? new RepetitionStage(file).Run(diagnostics, cancellation)
            : diagnostics;

    private static bool IsRepeated(JudgedDiagnostic judged, FileAnalysis file) =>
        judged.Diagnostic.Rule is { OncePer: not RuleStretch.Place } rule
        && file.Rules.GetBehaviour(rule) == RuleBehaviour.Own;

    private List<JudgedDiagnostic> Run(List<JudgedDiagnostic> diagnostics, CancellationToken cancellation)
    {
        var merged = new List<JudgedDiagnostic>(diagnostics.Count);
        foreach (JudgedDiagnostic judged in diagnostics)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!IsRepeated(judged, _file))
            {
                merged.Add(judged);
                continue;
            }

            Carrier carrier = FindCarrier(judged.Diagnostic);
            if (judged.Suppression is not null)
            {
                carrier.KeepLine(judged.Diagnostic.Location);
                merged.Add(judged);
            }
            else if (carrier.Index is null)
            {
                carrier.Index = merged.Count;
                merged.Add(carrier.IdentityLine is null ? judged : judged with { IdentityLine = carrier.IdentityLine });
            }
            else
            {
                carrier.Add(judged.Diagnostic.Location);
            }
        }

        foreach (Carrier carrier in _carriers.Values)
        {
            if (carrier is { Index: { } index, Repetitions: { } repetitions })
            {
                merged[index] = Join(merged[index], repetitions);
            }
        }

        return merged;
    }

    private static JudgedDiagnostic Join(JudgedDiagnostic judged, ImmutableArray<RelatedLocation>.Builder repetitions)
    {
        Diagnostic first = judged.Diagnostic;
        var diagnostic = new Diagnostic(first.Rule, first.Location, first.Message, first.Tier)
        {
            RelatedLocations = first.RelatedLocations.AddRange(repetitions),
            LogicalLocation = first.LogicalLocation,
        };
        return judged with { Diagnostic = diagnostic };
    }

    /// <summary>What collects the places of a diagnostic's stretch; suppressed ones count to where it begins.</summary>
    private Carrier FindCarrier(Diagnostic diagnostic)
    {
        var group = new Group(diagnostic.Rule, diagnostic.Message.Template.Id, diagnostic.Tier);
        group = diagnostic.Rule.OncePer switch
        {
            RuleStretch.Service => group with { Service = diagnostic.LogicalLocation?.FullyQualifiedName },
            RuleStretch.Instruction => group with { Start = GetInstruction(diagnostic) },
            RuleStretch.Neighbours => group with { Start = GetFirstNeighbour(group, GetInstruction(diagnostic)) },
            _ => group,
        };
        if (!_carriers.TryGetValue(group, out Carrier? carrier))
        {
            carrier = new Carrier(diagnostic.Rule.OncePer == RuleStretch.File ? JudgedDiagnostic.WholeFile : null);
            _carriers.Add(group, carrier);
        }

        return carrier;
    }

    private int GetInstruction(Diagnostic diagnostic) =>
        _file.Model is { } model ? model.GetInstructionIndex(diagnostic.Location.Span.Start) : 0;

    private int GetFirstNeighbour(Group group, int instruction)
    {
        _runs ??= [];
        int first =
            _runs.TryGetValue(group, out (int Last, int First) run) && instruction - run.Last <= 1
                ? run.First
                : instruction;
        _runs[group] = (instruction, first);
        return first;
    }

    /// <summary>What is said once.</summary>
    /// <param name="Rule">The rule.</param>
    /// <param name="Message">Id of the message.</param>
    /// <param name="Tier">The tier.</param>
    /// <param name="Start">Number of the instruction at which the stretch begins.</param>
    /// <param name="Service">The service that is the stretch.</param>
    private readonly record struct Group(
        RuleDescriptor Rule,
        string Message,
        string? Tier,
        int Start = 0,
        string? Service = null
    )
    {
        /// <summary>Few findings have rule and instruction in common; texts are not looked at.</summary>
        public override int GetHashCode() => (RuntimeHelpers.GetHashCode(Rule) * 397) ^ Start;

        public bool Equals(Group other) =>
            ReferenceEquals(Rule, other.Rule)
            && Start == other.Start
            && Message == other.Message
            && Tier == other.Tier
            && Service == other.Service;
    }

    /// <summary>The finding of a stretch.</summary>
    /// <param name="identityLine">What it is known by, where that is not its own line.</param>
    private sealed class Carrier(int? identityLine)
    {
        internal int? IdentityLine { get; private set; } = identityLine;

        /// <summary>Its place among the findings, once there is one that nothing suppresses.</summary>
        internal int? Index { get; set; }

        internal ImmutableArray<RelatedLocation>.Builder? Repetitions { get; private set; }

        /// <summary>Keeps the line of a suppressed place as what the finding is known by, if it is the first.</summary>
        internal void KeepLine(Location location)
        {
            if (Index is null)
            {
                IdentityLine ??= location.File.Text.GetLinePosition(location.Span.Start).Line;
            }
        }

        internal void Add(Location location)
        {
            Repetitions ??= ImmutableArray.CreateBuilder<RelatedLocation>();
            if (Repetitions.Count < AnalysisBudget.MaxRelatedLocations)
            {
                Repetitions.Add(new RelatedLocation(new SourceSpan(location.File, location.Span)));
            }
        }
    }
}

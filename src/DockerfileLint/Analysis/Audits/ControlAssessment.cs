using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics.Projects;

namespace DockerfileLint.Analysis.Audits;

/// <summary>How a service stands to a control.</summary>
[Experimental(ExperimentalApi.Id)]
public enum ControlState
{
    /// <summary>The row informs, or what runs the service does not know the setting: there are no points.</summary>
    Informs,

    /// <summary>All points are kept.</summary>
    Kept,

    /// <summary>Some points are lost.</summary>
    Weakened,

    /// <summary>All points are lost.</summary>
    Open,

    /// <summary>The files do not tell: some points may be lost.</summary>
    Unknown,
}

/// <summary>A row of the isolation matrix of a service. Immutable.</summary>
[Experimental(ExperimentalApi.Id)]
public sealed class ControlAssessment
{
    internal ControlAssessment(AuditControl control, string value)
    {
        Control = control;
        Value = value;
        Summary = value;
        Remedy = control.Remedy;
        RuleId = control.Rules.FirstOrDefault();
    }

    /// <summary>The control.</summary>
    public AuditControl Control { get; }

    /// <summary>What holds, in a few words that may stand in the files.</summary>
    public string Value { get; }

    /// <summary>
    /// What holds, in a word for tables; <c>?</c> where it is unknown, <c>-</c> where nothing is set.
    /// </summary>
    public string Summary { get; internal init; }

    /// <summary>
    /// The points that the control can give here: 0 where what runs the service does not know the setting.
    /// </summary>
    public int Weight { get; internal init; }

    /// <summary>The points that are certain, from 0 to <see cref="Weight"/>.</summary>
    public int LowerPoints { get; internal init; }

    /// <summary>The points if what is unknown turns out well, from <see cref="LowerPoints"/> on.</summary>
    public int UpperPoints { get; internal init; }

    /// <summary>How the service stands to the control.</summary>
    public ControlState State =>
        Weight == 0 ? ControlState.Informs
        : LowerPoints < UpperPoints ? ControlState.Unknown
        : LowerPoints == Weight ? ControlState.Kept
        : LowerPoints == 0 ? ControlState.Open
        : ControlState.Weakened;

    /// <summary>Whether points are lost, or may be.</summary>
    public bool LosesPoints => LowerPoints < Weight;

    /// <summary>The text that decides, or <c>null</c> where nothing sets it.</summary>
    public Location? Place { get; internal init; }

    /// <summary>
    /// How the value comes about: from the service to the deciding text; empty where nothing sets it.
    /// </summary>
    public ImmutableArray<FactStep> Steps { get; internal init; } = [];

    /// <summary>The id of the rule that judges it, or <c>null</c> where there is none.</summary>
    public string? RuleId { get; internal init; }

    /// <summary>What to do where points are lost: a sentence; otherwise not used.</summary>
    public string Remedy { get; internal init; }

    /// <summary>
    /// The finding that says so, or <c>null</c> where none was asked for, or the rule is off or suppressed.
    /// </summary>
    public Finding? Finding { get; private init; }

    /// <summary>The same row with the finding that says so.</summary>
    internal ControlAssessment WithFinding(Finding finding) =>
        new(Control, Value)
        {
            Summary = Summary,
            Weight = Weight,
            LowerPoints = LowerPoints,
            UpperPoints = UpperPoints,
            Place = Place,
            Steps = Steps,
            Remedy = Remedy,
            RuleId = finding.Rule.Id,
            Finding = finding,
        };

    /// <summary><c>control: value</c>.</summary>
    public override string ToString() => $"{Control}: {Value}";
}

using System.Collections.Concurrent;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Text;

namespace DockerfileLint.Rules.Packages;

/// <summary>
/// Where RUN, COPY, ADD and ONBUILD hold a text, such as the name of a setting that they write into a file.
/// </summary>
internal sealed class Mentions
{
    private readonly DockerfileModel _model;

    // Offsets in text order.
    private readonly ConcurrentDictionary<(string Text, bool IsCopied), int[]> _places = new(
        concurrencyLevel: 1,
        capacity: 7
    );

    private Mentions(DockerfileModel model) => _model = model;

    internal static Mentions Of(DockerfileModel model) => model.Indexes.Get(model, static model => new Mentions(model));

    /// <summary>
    /// Whether an instruction that has run by the end of another one holds a text, in the stage or in those it is built
    /// on: a setting that it writes into a file, or such a file.
    /// </summary>
    internal bool ExistBefore(InstructionSyntax instruction, string text) =>
        IsBefore(instruction, GetPlaces(text, isCopied: false));

    /// <summary>The same for COPY and ADD alone, whose files nobody has read.</summary>
    internal bool AreCopiedBefore(InstructionSyntax instruction, string text) =>
        IsBefore(instruction, GetPlaces(text, isCopied: true));

    private bool IsBefore(InstructionSyntax instruction, int[] places)
    {
        if (places.Length == 0)
        {
            return false;
        }

        Stage? own = _model.FindStage(instruction);
        int depth = 0;
        for (
            Stage? stage = own;
            stage is not null && depth < AnalysisBudget.MaxStageChain;
            stage = stage.BaseStage, depth++
        )
        {
            int end =
                stage == own ? instruction.Span.End
                : stage.Instructions.IsEmpty ? stage.From.Span.End
                : stage.Instructions[stage.Instructions.Length - 1].Span.End;
            if (GetFirst(places, stage.From.Span.Start) < end)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether an instruction holds a text.</summary>
    internal bool ExistIn(InstructionSyntax instruction, string text) =>
        GetFirst(GetPlaces(text, isCopied: false), instruction.Span.Start) <= instruction.Span.End - text.Length;

    private int[] GetPlaces(string text, bool isCopied) =>
        _places.TryGetValue((text, isCopied), out int[]? places)
            ? places
            : _places.GetOrAdd((text, isCopied), FindPlaces(text, isCopied));

    private int[] FindPlaces(string text, bool isCopied)
    {
        if (Find(_model.Tree.Root.Span, text) < 0)
        {
            return [];
        }

        var places = new List<int>();
        foreach (InstructionSyntax instruction in _model.Tree.Root.Instructions)
        {
            if (
                instruction.Kind is InstructionKind.Copy or InstructionKind.Add
                || (!isCopied && instruction.Kind is InstructionKind.Run or InstructionKind.Onbuild)
            )
            {
                TextSpan rest = instruction.Span;
                for (int place = Find(rest, text); place >= 0; place = Find(rest, text))
                {
                    places.Add(rest.Start + place);
                    rest = TextSpan.FromBounds(rest.Start + place + 1, rest.End);
                }
            }
        }

        return [.. places];
    }

    private int Find(TextSpan span, string text) =>
        _model.Tree.Text.AsSpan(span).IndexOf(text.AsSpan(), StringComparison.Ordinal);

    /// <summary>The first place from an offset on; behind every text where there is none.</summary>
    private static int GetFirst(int[] places, int start)
    {
        int index = Array.BinarySearch(places, start);
        index = index < 0 ? ~index : index;
        return index < places.Length ? places[index] : int.MaxValue;
    }
}

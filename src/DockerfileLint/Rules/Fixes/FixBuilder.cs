using System.Collections.Immutable;
using DockerfileLint.Diagnostics;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Text;

namespace DockerfileLint.Rules.Fixes;

/// <summary>Collects the edits of one finding, place by place.</summary>
internal sealed class FixBuilder
{
    private readonly List<TextEdit> _edits = [];
    private readonly ImmutableArray<IntendedChange>.Builder _changes = ImmutableArray.CreateBuilder<IntendedChange>();
    private readonly ImmutableArray<InstructionRewrite>.Builder _rewrites =
        ImmutableArray.CreateBuilder<InstructionRewrite>();
    private readonly ImmutableArray<string>.Builder _keys = ImmutableArray.CreateBuilder<string>();
    private bool _isUnsafe;

    /// <summary>Puts a text in.</summary>
    internal void Insert(int position, string text) => Replace(new TextSpan(position, 0), text);

    /// <summary>Takes a stretch away.</summary>
    internal void Remove(TextSpan span) => Replace(span, "");

    /// <summary>Replaces a stretch; what several places ask for alike is done once.</summary>
    internal void Replace(TextSpan span, string text)
    {
        var edit = new TextEdit(span, text);
        if (!_edits.Contains(edit))
        {
            _edits.Add(edit);
        }
    }

    /// <summary>Says which words of the instruction at an offset go and come; no others may.</summary>
    internal void Declare(int position, ImmutableArray<string> removed, ImmutableArray<string> added) =>
        _changes.Add(new IntendedChange(position, removed, added));

    /// <summary>Says that instructions change their meaning, and perhaps their number.</summary>
    internal void Rewrite(InstructionSyntax first, int before = 1, int after = 1) =>
        _rewrites.Add(new InstructionRewrite(first.Span.Start, before, after));

    /// <summary>Says that a Compose file gets a key, with whatever value.</summary>
    /// <param name="path">The keys that lead to it, with dots between them.</param>
    internal void AddKey(string path) => _keys.Add(path);

    /// <summary>Says that the fix is less safe than those of its rule are.</summary>
    internal void MakeUnsafe() => _isUnsafe = true;

    /// <summary>The fix, or <c>null</c> where there is nothing to edit or edits run into each other.</summary>
    /// <param name="diagnostic">What is mended.</param>
    /// <param name="places">In how many places.</param>
    internal CodeFix? Build(Diagnostic diagnostic, int places)
    {
        _edits.Sort(static (left, right) => left.Span.CompareTo(right.Span));
        for (int i = 1; i < _edits.Count; i++)
        {
            if (_edits[i].Span.Start < _edits[i - 1].Span.End || _edits[i].Span == _edits[i - 1].Span)
            {
                return null;
            }
        }

        return _edits.Count == 0 || diagnostic.Rule.Fix is not { } applicability
            ? null
            : new CodeFix(
                diagnostic.Message.Help ?? diagnostic.Rule.Title,
                _isUnsafe && applicability == FixApplicability.Safe ? FixApplicability.Unsafe : applicability,
                [.. _edits]
            )
            {
                Effect = diagnostic.Rule.FixEffect,
                Places = places,
                Changes = _changes.ToImmutable(),
                Rewrites = _rewrites.ToImmutable(),
                AddedKeys = _keys.ToImmutable(),
            };
    }
}

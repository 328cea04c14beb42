using System.Collections.Immutable;

namespace DockerfileLint.Semantics.Dockerfiles;

/// <summary>The comments that name the shell of the RUN instructions below them.</summary>
internal sealed class ShellPragmas
{
    private readonly DockerfileModel _model;

    private ShellPragmas(DockerfileModel model)
    {
        _model = model;
        All = ShellPragma.FindAll(model.Tree);
    }

    /// <summary>The comments in text order.</summary>
    internal ImmutableArray<ShellPragma> All { get; }

    internal static ShellPragmas Of(DockerfileModel model) =>
        model.Indexes.Get(model, static model => new ShellPragmas(model));

    /// <summary>
    /// The comment that names the shell at a place of a stage: the last one before it in the stage, else the last one
    /// of the stage that this one is built on, else the last one above the first FROM; <c>null</c> where there is none.
    /// A SHELL instruction between the comment and the place is stronger, which is the caller's to see.
    /// </summary>
    /// <param name="stage">The stage.</param>
    /// <param name="position">0-based offset, such as the start of a RUN.</param>
    internal ShellPragma? Find(Stage stage, int position)
    {
        if (All.IsEmpty)
        {
            return null;
        }

        ImmutableArray<Stage> stages = _model.Stages;
        for (Stage? current = stage; current is not null; current = current.BaseStage)
        {
            int end =
                current == stage ? position
                : current.Index + 1 < stages.Length ? stages[current.Index + 1].From.Span.Start
                : _model.Tree.Text.Length;
            if (FindLast(current.From.Span.Start, end) is { } pragma)
            {
                return pragma;
            }
        }

        return FindLast(0, stages[0].From.Span.Start);
    }

    private ShellPragma? FindLast(int start, int end)
    {
        for (int i = All.Length - 1; i >= 0; i--)
        {
            if (All[i].Span.Start >= start && All[i].Span.Start < end)
            {
                return All[i];
            }
        }

        return null;
    }
}

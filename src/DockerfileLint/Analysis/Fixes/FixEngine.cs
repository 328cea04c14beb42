using System.Collections.Immutable;
using DockerfileLint.Analysis.Languages;
using DockerfileLint.Analysis.Projects;
using DockerfileLint.Diagnostics;
using DockerfileLint.Rules.Fixes;
using DockerfileLint.Syntax.Yaml;
using DockerfileLint.Text;

namespace DockerfileLint.Analysis.Fixes;

/// <summary>
/// Mends the findings of a file and proves of each text that it makes that it is at least as good as the one before.
/// Writes nothing: the result is a snapshot. Safe to use from several threads.
/// </summary>
public sealed class FixEngine
{
    private readonly Linter _linter;
    private readonly FixOptions _options;

    /// <summary>Creates an engine.</summary>
    /// <param name="linter">Finds what is to be mended, and judges the mended text.</param>
    /// <param name="options">Which fixes are applied; the safe ones of all rules by default.</param>
    public FixEngine(Linter linter, FixOptions? options = null)
    {
        _linter = linter ?? throw new ArgumentNullException(nameof(linter));
        _options = options ?? new FixOptions();
    }

    /// <summary>Mends a file of a project.</summary>
    /// <param name="project">The project.</param>
    /// <param name="path">The file, whether it is a document of the project or lies beside them.</param>
    /// <param name="language">The language, or <c>null</c> where path and text say it.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public FixResult Fix(
        Project project,
        string path,
        Language? language = null,
        CancellationToken cancellation = default
    )
    {
        if (project is null)
        {
            throw new ArgumentNullException(nameof(project));
        }

        JudgedText current = Judge(project, path, language, cancellation);
        SourceFile? before = current.Analysis.File;
        if (before is null || before.Text.HasInvalidBytes)
        {
            return new FixResult(project, before, before, current.Analysis, current.Result);
        }

        var run = new Run(this, project, before, language ?? current.Analysis.Language, current, cancellation);
        for (int pass = 0; pass < AnalysisBudget.MaxFixPasses && run.Pass(); pass++) { }

        return run.GetResult();
    }

    private JudgedText Judge(Project project, string path, Language? language, CancellationToken cancellation)
    {
        FileAnalysis analysis = _linter.Analyze(project, path, language, cancellation);
        var tree =
            analysis is { Model: null, File: not null } && analysis.Language == Language.Compose
                ? project.GetDocument(path).GetTree(Language.Compose, cancellation) as YamlSyntaxTree
                : null;
        return new JudgedText(analysis, _linter.Complete(analysis, report: null, cancellation), tree);
    }

    /// <summary>The mending of one file.</summary>
    private sealed class Run(
        FixEngine engine,
        Project given,
        SourceFile before,
        Language language,
        JudgedText judged,
        CancellationToken cancellation
    )
    {
        private readonly HashSet<(string Rule, string Fingerprint)> _dropped = [];
        private readonly ImmutableArray<AppliedFix>.Builder _fixed = ImmutableArray.CreateBuilder<AppliedFix>();
        private readonly ImmutableArray<RefusedFix>.Builder _refused = ImmutableArray.CreateBuilder<RefusedFix>();
        private readonly SourceFile _before = before;
        private Project _project = given;
        private SourceFile _file = before;
        private JudgedText _current = judged;

        internal FixResult GetResult() =>
            new(_project, _before, _file, _current.Analysis, _current.Result)
            {
                Fixed = _fixed.ToImmutable(),
                Refused = _refused.ToImmutable(),
            };

        /// <summary>Applies what can be applied at once.</summary>
        /// <returns>Whether the text changed, or a fix was dropped that stood in the way of others.</returns>
        internal bool Pass()
        {
            List<AppliedFix> fixes = Choose();
            if (fixes.Count == 0)
            {
                return false;
            }

            int dropped = _dropped.Count;
            Attempt? attempt = Apply(fixes);
            if (attempt is not null)
            {
                _fixed.AddRange(attempt.Fixes);
                _project = attempt.Project;
                _file = attempt.File;
                _current = attempt.Judged;
            }

            return attempt is not null || _dropped.Count > dropped;
        }

        /// <summary>
        /// The fixes that do not touch each other. Those whose meaning is compared come first, on their own.
        /// </summary>
        private List<AppliedFix> Choose()
        {
            var fixes = new List<AppliedFix>();
            foreach (Finding finding in _current.Result.Findings)
            {
                cancellation.ThrowIfCancellationRequested();
                if (
                    finding.Suppression is null
                    && finding.Rule.IsFixable
                    && engine._options.Allows(finding)
                    && !_dropped.Contains((finding.Rule.Id, finding.Fingerprint))
                    && Find(finding.Diagnostic) is { } fix
                    && engine._options.Allows(fix)
                )
                {
                    fixes.Add(new AppliedFix(finding, fix));
                }
            }

            if (fixes.Exists(static fix => !fix.Fix.Changes.IsDefault))
            {
                fixes.RemoveAll(static fix => fix.Fix.Changes.IsDefault);
            }

            fixes.Sort(static (left, right) => left.Fix.Edits[0].Span.CompareTo(right.Fix.Edits[0].Span));
            var taken = new SortedSet<TextEdit>(EditOrder.Instance);
            fixes.RemoveAll(fix => !Take(fix.Fix, taken));
            return fixes;
        }

        private CodeFix? Find(Diagnostic diagnostic) =>
            _current.Analysis.Model is { } model ? CodeFixes.Find(diagnostic, model)
            : _current.Tree is { } tree ? CodeFixes.Find(diagnostic, tree)
            : null;

        /// <summary>
        /// Applies fixes, or as many of them as can be proven, and drops those that cannot on their own.
        /// </summary>
        private Attempt? Apply(List<AppliedFix> fixes)
        {
            Attempt attempt = Try(fixes);
            if (attempt.Flaw is null)
            {
                return attempt;
            }

            if (fixes.Count == 1)
            {
                Finding finding = fixes[0].Finding;
                if (_dropped.Add((finding.Rule.Id, finding.Fingerprint)))
                {
                    _refused.Add(new RefusedFix(finding, fixes[0].Fix, attempt.Flaw));
                }

                return null;
            }

            int half = fixes.Count / 2;
            Attempt? first = Apply(fixes.GetRange(0, half));
            Attempt? second = Apply(fixes.GetRange(half, fixes.Count - half));
            if (first is null || second is null)
            {
                return first ?? second;
            }

            // What holds for each half mostly holds for both; if not, the second half has its turn in the next pass.
            Attempt both = Try([.. first.Fixes, .. second.Fixes]);
            return both.Flaw is null ? both : first;
        }

        private Attempt Try(List<AppliedFix> fixes)
        {
            cancellation.ThrowIfCancellationRequested();
            IEnumerable<TextEdit> edits = fixes
                .SelectMany(static fix => fix.Fix.Edits)
                .Distinct()
                .OrderBy(static edit => edit.Span);
            SourceText text = _file.Text;
            var file = new SourceFile(_file.Path, text.WithText(TextEdit.Apply(text.ToString(), edits)))
            {
                IsTracked = _file.IsTracked,
            };
            Project project = _project.WithDocument(file, language);
            JudgedText judgedText = engine.Judge(project, file.Path, language, cancellation);
            return new Attempt(
                fixes,
                project,
                file,
                judgedText,
                FixProof.FindFlaw(_current, judgedText, fixes, cancellation)
            );
        }

        /// <summary>Takes the places of a fix, unless another fix has taken one or the place beside it.</summary>
        private static bool Take(CodeFix fix, SortedSet<TextEdit> taken)
        {
            foreach (TextEdit edit in fix.Edits)
            {
                if (!taken.Contains(edit) && IsTouched(edit, taken))
                {
                    return false;
                }
            }

            taken.UnionWith(fix.Edits);
            return true;
        }

        private static bool IsTouched(TextEdit edit, SortedSet<TextEdit> taken)
        {
            // None of those taken touches another one, so that only the nearest can be in the way.
            if (taken.Count == 0)
            {
                return false;
            }

            var low = new TextEdit(new TextSpan(0, 0), "");
            var high = new TextEdit(new TextSpan(edit.Span.End, int.MaxValue - edit.Span.End), "");
            foreach (TextEdit other in taken.GetViewBetween(low, high).Reverse())
            {
                return other.Span.End >= edit.Span.Start;
            }

            return false;
        }
    }

    /// <summary>A text with fixes, and what speaks against it.</summary>
    private sealed record Attempt(
        List<AppliedFix> Fixes,
        Project Project,
        SourceFile File,
        JudgedText Judged,
        string? Flaw
    );

    private sealed class EditOrder : IComparer<TextEdit>
    {
        internal static EditOrder Instance { get; } = new();

        public int Compare(TextEdit x, TextEdit y)
        {
            int order = x.Span.CompareTo(y.Span);
            return order != 0 ? order : string.CompareOrdinal(x.NewText, y.NewText);
        }
    }
}

using System.Collections.Immutable;
using DockerfileLint.Analysis.Languages;
using DockerfileLint.Analysis.Projects;
using DockerfileLint.Diagnostics;
using DockerfileLint.Text;

namespace DockerfileLint.Analysis.Fixes;

/// <summary>
/// Mends the findings of a file and proves of each text that it makes that it is at least as good as the one before.
/// Writes nothing: the result is a snapshot. Safe to use from several threads.
/// </summary>
public sealed class FixEngine
{
    private readonly Linter _linter;
    private readonly FixSource _source;

    /// <summary>Creates an engine.</summary>
    /// <param name="linter">Finds what is to be mended, and judges the mended text.</param>
    /// <param name="options">Which fixes are applied; the safe ones of all rules by default.</param>
    public FixEngine(Linter linter, FixOptions? options = null)
        : this(linter, new RuleFixes(options ?? new FixOptions())) { }

    internal FixEngine(Linter linter, FixSource source)
    {
        _linter = linter ?? throw new ArgumentNullException(nameof(linter));
        _source = source;
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
        Run run = Start(project, path, language, cancellation);
        for (int pass = 0; pass < AnalysisBudget.MaxFixPasses && run.Pass(); pass++) { }

        return run.GetResult();
    }

    /// <summary>
    /// Lints a file of a project and gives each finding the fix that is proven of the text as it is
    /// (<see cref="Finding.Fix"/>). Fixes whose edits do not touch each other can be applied together.
    /// </summary>
    /// <param name="project">The project.</param>
    /// <param name="path">The file, whether it is a document of the project or lies beside them.</param>
    /// <param name="language">The language, or <c>null</c> where path and text say it.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public FileResult FindFixes(
        Project project,
        string path,
        Language? language = null,
        CancellationToken cancellation = default
    ) => Start(project, path, language, cancellation).FindFixes();

    private Run Start(Project project, string path, Language? language, CancellationToken cancellation)
    {
        if (project is null)
        {
            throw new ArgumentNullException(nameof(project));
        }

        JudgedText judged = Judge(project, path, language, cancellation);
        return new Run(this, project, judged, language ?? judged.Analysis.Language, cancellation);
    }

    private JudgedText Judge(Project project, string path, Language? language, CancellationToken cancellation)
    {
        FileAnalysis analysis = _linter.Analyze(project, path, language, cancellation);
        return new JudgedText(analysis, _linter.Complete(analysis, report: null, cancellation));
    }

    /// <summary>The mending of one file.</summary>
    private sealed class Run(
        FixEngine engine,
        Project given,
        JudgedText judged,
        Language language,
        CancellationToken cancellation
    )
    {
        private readonly HashSet<(string Rule, string Fingerprint)> _dropped = [];
        private readonly ImmutableArray<AppliedFix>.Builder _fixed = ImmutableArray.CreateBuilder<AppliedFix>();
        private readonly ImmutableArray<RefusedFix>.Builder _refused = ImmutableArray.CreateBuilder<RefusedFix>();
        private readonly SourceFile? _before = judged.Analysis.File;
        private Project _project = given;
        private SourceFile? _file = judged.Analysis.File;
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
            List<AppliedFix> fixes = Choose(FindAll());
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

                // What could not be proven of the text before may be of this one, as a second run would find.
                _dropped.Clear();
                _refused.Clear();
                return true;
            }

            return _dropped.Count > dropped;
        }

        /// <summary>
        /// The findings with their fixes: those of the next pass are proven together, those that touch one of them
        /// apart.
        /// </summary>
        internal FileResult FindFixes()
        {
            var proven = new Dictionary<Finding, CodeFix>();
            List<AppliedFix> left = FindAll();
            for (int pass = 0; pass < AnalysisBudget.MaxFixPasses && left.Count > 0; pass++)
            {
                List<AppliedFix> fixes = Choose(left);
                foreach (AppliedFix fix in Apply(fixes)?.Fixes ?? [])
                {
                    proven.Add(fix.Finding, fix.Fix);
                }

                left.RemoveAll(new HashSet<AppliedFix>(fixes).Contains);
            }

            return _current.Result.WithFindings([
                .. _current.Result.Findings.Select(finding =>
                    proven.TryGetValue(finding, out CodeFix? fix) ? finding.WithFix(fix) : finding
                ),
            ]);
        }

        /// <summary>
        /// The fixes of one pass: those that do not touch each other, and unsafe ones once no safe one is left.
        /// </summary>
        private List<AppliedFix> Choose(List<AppliedFix> fixes)
        {
            if (engine._source.AreAlwaysApart)
            {
                return fixes;
            }

            bool isSafe = fixes.Exists(static fix => fix.Fix.Applicability == FixApplicability.Safe);
            var taken = new SortedSet<TextEdit>(EditOrder.Instance);
            return fixes.FindAll(fix =>
                fix.Fix.Applicability == FixApplicability.Safe == isSafe && Take(fix.Fix, taken)
            );
        }

        /// <summary>The fixes that may be applied, in text order.</summary>
        private List<AppliedFix> FindAll()
        {
            List<AppliedFix> fixes = engine._source.Find(_current, cancellation);
            fixes.RemoveAll(fix => _dropped.Contains((fix.Finding.Rule.Id, fix.Finding.Fingerprint)));
            fixes.Sort(
                static (left, right) =>
                {
                    int order = left.Fix.Edits[0].Span.CompareTo(right.Fix.Edits[0].Span);
                    return order != 0 ? order : string.CompareOrdinal(left.Finding.Rule.Id, right.Finding.Rule.Id);
                }
            );
            return fixes;
        }

        /// <summary>
        /// Applies fixes, or as many of them as can be proven, and drops those that cannot on their own.
        /// </summary>
        private Attempt? Apply(List<AppliedFix> fixes)
        {
            if (_file!.Text.HasInvalidBytes)
            {
                fixes.ForEach(fix => Drop(fix, "the file has bytes that are no text"));
                return null;
            }

            Attempt attempt = Try(fixes);
            if (attempt.Flaw is null)
            {
                return attempt;
            }

            if (fixes.Count == 1)
            {
                Drop(fixes[0], attempt.Flaw);
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

        private void Drop(AppliedFix fix, string reason)
        {
            if (_dropped.Add((fix.Finding.Rule.Id, fix.Finding.Fingerprint)))
            {
                _refused.Add(new RefusedFix(fix.Finding, fix.Fix, reason));
            }
        }

        private Attempt Try(List<AppliedFix> fixes)
        {
            cancellation.ThrowIfCancellationRequested();
            IEnumerable<TextEdit> edits = engine._source.Combine(fixes);
            SourceText text = _file!.Text;
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
                engine._source.FindFlaw(_current, judgedText, fixes, cancellation)
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

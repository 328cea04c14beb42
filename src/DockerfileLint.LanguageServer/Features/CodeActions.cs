using DockerfileLint.Analysis;
using DockerfileLint.Analysis.Fixes;
using DockerfileLint.Diagnostics;
using DockerfileLint.LanguageServer.Protocol;
using DockerfileLint.LanguageServer.Rpc;
using DockerfileLint.LanguageServer.Workspaces;
using DockerfileLint.Rules.Fixes;
using DockerfileLint.Text;

namespace DockerfileLint.LanguageServer.Features;

/// <summary>
/// What a user can do about findings: mend them, as the command line does and with the same proof, or suppress them.
/// </summary>
/// <param name="canResolve">Whether the client asks for the edit of an action when it is chosen.</param>
/// <param name="knowsVersions">Whether the client takes edits of documents with their versions.</param>
internal sealed class CodeActions(bool canResolve, bool knowsVersions)
{
    private const string QuickFix = "quickfix";
    private const string FixAllKind = "source.fixAll.dockerfile-lint";

    private const string FixOne = "fix";
    private const string FixRule = "fixRule";
    private const string FixAll = "fixAll";
    private const string Suppress = "suppress";
    private const string SuppressInFile = "suppressInFile";
    private const string SkipCheck = "skipCheck";

    /// <summary>What can be done about the findings that touch a range.</summary>
    internal CodeAction[] Find(DocumentView view, CodeActionParameters parameters, CancellationToken cancellation)
    {
        FileAnalysis analysis = view.Analyze(cancellation);
        FileResult result = view.Complete(analysis, cancellation);
        var actions = new List<CodeAction>();
        if (IsWanted(FixAllKind, parameters.Context))
        {
            if (result.Findings.Any(finding => IsFixable(finding, isSafe: true, analysis, view, cancellation)))
            {
                actions.Add(
                    new CodeAction
                    {
                        Title = "Fix all that can be fixed without a change of meaning",
                        Kind = FixAllKind,
                        Data = CreateData(view, FixAll),
                    }
                );
            }
        }

        if (IsWanted(QuickFix, parameters.Context))
        {
            TextSpan span = view.Encoding.GetSpan(view.Text, parameters.Range);
            Finding[] touched =
            [
                .. result.Findings.Where(finding => finding.IsCounted && Touches(finding.Location.Span, span)),
            ];
            var rules = new HashSet<RuleDescriptor>();
            foreach (Finding finding in touched)
            {
                AddFixes(finding, result, analysis, view, actions, rules, cancellation);
            }

            foreach (Finding finding in touched)
            {
                AddSuppressions(finding, view, actions);
            }
        }

        return canResolve
            ? [.. actions]
            : [.. actions.Select(action => Resolve(action, view, cancellation)).OfType<CodeAction>()];
    }

    /// <summary>An action that was chosen, with its edit.</summary>
    /// <exception cref="RpcException">It cannot be done, or is not for this version of the document.</exception>
    internal CodeAction Resolve(ChosenCodeAction chosen, DocumentView? view, CancellationToken cancellation)
    {
        if (chosen.Data is null || view is null || view.Version != chosen.Data.Version)
        {
            throw new RpcException(RpcErrorCode.RequestFailed, "The document has changed.");
        }

        var action = new CodeAction
        {
            Title = chosen.Title,
            Kind = chosen.Kind ?? QuickFix,
            Data = chosen.Data,
        };
        return Resolve(action, view, cancellation)
            ?? throw new RpcException(
                RpcErrorCode.RequestFailed,
                "It cannot be proven that this changes nothing else, so that nothing was done."
            );
    }

    private CodeAction? Resolve(CodeAction action, DocumentView view, CancellationToken cancellation)
    {
        IReadOnlyList<TextEdit> edits = FindEdits(action.Data!, view, cancellation);
        return edits.Count == 0
            ? null
            : action with
            {
                Edit = WorkspaceEdits.Create(
                    view,
                    edits.Select(edit => (new SourceSpan(view.File, edit.Span), edit.NewText)),
                    knowsVersions
                ),
            };
    }

    private static IReadOnlyList<TextEdit> FindEdits(
        CodeActionData data,
        DocumentView view,
        CancellationToken cancellation
    )
    {
        FileResult result = view.Lint(cancellation);
        Finding? finding = result.Findings.FirstOrDefault(each => each.Fingerprint == data.Fingerprint);
        RuleDescriptor? rule = finding?.Rule ?? result.Findings.FirstOrDefault(each => each.Rule.Id == data.Rule)?.Rule;
        TextEdit? edit = null;
        switch (data.Action)
        {
            case FixAll:
                return Fix(new FixOptions(), view, cancellation);
            case FixRule when rule is not null:
                return Fix(new FixOptions { Rules = [rule], AllowsUnsafe = true }, view, cancellation);
            case FixOne when finding is not null:
                return Fix(
                    new FixOptions
                    {
                        Rules = [finding.Rule],
                        AllowsUnsafe = true,
                        Fingerprint = finding.Fingerprint,
                    },
                    view,
                    cancellation
                );
            case Suppress when finding is not null:
                edit = SuppressionEdits.Suppress(finding, view, cancellation);
                break;
            case SuppressInFile when finding is not null:
                edit = SuppressionEdits.SuppressInFile(finding, view, cancellation);
                break;
            case SkipCheck when finding is not null:
                edit = SuppressionEdits.SkipCheck(finding, view, cancellation);
                break;
        }

        return edit is { } found ? [found] : [];
    }

    private static List<TextEdit> Fix(FixOptions options, DocumentView view, CancellationToken cancellation)
    {
        FixResult result = new FixEngine(view.Setup.Linter, options).Fix(
            view.Project,
            view.Path,
            view.Language,
            cancellation
        );
        return result.HasChanged ? LineEdits.Find(result.Before!.Text, result.After!.Text) : [];
    }

    private static void AddFixes(
        Finding finding,
        FileResult result,
        FileAnalysis analysis,
        DocumentView view,
        List<CodeAction> actions,
        HashSet<RuleDescriptor> rules,
        CancellationToken cancellation
    )
    {
        if (FindFix(finding, analysis, view, cancellation) is not { } fix)
        {
            return;
        }

        string effect = fix.Applicability == FixApplicability.Safe ? "" : " (may change what is built)";
        actions.Add(
            new CodeAction
            {
                Title = fix.Title.TrimEnd('.') + effect,
                Kind = QuickFix,
                Diagnostics = [FindingDiagnostics.Create(finding, view)],
                IsPreferred = effect.Length == 0 ? true : null,
                Data = CreateData(view, FixOne, finding),
            }
        );
        if (
            rules.Add(finding.Rule)
            && result
                .Findings.Where(other =>
                    other.Rule == finding.Rule && IsFixable(other, isSafe: false, analysis, view, cancellation)
                )
                .Skip(1)
                .Any()
        )
        {
            actions.Add(
                new CodeAction
                {
                    Title = $"Fix all findings of {finding.Rule.Id} in this file{effect}",
                    Kind = QuickFix,
                    Data = CreateData(view, FixRule, finding) with { Fingerprint = null },
                }
            );
        }
    }

    private static void AddSuppressions(Finding finding, DocumentView view, List<CodeAction> actions)
    {
        if (finding.Rule.IsBuildError)
        {
            // Nothing but the mending lets the build pass.
            return;
        }

        DocumentDiagnostic[] diagnostics = [FindingDiagnostics.Create(finding, view)];
        Add($"Suppress {finding.Rule.Id} here, with a reason", Suppress);
        Add($"Suppress {finding.Rule.Id} in this file, with a reason", SuppressInFile);
        if (view.IsDockerfile && SuppressionEdits.GetCheck(finding.Rule) is { } check)
        {
            Add($"Skip the check {check} in this file, for BuildKit too", SkipCheck);
        }

        void Add(string title, string action) =>
            actions.Add(
                new CodeAction
                {
                    Title = title,
                    Kind = QuickFix,
                    Diagnostics = diagnostics,
                    Data = CreateData(view, action, finding),
                }
            );
    }

    private static bool IsFixable(
        Finding finding,
        bool isSafe,
        FileAnalysis analysis,
        DocumentView view,
        CancellationToken cancellation
    ) =>
        finding.IsCounted
        && FindFix(finding, analysis, view, cancellation) is { } fix
        && (!isSafe || fix.Applicability == FixApplicability.Safe);

    private static CodeFix? FindFix(
        Finding finding,
        FileAnalysis analysis,
        DocumentView view,
        CancellationToken cancellation
    ) =>
        !finding.Rule.IsFixable || view.Text.HasInvalidBytes ? null
        : analysis.Model is { } model ? CodeFixes.Find(finding.Diagnostic, model)
        : view.IsDockerfile ? null
        : CodeFixes.Find(finding.Diagnostic, view.GetYaml(cancellation));

    private static bool Touches(TextSpan finding, TextSpan range) =>
        finding.Start <= range.End && range.Start <= finding.End;

    private static bool IsWanted(string kind, CodeActionContext? context) =>
        context?.Only is not { Length: > 0 } only
        || Array.Exists(
            only,
            wanted => kind == wanted || kind.StartsWith(wanted + ".", StringComparison.Ordinal) || wanted.Length == 0
        );

    private static CodeActionData CreateData(DocumentView view, string action, Finding? finding = null) =>
        new(view.Uri, view.Version, action, finding?.Rule.Id, finding?.Fingerprint);
}

using System.Collections.Immutable;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Semantics.Dockerfiles;

/// <summary>
/// The variables that a script of a stage finds set: those of the proxy, which every build knows, and what ARG and ENV
/// above it define, in the stage and in those that it is built on.
/// </summary>
internal sealed class ExportedVariables(DockerfileModel model, Stage? stage)
{
    private Dictionary<string, int>? _triggerNames;

    /// <summary>The variables that hold the addresses of a proxy.</summary>
    internal static ImmutableArray<string> ProxyNames { get; } =
    [
        "ALL_PROXY",
        "FTP_PROXY",
        "HTTPS_PROXY",
        "HTTP_PROXY",
        "NO_PROXY",
        "all_proxy",
        "ftp_proxy",
        "http_proxy",
        "https_proxy",
        "no_proxy",
    ];

    /// <summary>Whether the script of an instruction finds a variable.</summary>
    internal bool Contains(string name, InstructionSyntax run) =>
        name == "PATH" || ProxyNames.Contains(name) || IsSet(name, run) || (run.IsTrigger && IsSetByTrigger(name, run));

    /// <summary>Whether ARG or ENV sets a variable above an instruction.</summary>
    internal bool IsSet(string name, InstructionSyntax run) =>
        stage is null
            ? FirstDefinitions.Of(model).IsSetBefore(name, run)
            : stage.Variables.IsDefined(name, run.Span.Start);

    /// <summary>What the triggers above one set, which runs behind them in a stage that is not here.</summary>
    internal IEnumerable<string> FindTriggerNames(InstructionSyntax run)
    {
        if (stage is null || !run.IsTrigger)
        {
            yield break;
        }

        foreach (InstructionSyntax trigger in stage.Triggers)
        {
            ImmutableArray<KeyValueSyntax> pairs = trigger.Span.Start >= run.Span.Start ? [] : GetPairs(trigger);
            foreach (KeyValueSyntax pair in pairs)
            {
                yield return pair.Key.Text;
            }
        }
    }

    private bool IsSetByTrigger(string name, InstructionSyntax run)
    {
        if (_triggerNames is null)
        {
            _triggerNames = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (InstructionSyntax trigger in stage?.Triggers ?? [])
            {
                foreach (KeyValueSyntax pair in GetPairs(trigger))
                {
                    if (!_triggerNames.ContainsKey(pair.Key.Text))
                    {
                        _triggerNames.Add(pair.Key.Text, trigger.Span.Start);
                    }
                }
            }
        }

        return _triggerNames.TryGetValue(name, out int start) && start < run.Span.Start;
    }

    private static ImmutableArray<KeyValueSyntax> GetPairs(InstructionSyntax trigger) =>
        trigger switch
        {
            ArgInstructionSyntax arg => arg.Declarations,
            EnvInstructionSyntax env => env.Pairs,
            _ => [],
        };
}

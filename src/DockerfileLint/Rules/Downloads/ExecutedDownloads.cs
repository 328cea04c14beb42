using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Syntax.Values;
using DockerfileLint.Text;

namespace DockerfileLint.Rules.Downloads;

/// <summary>What is run as it was fetched.</summary>
/// <param name="Span">Where it is run.</param>
/// <param name="Download">What is run.</param>
/// <param name="Program">The program that runs it, or the file itself.</param>
internal readonly record struct Execution(TextSpan Span, Download Download, string Program);

/// <summary>The downloads that the RUN instructions of a file execute, those of triggers included.</summary>
internal sealed class ExecutedDownloads
{
    private readonly Dictionary<InstructionSyntax, List<Execution>> _executions = [];
    private readonly Dictionary<Stage, DownloadedFiles> _files = [];
    private readonly HashSet<TextSpan> _executed = [];

    private ExecutedDownloads(DockerfileModel model)
    {
        foreach (Stage stage in model.Stages)
        {
            var own = new DownloadedFiles(stage.BaseStage is { } baseStage ? _files[baseStage] : null);
            var ofTriggers = new DownloadedFiles(inherited: null);
            _files.Add(stage, own);
            foreach (InstructionSyntax instruction in stage.Instructions)
            {
                if (instruction is OnbuildInstructionSyntax { Trigger: { } trigger })
                {
                    Read(model, stage, trigger, ofTriggers);
                }
                else
                {
                    Read(model, stage, instruction, own);
                }
            }
        }
    }

    internal static ExecutedDownloads Of(DockerfileModel model) =>
        model.Indexes.Get(model, static model => new ExecutedDownloads(model));

    /// <summary>What an instruction runs, in text order.</summary>
    internal IReadOnlyList<Execution> Find(InstructionSyntax instruction) =>
        _executions.TryGetValue(instruction, out List<Execution>? executions) ? executions : [];

    /// <summary>Whether something runs what is fetched at a place.</summary>
    internal bool Executes(TextSpan download) => _executed.Contains(download);

    private void Read(DockerfileModel model, Stage stage, InstructionSyntax instruction, DownloadedFiles files)
    {
        switch (instruction)
        {
            case AddInstructionSyntax { Destination: { } destination } add when add.GetFlag("checksum") is null:
                foreach (WordSyntax source in add.Sources)
                {
                    string address = stage.Expand(source).DisplayText;
                    if (RemoteSource.IsRemote(address) && !RemoteSource.IsGit(address))
                    {
                        string path = GetPath(stage.Expand(destination).DisplayText, GetFileName(address));
                        files.Add(new Download("ADD", path, source.Span));
                    }
                }

                break;
            case CopyInstructionSyntax { Destination: { } destination } copy
                when copy.GetFlag("from")?.Value is { } from
                    && model.BuildGraph.Find(from.Text) is { } other
                    && _files.TryGetValue(other, out DownloadedFiles? theirs):
                foreach (WordSyntax source in copy.Sources)
                {
                    if (theirs.Find(stage.Expand(source).DisplayText) is { } file)
                    {
                        string path = GetPath(stage.Expand(destination).DisplayText, GetFileName(file.Path));
                        files.Add(file with { Path = path });
                    }
                }

                break;
            case RunInstructionSyntax
                when model.GetScript(instruction) is { } script
                    && (!files.IsEmpty || DownloadFlow.MayFetch(script.RunCommands)):
                List<Execution>? executions = new DownloadFlow(
                    files,
                    word => stage.ResolveInScript(word, instruction)
                ).Read(script.RunCommands);
                if (executions is not null)
                {
                    _executions.Add(instruction, executions);
                    foreach (Execution execution in executions)
                    {
                        _executed.Add(execution.Download.Span);
                    }
                }

                break;
            default:
                break;
        }
    }

    /// <summary>Where a file comes to lie that is copied to a destination.</summary>
    private static string GetPath(string destination, string name) =>
        destination.Length == 0 || destination[destination.Length - 1] is '/' or '.'
            ? $"{destination.TrimEnd('.')}{name}"
            : destination;

    /// <summary>The name under which a file of an address is stored.</summary>
    internal static string GetFileName(string address)
    {
        int end = address.IndexOfAny(['?', '#']);
        return DownloadedFiles.GetName(end < 0 ? address : address.Substring(0, end));
    }
}

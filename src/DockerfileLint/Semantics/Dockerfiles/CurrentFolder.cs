using DockerfileLint.Syntax;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Syntax.Shell;
using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Dockerfiles;

/// <summary>
/// The folder that the instructions of a stage and the commands of their scripts work in, followed in text order. Where
/// the base image decides it, paths stay relative; all of them are relative to the same folder then.
/// </summary>
internal sealed class CurrentFolder
{
    private readonly Stage _stage;
    private string _workdir;
    private string _folder;

    // The subshell in which cd was called first, and the folder that holds behind it.
    private SyntaxNode? _subshell;
    private string _outer = "";

    private CurrentFolder(Stage stage, string start)
    {
        _stage = stage;
        _workdir = start;
        _folder = start;
    }

    /// <summary>The folder at the start of a stage.</summary>
    internal static CurrentFolder Start(DockerfileModel model, Stage stage) =>
        new(stage, model.Indexes.Get(model, static model => new StageFolders(model)).GetStart(stage));

    /// <summary>Goes on to an instruction of the stage: what scripts before did is forgotten.</summary>
    internal void Enter(InstructionSyntax instruction)
    {
        _workdir = Enter(_workdir, instruction, _stage);
        _folder = _workdir;
        _subshell = null;
    }

    /// <summary>Goes on to a command of the instruction's script.</summary>
    internal void Enter(RunCommand command)
    {
        if (_subshell is not null && command.Span.Start >= _subshell.Span.End)
        {
            _folder = _outer;
            _subshell = null;
        }

        if (command.Name is not ("cd" or "pushd" or "popd"))
        {
            return;
        }

        if (_subshell is null && FindSubshell(command.Syntax) is { } subshell)
        {
            _subshell = subshell;
            _outer = _folder;
        }

        string target = command.Line.Operands.IsEmpty ? "~" : command.Line.Operands[0].Text;
        _folder = target == "-" || command.Name == "popd" ? _workdir : Combine(_folder, target);
    }

    /// <summary>
    /// A path as seen from the folder. What a variable holds alone is taken for a name in it; before a slash it is
    /// taken for a folder that stands for itself.
    /// </summary>
    internal string Resolve(string path) =>
        !path.StartsWith("$", StringComparison.Ordinal) || path.IndexOf('/') >= 0 ? Combine(_folder, path)
        : _folder.Length == 0 || _folder == ContextPath.Root ? path
        : $"{_folder.TrimEnd('/')}/{path}";

    private static string Enter(string folder, InstructionSyntax instruction, Stage stage) =>
        instruction is WorkdirInstructionSyntax { Path: { } path }
            ? Combine(folder, stage.Expand(path) is var value && value.TryGetValue(out string? text) ? text : path.Text)
            : folder;

    private static string Combine(string folder, string path)
    {
        if (folder.Length + path.Length > AnalysisBudget.MaxFolderLength)
        {
            return "";
        }

        string own = ContextPath.Clean(path);
        if (folder.Length == 0 || folder == ContextPath.Root || own[0] is '/' or '~' or '$')
        {
            return own;
        }

        return own == ContextPath.Root ? folder
            : own.StartsWith("..", StringComparison.Ordinal) ? ContextPath.Clean($"{folder}/{own}")
            : folder == "/" ? $"/{own}"
            : $"{folder}/{own}";
    }

    private static SyntaxNode? FindSubshell(SyntaxNode command)
    {
        SyntaxNode? node = command;
        while (node is not (null or ShellSubshellSyntax or ShellCommandSubstitutionSyntax or ShellScriptSyntax))
        {
            node = node.Parent;
        }

        return node is ShellScriptSyntax ? null : node;
    }

    /// <summary>The folders at the start of the stages of a file.</summary>
    private sealed class StageFolders
    {
        private readonly Dictionary<Stage, string> _ends = [];

        internal StageFolders(DockerfileModel model)
        {
            foreach (Stage stage in model.Stages)
            {
                string folder = GetStart(stage);
                foreach (InstructionSyntax instruction in stage.Instructions)
                {
                    folder = Enter(folder, instruction, stage);
                }

                _ends.Add(stage, folder);
            }
        }

        internal string GetStart(Stage stage) =>
            stage.BaseStage is { } baseStage ? _ends[baseStage]
            : stage.IsFromScratch ? "/"
            : "";
    }
}

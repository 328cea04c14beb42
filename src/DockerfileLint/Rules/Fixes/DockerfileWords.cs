using System.Collections.Immutable;
using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Fixes;

/// <summary>
/// What a Dockerfile says as rows of words, one for the directives and one for each instruction: kinds, flags, expanded
/// words, and the trees of scripts. Two files with the same rows make the same image.
/// </summary>
internal sealed class DockerfileWords
{
    private readonly DockerfileModel _model;
    private readonly CancellationToken _cancellation;
    private List<string> _row = [];

    private DockerfileWords(DockerfileModel model, CancellationToken cancellation)
    {
        _model = model;
        _cancellation = cancellation;
    }

    /// <summary>The rows: that of an instruction stands one behind its number.</summary>
    internal static List<string>[] Read(DockerfileModel model, CancellationToken cancellation)
    {
        var reader = new DockerfileWords(model, cancellation);
        ImmutableArray<InstructionSyntax> instructions = model.Tree.Root.Instructions;
        var rows = new List<string>[instructions.Length + 1];
        rows[0] = [.. model.Tree.Root.Directives.Select(static directive => directive.ToString())];
        for (int i = 0; i < instructions.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            reader._row = rows[i + 1] = [];
            reader.Add(instructions[i]);
        }

        return rows;
    }

    private void Add(InstructionSyntax instruction)
    {
        _row.Add(instruction.Kind.ToString());
        foreach (FlagSyntax flag in instruction.Flags)
        {
            _row.Add($"--{flag.Name}={(flag.Value is { } value ? Expand(value) : "")}");
        }

        switch (instruction)
        {
            case OnbuildInstructionSyntax { Trigger: { } trigger }:
                Add(trigger);
                break;
            case EnvInstructionSyntax env:
                AddPairs(env.Pairs);
                break;
            case LabelInstructionSyntax label:
                AddPairs(label.Pairs);
                break;
            case ArgInstructionSyntax arg:
                AddPairs(arg.Declarations);
                break;
            case FromInstructionSyntax from:
                foreach (WordSyntax word in from.Arguments)
                {
                    _row.Add(word == from.As || word == from.Name ? word.Text.ToLowerInvariant() : Expand(word));
                }

                break;
            case ExposeInstructionSyntax expose:
                foreach (WordSyntax word in expose.Ports)
                {
                    _row.Add(Expand(word).ToLowerInvariant());
                }

                break;
            case MaintainerInstructionSyntax maintainer:
                _row.Add(maintainer.Name?.Text ?? "");
                break;
            case FileTransferInstructionSyntax transfer:
                AddAll(transfer.Arguments);
                AddHeredocs(transfer);
                break;
            case ShellInstructionSyntax { Command: { IsExecForm: true } command }:
                foreach (WordSyntax argument in command.Arguments)
                {
                    _row.Add(argument.Text);
                }

                break;
            case VolumeInstructionSyntax volume:
                AddAll(volume.Paths);
                break;
            case WorkdirInstructionSyntax { Path: { } path }:
                _row.Add(Expand(path));
                break;
            case UserInstructionSyntax { User: { } user }:
                _row.Add(Expand(user));
                break;
            case StopsignalInstructionSyntax { Signal: { } signal }:
                _row.Add(Expand(signal));
                break;
            case HealthcheckInstructionSyntax { Type: { } type }:
                _row.Add(type.Text.ToUpperInvariant());
                AddScript(instruction);
                break;
            case RunInstructionSyntax or CmdInstructionSyntax or EntrypointInstructionSyntax:
                AddScript(instruction);
                break;
            default:
                _row.Add(instruction.ToString());
                break;
        }
    }

    private void AddPairs(ImmutableArray<KeyValueSyntax> pairs)
    {
        foreach (KeyValueSyntax pair in pairs)
        {
            _row.Add($"{pair.Key.Text}{(pair.Value is { } value ? "=" + Expand(value) : "")}");
        }
    }

    private void AddAll(ImmutableArray<WordSyntax> words)
    {
        foreach (WordSyntax word in words)
        {
            _row.Add(Expand(word));
        }
    }

    private void AddHeredocs(InstructionSyntax instruction)
    {
        foreach (HeredocSyntax heredoc in instruction.Heredocs)
        {
            _row.Add(_model.Tree.Text.ToString(heredoc.BodySpan));
        }
    }

    /// <summary>A word as the builder takes it; of one that nobody knows what is written.</summary>
    private string Expand(WordSyntax word)
    {
        Fact<string> value =
            word.Parent is FromInstructionSyntax || FindStage(word) is not { } stage
                ? _model.ExpandGlobal(word)
                : stage.Expand(word);
        return value.TryGetValue(out string? known) ? known : $"{value.DisplayText} of {Unquote(word.Text)}";
    }

    private Stage? FindStage(SyntaxNode node)
    {
        while (node is not (null or InstructionSyntax))
        {
            node = node.Parent!;
        }

        return node is InstructionSyntax instruction ? _model.FindStage(instruction) : null;
    }

    private static string Unquote(string text) =>
        text.Length > 1 && text[0] == '"' && text.IndexOf('"', 1) == text.Length - 1
            ? text.Substring(1, text.Length - 2)
            : text;

    private void AddScript(InstructionSyntax instruction)
    {
        if (_model.GetScript(instruction, _cancellation) is not { } script)
        {
            _row.Add(instruction.ToString());
            return;
        }

        _row.Add(script.IsExecForm ? "exec form" : "shell form");
        if (script.IsExecForm)
        {
            foreach (WordSyntax argument in script.Command.Arguments)
            {
                _row.Add(argument.Text);
            }
        }
        else if (script.Shell.Kind.IsPosix() && script.Script.Errors.IsEmpty && !script.IsCut)
        {
            AddTree(script.Script);
        }
        else
        {
            _row.Add(script.Command.GetScript());
            AddHeredocs(instruction);
        }
    }

    /// <summary>
    /// The tree of a script: the kinds of its nodes with its words as they are written, then all that stands between
    /// the words, so that nothing but blanks is left out.
    /// </summary>
    private void AddTree(ShellScriptSyntax script)
    {
        var words = new List<(int Start, int End)>();
        var nodes = new DescendantEnumerator(script);
        while (nodes.MoveNext())
        {
            _cancellation.ThrowIfCancellationRequested();
            var node = (ShellSyntaxNode)nodes.Current;
            if (IsInWord(node))
            {
                continue;
            }

            if (node is ShellWordSyntax)
            {
                _row.Add(node.ToString());
                words.Add((node.Start, node.End));
            }
            else
            {
                _row.Add(node.SyntaxKind.ToString());
            }
        }

        words.Sort();
        string text = script.Text.Text;
        int position = script.Start;
        foreach ((int start, int end) in words)
        {
            AddBetween(text, position, start);
            position = Math.Max(position, end);
        }

        AddBetween(text, position, script.End);
    }

    private void AddBetween(string text, int start, int end)
    {
        while (start < end)
        {
            while (start < end && char.IsWhiteSpace(text[start]))
            {
                start++;
            }

            int word = start;
            while (start < end && !char.IsWhiteSpace(text[start]))
            {
                start++;
            }

            if (start > word)
            {
                _row.Add(text.Substring(word, start - word));
            }
        }
    }

    private static bool IsInWord(SyntaxNode node)
    {
        for (
            SyntaxNode? parent = node.Parent;
            parent is ShellSyntaxNode and not ShellScriptSyntax;
            parent = parent.Parent
        )
        {
            if (parent is ShellWordSyntax)
            {
                return true;
            }
        }

        return false;
    }
}

using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Syntax.Shell;
using DockerfileLint.Text;

namespace DockerfileLint.Analysis.External;

/// <summary>
/// A script of a RUN instruction as ShellCheck is to read it: a first line that names the shell, a line that defines
/// what ARG and ENV define, and the script itself. Comments that open the script stay in front of the definitions,
/// since <c># shellcheck</c> means the whole script there.
/// </summary>
[Experimental(ExperimentalApi.Id)]
public sealed class ShellCheckScript
{
    private readonly ShellText _source;

    // Text is: a line of ours, the head of the script, a line of ours, the rest of the script.
    private readonly int _headStart;
    private readonly int _headEnd;
    private readonly int _restStart;
    private int[]? _lineStarts;

    private ShellCheckScript(
        SourceFile file,
        ShellText source,
        string interpreter,
        int head,
        string definitions,
        LogicalLocation? location
    )
    {
        File = file;
        _source = source;
        LogicalLocation = location;
        _headStart = interpreter.Length;
        _headEnd = _headStart + head - source.Start;
        _restStart = _headEnd + definitions.Length;
        Text = new StringBuilder(_restStart + source.End - head)
            .Append(interpreter)
            .Append(source.Text, source.Start, head - source.Start)
            .Append(definitions)
            .Append(source.Text, head, source.End - head)
            .ToString();
    }

    /// <summary>The linted file that the script stands in.</summary>
    public SourceFile File { get; }

    /// <summary>What to hand over.</summary>
    public string Text { get; }

    /// <summary>The stage that the script belongs to, or <c>null</c> before the first FROM.</summary>
    public LogicalLocation? LogicalLocation { get; }

    /// <summary>
    /// The scripts of a file in text order, those of ONBUILD included. The array form has no script, and a language
    /// that ShellCheck does not know is none of its business.
    /// </summary>
    internal static ImmutableArray<ShellCheckScript> Find(DockerfileModel model)
    {
        ImmutableArray<ShellCheckScript>.Builder scripts = ImmutableArray.CreateBuilder<ShellCheckScript>();

        // A FROM that is missing or misspelt does not hide what else is wrong.
        Find(model, stage: null, model.Preamble, scripts);
        foreach (Stage stage in model.Stages)
        {
            Find(model, stage, stage.Instructions, scripts);
        }

        return scripts.ToImmutable();
    }

    private static void Find(
        DockerfileModel model,
        Stage? stage,
        ImmutableArray<InstructionSyntax> instructions,
        ImmutableArray<ShellCheckScript>.Builder scripts
    )
    {
        var variables = new ShellCheckVariables(model, stage);
        LogicalLocation? location = null;
        foreach (InstructionSyntax instruction in instructions)
        {
            InstructionSyntax? run = instruction is OnbuildInstructionSyntax onbuild ? onbuild.Trigger : instruction;
            if (
                run is RunInstructionSyntax
                && model.GetScript(run) is { IsExecForm: false, Script.Text: { } source } script
                && ShellCheckDialect.GetInterpreter(model, stage, script) is { } interpreter
                && !string.IsNullOrWhiteSpace(source.Text.Substring(source.Start, source.End - source.Start))
            )
            {
                location ??= stage is null ? null : StageLocation.Of(stage);
                scripts.Add(
                    new ShellCheckScript(
                        model.Tree.File,
                        source,
                        interpreter,
                        FindHeadEnd(source),
                        variables.GetDefinitions(run, source),
                        location
                    )
                );
            }
        }
    }

    /// <summary>
    /// Where in the linted file the place of a finding stands; <c>null</c> where it lies in a line that is not the
    /// author's.
    /// </summary>
    internal TextSpan? Map(ShellCheckFinding finding)
    {
        if (ToSource(finding.Line, finding.Column) is not { } start)
        {
            return null;
        }

        int end = ToSource(finding.EndLine, finding.EndColumn) is { } last && last > start ? last : start;
        return _source.Map(start, end);
    }

    /// <summary>The end of the comments and blank lines that the script starts with.</summary>
    private static int FindHeadEnd(ShellText source)
    {
        int head = source.Start;
        while (true)
        {
            int lineEnd = source.Text.IndexOf('\n', head, source.End - head);
            if (lineEnd < 0)
            {
                return head;
            }

            int position = head;
            while (source.Text[position] is ' ' or '\t' or '\r')
            {
                position++;
            }

            if (source.Text[position] is not ('#' or '\n'))
            {
                return head;
            }

            head = lineEnd + 1;
        }
    }

    /// <summary>
    /// The offset in the script of a 1-based line and column, which are those of another program and may lie anywhere.
    /// </summary>
    private int? ToSource(int line, int column)
    {
        int[] starts = _lineStarts ??= FindLineStarts();
        if (line < 1 || column < 1)
        {
            return null;
        }

        int offset = line > starts.Length ? Text.Length : starts[line - 1];
        int end = line < starts.Length ? starts[line] - 1 : Text.Length;
        for (int i = 1; i < column && offset < end; i++)
        {
            offset +=
                char.IsHighSurrogate(Text[offset]) && offset + 1 < end && char.IsLowSurrogate(Text[offset + 1]) ? 2 : 1;
        }

        return offset < _headStart || (offset >= _headEnd && offset < _restStart) ? null
            : offset < _headEnd ? _source.Start + offset - _headStart
            : _source.Start + offset - _headStart - (_restStart - _headEnd);
    }

    private int[] FindLineStarts()
    {
        var starts = new List<int> { 0 };
        for (int i = Text.IndexOf('\n'); i >= 0; i = Text.IndexOf('\n', i + 1))
        {
            starts.Add(i + 1);
        }

        return [.. starts];
    }
}

using System.Collections.Immutable;
using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Commands;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax;
using DockerfileLint.Syntax.Shell;
using DockerfileLint.Text;

namespace DockerfileLint.Rules.Downloads;

/// <summary>
/// Follows what a script fetches, through pipes, files, variables and substitutions, to what runs it. One pass: the
/// commands of a pipeline come in order, and a command before those in its substitutions.
/// </summary>
/// <param name="files">The files that were fetched before; those of the script are added.</param>
/// <param name="resolve">Fills in the variables of the Dockerfile in a word of the script.</param>
internal sealed class DownloadFlow(DownloadedFiles files, Func<string, string> resolve)
{
    private static readonly HashSet<string> Downloaders = new(StringComparer.Ordinal)
    {
        "curl",
        "wget",
        "wget2",
        "aria2c",
        "axel",
        "fetch",
        "http",
        "https",
        "lwp-request",
        "GET",
        "lynx",
        "nc",
        "ncat",
    };

    private static readonly HashSet<string> Interpreters = new(StringComparer.Ordinal)
    {
        "python",
        "python2",
        "python3",
        "perl",
        "ruby",
        "node",
        "nodejs",
        "php",
    };

    private static readonly HashSet<string> Origins = new(Downloaders.Concat(Interpreters), StringComparer.Ordinal);

    /// <summary>Options whose value is the program.</summary>
    private static readonly string[] CodeOptions = ["-c", "-e", "-E", "-r", "--eval", "-p", "--print"];

    /// <summary>Options that give the program another way, so that the input is data.</summary>
    private static readonly string[] ProgramOptions = [.. CodeOptions, "-m", "-n", "-R"];

    /// <summary>How programs of interpreters fetch.</summary>
    private static readonly string[] Fetching =
    [
        "urlopen",
        "requests.get",
        "LWP::",
        "HTTP::Tiny",
        "http.get",
        "https.get",
        "fetch(",
        "Net::HTTP",
        "URI.open",
        "file_get_contents",
    ];

    /// <summary>How they run a text.</summary>
    private static readonly string[] Running = ["exec(", "eval(", "eval ", "system(", "instance_eval"];

    private readonly Dictionary<ShellPipelineSyntax, Download> _pipes = [];

    // Where a finding about a pipe begins: at the download, if that stands in it.
    private readonly HashSet<ShellPipelineSyntax> _directPipes = [];

    // Those whose last command has been looked at.
    private readonly HashSet<ShellPipelineSyntax> _endedPipes = [];
    private readonly Dictionary<ShellSimpleCommandSyntax, RunCommand> _hosts = [];
    private readonly Dictionary<string, Download> _variables = new(StringComparer.Ordinal);
    private readonly HashSet<Download> _reported = [];
    private List<Execution>? _executions;

    /// <summary>Whether a command of a script may fetch something; otherwise there is nothing to follow.</summary>
    internal static bool MayFetch(ImmutableArray<RunCommand> commands)
    {
        foreach (RunCommand command in commands)
        {
            if (Origins.Contains(command.Name))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What the commands of a script run of what they, or instructions before, fetched.</summary>
    internal List<Execution>? Read(ImmutableArray<RunCommand> commands)
    {
        foreach (RunCommand command in commands)
        {
            Read(command);
        }

        return _executions;
    }

    private void Read(RunCommand command)
    {
        if (ContentVerification.IsVerification(command))
        {
            files.Clear();
            _variables.Clear();
            return;
        }

        bool isHost = RunsText(command.Name);
        if (isHost)
        {
            _hosts[command.Syntax] = command;
            ReadProgram(command);
        }

        if (Downloaders.Contains(command.Name))
        {
            ReadDownload(command);
            return;
        }

        ReadInput(command);
        if (!files.IsEmpty)
        {
            ReadFiles(command, isHost);
        }

        if (_variables.Count > 0)
        {
            ReadVariables(command, isHost);
        }
    }

    private void AddFile(Download download, string path) => files.Add(download with { Path = resolve(path) });

    private Download? FindFile(string path) => files.Find(path.IndexOf('$') < 0 ? path : resolve(path));

    private static bool RunsText(string program) =>
        program is "eval" or "source" or "." || ShellNames.GetKind(program).IsPosix() || Interpreters.Contains(program);

    /// <summary>Where the output of a downloader goes.</summary>
    private void ReadDownload(RunCommand command)
    {
        bool isFile = false;
        foreach (string path in FindFiles(command))
        {
            isFile = true;
            AddFile(new Download(command.Name, "", command.Span), path);
        }

        if (!isFile)
        {
            Carry(new Download(command.Name, "", command.Span), command, isDirect: true);
        }
    }

    /// <summary>The output of a command is a download: it goes to a file, to a pipe or into a substitution.</summary>
    private void Carry(Download download, RunCommand command, bool isDirect = false)
    {
        if (FindOutput(command.Syntax) is { } path)
        {
            AddFile(download, path);
            return;
        }

        if (GetPipeline(command) is { } pipeline)
        {
            SetPipe(pipeline, download, isDirect);
            if (
                _endedPipes.Add(pipeline)
                && pipeline.Commands[pipeline.Commands.Length - 1] is ShellSimpleCommandSyntax last
            )
            {
                CarryToEnd(download, last);
            }
        }

        if (command.Syntax.IsInSubstitution)
        {
            ReadSubstitution(download, command);
        }
    }

    private void SetPipe(ShellPipelineSyntax pipeline, Download download, bool isDirect)
    {
        _pipes[pipeline] = download;
        if (isDirect)
        {
            _directPipes.Add(pipeline);
        }
    }

    /// <summary>What the last command of a pipeline writes to a file is still the download.</summary>
    private void CarryToEnd(Download download, ShellSimpleCommandSyntax last)
    {
        if (FindOutput(last) is { } path)
        {
            AddFile(download, path);
        }

        int program = last.Words.Length > 1 && last.Words[0].Is("sudo") ? 1 : 0;
        if (last.Words.Length > program && last.Words[program].Is("tee"))
        {
            foreach (ShellWordSyntax word in last.Words.Skip(program + 1))
            {
                if (!word.StartsWith("-"))
                {
                    AddFile(download, word.DisplayText);
                }
            }
        }
    }

    /// <summary>The files that a downloader writes by its options or by a redirection.</summary>
    internal static IEnumerable<string> FindStoredFiles(RunCommand command) =>
        FindOutput(command.Syntax) is { } output ? [output] : FindFiles(command);

    /// <summary>The files that the options of a downloader name.</summary>
    private static IEnumerable<string> FindFiles(RunCommand command)
    {
        ParsedCommandLine line = command.Line;
        bool isCurl = command.Name == "curl";
        CommandOption? output = isCurl ? line.FindOption("-o", "--output") : line.FindOption("-O", "--output-document");
        if (command.Name is not ("curl" or "wget"))
        {
            output = line.FindOption("-o", "--out", "--output");
        }

        string? folder = isCurl
            ? line.FindOption("--output-dir")?.Value
            : line.FindOption("-P", "--directory-prefix")?.Value;
        folder = folder is null ? "" : folder.TrimEnd('/') + "/";
        if (output is { Value: { } path })
        {
            if (path is not ("-" or "/dev/stdout" or "/dev/fd/1"))
            {
                yield return folder + path;
            }

            yield break;
        }

        if (isCurl ? !line.HasOption("-O", "--remote-name", "--remote-name-all") : command.Name != "wget")
        {
            yield break;
        }

        foreach (CommandWord operand in line.Operands)
        {
            yield return folder + ExecutedDownloads.GetFileName(operand.Text);
        }
    }

    /// <summary>The file that a command's standard output goes to, or <c>null</c>.</summary>
    private static string? FindOutput(ShellSimpleCommandSyntax command)
    {
        foreach (ShellRedirectionSyntax redirection in command.Redirections)
        {
            if (
                redirection.Kind
                    is ShellRedirectionKind.Output
                        or ShellRedirectionKind.Append
                        or ShellRedirectionKind.Clobber
                        or ShellRedirectionKind.OutputAndError
                && redirection.DescriptorText is "" or "1"
                && redirection.Target is { } target
            )
            {
                return target.DisplayText;
            }
        }

        return null;
    }

    /// <summary>The pipeline of several commands that a command stands in, or <c>null</c>.</summary>
    private static ShellPipelineSyntax? GetPipeline(RunCommand command) =>
        command.Syntax.Pipeline is { Commands.Length: > 1 } several ? several : null;

    /// <summary>Whether a command runs what comes through its pipe, or through that of a group around it.</summary>
    private void ReadInput(RunCommand command)
    {
        if (_pipes.Count == 0 || !RunsInput(command))
        {
            return;
        }

        for (
            SyntaxNode? node = command.Syntax;
            node is not (null or ShellCommandSubstitutionSyntax or ShellProcessSubstitutionSyntax);
            node = node is ShellScriptSyntax script ? script.Host : node.Parent
        )
        {
            if (node is ShellPipelineSyntax pipeline && _pipes.TryGetValue(pipeline, out Download? download))
            {
                if (download.Span.Start < command.Span.Start)
                {
                    _pipes.Remove(pipeline);
                    TextSpan span = _directPipes.Contains(pipeline)
                        ? TextSpan.FromBounds(download.Span.Start, command.Span.End)
                        : command.Span;
                    Report(span, download, command.Name);
                }

                return;
            }
        }
    }

    private static bool RunsInput(RunCommand command)
    {
        bool isShell = ShellNames.GetKind(command.Name).IsPosix();
        if (!isShell && !Interpreters.Contains(command.Name))
        {
            return false;
        }

        ParsedCommandLine line = command.Line;
        if (isShell && line.HasOption("-s"))
        {
            return true;
        }

        if (command.Wrapper is { Name: "xargs" } xargs && line.FindOption(CodeOptions) is { } code)
        {
            return code.Value is null or "{}" || code.Value == xargs.Line.FindOption("-I")?.Value;
        }

        // -e stops a shell at errors, and gives other interpreters their program.
        if (isShell ? line.HasOption("-c") : line.HasOption(ProgramOptions))
        {
            return false;
        }

        return line.Operands.IsEmpty || line.Operands[0].Text is "-" or "/dev/stdin" || command.HasArgument("--");
    }

    /// <summary>
    /// What a substitution gives is run by the command around it, as by <c>bash &lt;(…)</c>, <c>sh -c "$(…)"</c> and
    /// <c>eval "$(…)"</c>, or becomes a variable.
    /// </summary>
    private void ReadSubstitution(Download download, RunCommand command)
    {
        bool isProcess = false;
        ShellRedirectionSyntax? redirection = null;
        ShellWordSyntax? word = null;
        for (SyntaxNode node = command.Syntax.Parent!; node is not ShellScriptSyntax; node = node.Parent!)
        {
            isProcess |= node is ShellProcessSubstitutionSyntax;
            redirection = node as ShellRedirectionSyntax ?? redirection;
            word = node as ShellWordSyntax ?? word;
            if (node is ShellAssignmentSyntax assignment)
            {
                _variables[assignment.Name] = download;
                return;
            }

            if (node is ShellSimpleCommandSyntax syntax)
            {
                if (_hosts.TryGetValue(syntax, out RunCommand? host))
                {
                    if (redirection is null ? RunsArgument(host, command.Span, isProcess) : RunsInput(host))
                    {
                        Report(command.Span, download, host.Name);
                    }
                }
                else
                {
                    ReadArgument(download, syntax, word);
                }

                return;
            }
        }
    }

    /// <summary>
    /// <c>export X=$(…)</c> sets a variable, and <c>echo "$(…)"</c> is the download again.
    /// </summary>
    private void ReadArgument(Download download, ShellSimpleCommandSyntax command, ShellWordSyntax? word)
    {
        if (command.Words.IsEmpty)
        {
            return;
        }

        if (command.Words[0].Is("export") || command.Words[0].Is("readonly") || command.Words[0].Is("local"))
        {
            if (word is not null && word.DisplayText.IndexOf('=') is > 0 and int equals)
            {
                _variables[word.DisplayText.Substring(0, equals)] = download;
            }
        }
        else if (command.Words[0].Is("echo") || command.Words[0].Is("printf"))
        {
            if (FindOutput(command) is { } path)
            {
                AddFile(download, path);
            }
            else if (command.Pipeline is { Commands.Length: > 1 } pipeline)
            {
                SetPipe(pipeline, download, isDirect: true);
            }
        }
    }

    private static bool RunsArgument(RunCommand host, TextSpan download, bool isProcess)
    {
        if (host.Name is "eval" or "source" or ".")
        {
            return true;
        }

        return isProcess
            ? host.Line.Operands.Length > 0 && host.Line.Operands[0].Span.Contains(download)
            : host.Line.FindOption(CodeOptions) is { Value: not null } option && option.ValueSpan.Contains(download);
    }

    /// <summary>Whether the program that an interpreter is given fetches another one and runs it.</summary>
    private void ReadProgram(RunCommand command)
    {
        if (
            Interpreters.Contains(command.Name)
            && command.Line.FindOption(CodeOptions) is { Value: { } program } option
            && Array.Exists(Fetching, word => program.IndexOf(word, StringComparison.Ordinal) >= 0)
            && Array.Exists(Running, word => program.IndexOf(word, StringComparison.Ordinal) >= 0)
        )
        {
            Report(option.ValueSpan, new Download(command.Name, "", command.Span), command.Name);
        }
    }

    private void ReadFiles(RunCommand command, bool isHost)
    {
        if (FindRunFile(command, isHost) is { } run)
        {
            Report(run.Span, run.File, command.Name);
            return;
        }

        if (isHost)
        {
            return;
        }

        Download? source = null;
        foreach (CommandWord operand in command.Line.Operands)
        {
            source ??= FindFile(operand.Text);
        }

        source ??= FindInput(command);
        if (source is null)
        {
            return;
        }

        if (command.Name is "mv" or "cp" or "install" or "ln" && command.Line.Operands.Length > 1)
        {
            string target = command.Line.Operands[command.Line.Operands.Length - 1].Text;
            string name = DownloadedFiles.GetName(source.Path);
            AddFile(source, target);
            if (DownloadedFiles.GetName(target) is "" or "." or "bin" or "sbin")
            {
                AddFile(source, $"{target.TrimEnd('.').TrimEnd('/')}/{name}");
            }
        }
        else
        {
            Carry(source, command);
        }
    }

    /// <summary>The file that a command is, or that it runs, with the place where that is written.</summary>
    private (Download File, TextSpan Span)? FindRunFile(RunCommand command, bool isHost)
    {
        string program = command.NameWord.Text;
        Download? own = program.IndexOf('/') >= 0 ? FindFile(program) : files.FindProgram(program);
        if (own is not null)
        {
            return (own, command.Span);
        }

        if (!isHost || command.Name == "eval")
        {
            return null;
        }

        bool isShell = command.Name is "source" or "." || ShellNames.GetKind(command.Name).IsPosix();
        if (isShell ? command.Line.HasOption("-c") : command.Line.HasOption(ProgramOptions))
        {
            return null;
        }

        if (!command.Line.Operands.IsEmpty)
        {
            CommandWord operand = command.Line.Operands[0];
            return FindFile(operand.Text) is { } file
                ? (file, TextSpan.FromBounds(command.Span.Start, Math.Max(operand.Span.End, command.Span.End)))
                : null;
        }

        return FindInput(command) is { } input ? (input, command.Span) : null;
    }

    /// <summary>The file behind <c>&lt;</c>, or <c>null</c>.</summary>
    private Download? FindInput(RunCommand command)
    {
        foreach (ShellRedirectionSyntax redirection in command.Syntax.Redirections)
        {
            if (
                redirection is { Kind: ShellRedirectionKind.Input, Target: { } target }
                && FindFile(target.DisplayText) is { } file
            )
            {
                return file;
            }
        }

        return null;
    }

    /// <summary>A variable that holds a download is run, or goes on to a file or a pipe.</summary>
    private void ReadVariables(RunCommand command, bool isHost)
    {
        if (FindVariable(command.NameWord.Text) is { } program)
        {
            Report(command.Span, program, command.Name);
            return;
        }

        if (!isHost)
        {
            if (command.Name is "echo" or "printf")
            {
                foreach (CommandWord argument in command.Arguments)
                {
                    if (FindVariable(argument.Text) is { } download)
                    {
                        Carry(download, command);
                        return;
                    }
                }
            }

            return;
        }

        foreach (ShellRedirectionSyntax redirection in command.Syntax.Redirections)
        {
            if (
                (redirection.Kind == ShellRedirectionKind.HereString ? redirection.Target : redirection.Body)
                    is { } text
                && FindVariable(text.DisplayText) is { } download
                && RunsInput(command)
            )
            {
                Report(command.Span, download, command.Name);
                return;
            }
        }

        string? code =
            command.Name == "eval"
                ? command.Arguments.IsEmpty
                    ? null
                    : command.Arguments[0].Text
                : command.Line.FindOption(CodeOptions)?.Value;
        if (code is not null && FindVariable(code) is { } run)
        {
            Report(command.Span, run, command.Name);
        }
    }

    /// <summary>The download that a variable holds with which a text begins, or <c>null</c>.</summary>
    private Download? FindVariable(string text)
    {
        int end = text.StartsWith("${", StringComparison.Ordinal) ? text.IndexOf('}') : -1;
        return end > 0 && _variables.TryGetValue(text.Substring(2, end - 2), out Download? download) ? download : null;
    }

    /// <summary>One finding a download: who runs it twice is to be told once.</summary>
    private void Report(TextSpan span, Download download, string program)
    {
        if (_reported.Add(download))
        {
            (_executions ??= []).Add(new Execution(span, download, program));
        }
    }
}

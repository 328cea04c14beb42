using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Syntax;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Syntax.Shell;
using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Dockerfiles;

/// <summary>
/// What RUN, CMD, ENTRYPOINT or HEALTHCHECK runs: the parsed script and those that it starts in turn.
/// </summary>
[Experimental(ExperimentalApi.Id)]
public sealed class InstructionScript
{
    private ImmutableArray<RunCommand> _runCommands;
    private ImmutableArray<RunMount> _mounts;
    private InstructionScript? _inOneLine;
    private object? _comparesContent;

    internal InstructionScript(
        InstructionSyntax instruction,
        CommandSyntax command,
        EffectiveShell shell,
        ShellScriptSyntax script,
        ImmutableArray<ShellScriptSyntax> nestedScripts,
        ImmutableArray<ShellSimpleCommandSyntax> commands
    )
    {
        Instruction = instruction;
        Command = command;
        Shell = shell;
        Script = script;
        NestedScripts = nestedScripts;
        Commands = commands;
    }

    /// <summary>The instruction.</summary>
    public InstructionSyntax Instruction { get; }

    /// <summary>Its command.</summary>
    public CommandSyntax Command { get; }

    /// <summary>What runs the instruction where it is in shell form.</summary>
    public EffectiveShell Shell { get; }

    /// <summary>
    /// Whether the command runs without a shell; the script then is one simple command whose words are the strings of
    /// the array.
    /// </summary>
    public bool IsExecForm => Command.IsExecForm;

    /// <summary>
    /// The script. For <c>RUN &lt;&lt;EOF</c> it is the body of the here-document; its kind is that of
    /// <see cref="Shell"/> or of the line <c>#!</c>.
    /// A script in a language that is no shell has no statements.
    /// </summary>
    public ShellScriptSyntax Script { get; }

    /// <summary>
    /// The scripts that commands run: those of <c>sh -c '…'</c>, <c>su -c</c>, <c>eval</c> and <c>bash &lt;&lt;EOF</c>,
    /// at any depth, each behind the one that starts it.
    /// </summary>
    public ImmutableArray<ShellScriptSyntax> NestedScripts { get; }

    /// <summary>
    /// All simple commands in text order, those in substitutions, functions, control flow and nested scripts included;
    /// a command comes before those inside it, and those of a script that it runs follow it at once.
    /// <see cref="ShellSyntaxNode.Script"/> tells in which script one stands, <see cref="ShellScriptSyntax.Host"/> who
    /// runs that.
    /// </summary>
    public ImmutableArray<ShellSimpleCommandSyntax> Commands { get; }

    /// <summary>
    /// The commands as they run, those behind <c>sudo</c>, <c>env</c>, <c>xargs</c> and their like included.
    /// </summary>
    public ImmutableArray<RunCommand> RunCommands =>
        _runCommands.IsDefault ? FindRunCommands(CancellationToken.None) : _runCommands;

    /// <summary>Whether scripts that commands run were not read, since there is too much of them.</summary>
    internal bool IsCut { get; init; }

    /// <summary>Whether one of the commands compares what was fetched with a checksum or a signature.</summary>
    internal bool ComparesContent =>
        (bool)(
            _comparesContent
            ?? InterlockedOperations.Initialize(ref _comparesContent, ContentVerification.IsAmong(RunCommands))
        );

    /// <summary>The mounts of the instruction.</summary>
    internal ImmutableArray<RunMount> Mounts
    {
        get
        {
            if (_mounts.IsDefault)
            {
                ImmutableInterlocked.InterlockedInitialize(
                    ref _mounts,
                    [.. RunMount.Find(Instruction).Take(AnalysisBudget.MaxScriptMounts)]
                );
            }

            return _mounts;
        }
    }

    /// <summary>
    /// The strings of an exec form as one line for bash, which is how hadolint reads them; the script itself where it
    /// is in shell form.
    /// </summary>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    internal InstructionScript GetInOneLine(CancellationToken cancellation) =>
        !IsExecForm
            ? this
            : _inOneLine
                ?? InterlockedOperations.Initialize(
                    ref _inOneLine,
                    InstructionScriptReader.ReadInOneLine(this, cancellation)
                );

    /// <summary>Finds <see cref="RunCommands"/> where nobody has asked for them yet.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    internal ImmutableArray<RunCommand> FindRunCommands(CancellationToken cancellation)
    {
        if (_runCommands.IsDefault)
        {
            ImmutableInterlocked.InterlockedInitialize(ref _runCommands, RunCommand.Find(this, cancellation));
        }

        return _runCommands;
    }

    /// <summary>
    /// The deepest node of the script, or of those that it starts, whose text holds a span of the file; <c>null</c>
    /// where it does not lie in the script. An empty span is the character behind it.
    /// </summary>
    public ShellSyntaxNode? FindNode(TextSpan span)
    {
        if (!Script.Covers(span))
        {
            return null;
        }

        SyntaxNode node = Script.FindDescendant(span);
        foreach (ShellScriptSyntax nested in NestedScripts)
        {
            if (nested.Covers(span) && nested.Host == FindCommand(node))
            {
                node = nested.FindDescendant(span);
            }
        }

        return (ShellSyntaxNode)node;
    }

    /// <summary>The simple command around a node in its script, or <c>null</c>.</summary>
    private static ShellSimpleCommandSyntax? FindCommand(SyntaxNode node)
    {
        SyntaxNode? current = node;
        while (current is not (null or ShellSimpleCommandSyntax or ShellScriptSyntax))
        {
            current = current.Parent;
        }

        return current as ShellSimpleCommandSyntax;
    }
}

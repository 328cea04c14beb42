using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Semantics.Commands;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Syntax.Shell;
using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Dockerfiles;

/// <summary>
/// A command that an instruction runs. A command that another one runs, as <c>apt-get</c> in <c>sudo apt-get
/// update</c>, is one of its own and comes behind that one.
/// </summary>
[Experimental(ExperimentalApi.Id)]
public sealed class RunCommand
{
    private ParsedCommandLine? _line;

    private RunCommand(
        InstructionScript script,
        int index,
        ShellSimpleCommandSyntax syntax,
        CommandWord name,
        ImmutableArray<CommandWord> arguments,
        RunCommand? wrapper
    )
    {
        Index = index;
        Script = script;
        Syntax = syntax;
        NameWord = name;
        Name = name.IsStatic ? name.ProgramName : name.Text;
        Arguments = arguments;
        Wrapper = wrapper;
    }

    /// <summary>What the instruction runs.</summary>
    public InstructionScript Script { get; }

    /// <summary>0-based place among <see cref="InstructionScript.RunCommands"/>.</summary>
    internal int Index { get; }

    /// <summary>The instruction.</summary>
    public InstructionSyntax Instruction => Script.Instruction;

    /// <summary>The command as it is written, with the one that runs it.</summary>
    public ShellSimpleCommandSyntax Syntax { get; }

    /// <summary>The name without a path: <c>apt-get</c> for <c>/usr/bin/apt-get</c>.</summary>
    public string Name { get; }

    /// <summary>The name as it is written.</summary>
    public CommandWord NameWord { get; }

    /// <summary>Where the name stands.</summary>
    public TextSpan Span => NameWord.Span;

    /// <summary>The words after the name.</summary>
    public ImmutableArray<CommandWord> Arguments { get; }

    /// <summary>The command that runs this one, as <c>sudo</c> or <c>xargs</c> does, or <c>null</c>.</summary>
    public RunCommand? Wrapper { get; }

    /// <summary>The arguments told apart.</summary>
    public ParsedCommandLine Line =>
        _line ?? InterlockedOperations.Initialize(ref _line, ParsedCommandLine.Parse(Name, Arguments));

    /// <summary>The subcommand, as <c>install</c> of apt-get, or <c>null</c>.</summary>
    public string? Subcommand => Line.Subcommand;

    /// <summary>Where the subcommand stands; the name of a program that is called without one.</summary>
    internal TextSpan SubcommandSpan => Line.SubcommandWord?.Span ?? Span;

    /// <summary>From the name to the last argument.</summary>
    public TextSpan FullSpan =>
        Arguments.IsEmpty
            ? Span
            : TextSpan.FromBounds(Span.Start, Math.Max(Span.End, Arguments[Arguments.Length - 1].Span.End));

    /// <summary>The commands of a script in text order.</summary>
    internal static ImmutableArray<RunCommand> Find(InstructionScript script, CancellationToken cancellation)
    {
        ImmutableArray<RunCommand>.Builder commands = ImmutableArray.CreateBuilder<RunCommand>(script.Commands.Length);
        foreach (ShellSimpleCommandSyntax syntax in script.Commands)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!syntax.Words.IsEmpty)
            {
                Add(commands, script, syntax);
            }
        }

        return commands.Count == commands.Capacity ? commands.MoveToImmutable() : commands.ToImmutable();
    }

    /// <summary>
    /// Whether a command behind this one in the script is of some kind; also said of a script too long to look through,
    /// which nobody wrote by hand.
    /// </summary>
    internal bool IsFollowedBy(Func<RunCommand, bool> isOfKind)
    {
        ImmutableArray<RunCommand> commands = Script.RunCommands;
        int end = Math.Min(commands.Length, Index + 1 + AnalysisBudget.MaxNeighbourCommands);
        for (int i = Index + 1; i < end; i++)
        {
            if (isOfKind(commands[i]))
            {
                return true;
            }
        }

        return end < commands.Length;
    }

    /// <summary>
    /// Whether a command in front of this one in the script is of some kind; scripts are looked through as far as
    /// somebody would write them by hand.
    /// </summary>
    internal bool IsPrecededBy(Func<RunCommand, bool> isOfKind)
    {
        ImmutableArray<RunCommand> commands = Script.RunCommands;
        for (int i = Index - 1; i >= Math.Max(0, Index - AnalysisBudget.MaxNeighbourCommands); i--)
        {
            if (isOfKind(commands[i]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether what the command writes below a folder stays out of the image: a cache or a temporary file system is
    /// mounted there, or on a folder around it.
    /// </summary>
    /// <param name="folder">An absolute path, or the end of one, such as <c>.cache/pip</c>.</param>
    internal bool HasMountOn(string folder)
    {
        foreach (RunMount mount in Script.Mounts)
        {
            if (mount.IsKeptOut && FolderName.Reaches(mount.Target.TrimEnd('/'), folder))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether an argument is literally one of some words.</summary>
    internal bool HasArgument(params string[] words)
    {
        foreach (CommandWord argument in Arguments)
        {
            if (Array.IndexOf(words, argument.Text) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether an argument begins with a variable: it may be an option, or several words.</summary>
    internal bool HasUnknownArgument()
    {
        foreach (CommandWord argument in Arguments)
        {
            if (!argument.IsStatic && argument.Text.StartsWith("$", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    private static void Add(
        ImmutableArray<RunCommand>.Builder commands,
        InstructionScript script,
        ShellSimpleCommandSyntax syntax
    )
    {
        ImmutableArray<CommandWord>.Builder words = ImmutableArray.CreateBuilder<CommandWord>(syntax.Words.Length - 1);
        for (int i = 1; i < syntax.Words.Length; i++)
        {
            words.Add(CommandWord.Create(syntax.Words[i]));
        }

        var command = new RunCommand(
            script,
            commands.Count,
            syntax,
            CommandWord.Create(syntax.Words[0]),
            words.MoveToImmutable(),
            wrapper: null
        );
        commands.Add(command);
        for (
            int depth = 0;
            depth < AnalysisBudget.MaxWrapperDepth
                && command.NameWord.IsStatic
                && CommandWrappers.TryFind(command.Name, command.Arguments, out int start, out int end);
            depth++
        )
        {
            command = new RunCommand(
                script,
                commands.Count,
                syntax,
                command.Arguments[start],
                command.Arguments.Slice(start + 1, end - start - 1),
                command
            );
            commands.Add(command);
        }
    }
}

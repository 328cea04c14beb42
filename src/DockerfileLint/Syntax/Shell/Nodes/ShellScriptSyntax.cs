using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace DockerfileLint.Syntax.Shell;

/// <summary>
/// A whole script. There is one for every text: what a shell would refuse is listed in <see cref="Errors"/>, and the
/// tree holds what could be read.
/// </summary>
[Experimental(ExperimentalApi.Id)]
public sealed class ShellScriptSyntax : ShellSyntaxNode
{
    internal ShellScriptSyntax(
        ShellText text,
        ShellKind kind,
        ImmutableArray<ShellListSyntax> statements,
        ImmutableArray<ShellSyntaxError> errors,
        ShellSimpleCommandSyntax? host
    )
        : base(text, text.Start, text.End)
    {
        Kind = kind;
        Statements = statements;
        Errors = errors;
        Host = host;
        Adopt(statements);
    }

    /// <summary>The language.</summary>
    public ShellKind Kind { get; }

    /// <summary>The statements in order.</summary>
    public ImmutableArray<ShellListSyntax> Statements { get; }

    /// <summary>What a shell would refuse, in text order.</summary>
    public ImmutableArray<ShellSyntaxError> Errors { get; }

    /// <summary>
    /// The command of another script that runs this one, such as <c>sh -c '…'</c>; <c>null</c> where it is an
    /// instruction's own script.
    /// </summary>
    public ShellSimpleCommandSyntax? Host { get; }

    /// <summary>Parses a script that stands alone; spans are offsets in <paramref name="text"/>. Never fails.</summary>
    public static ShellScriptSyntax Parse(string text, ShellKind kind = ShellKind.Bash)
    {
        if (text is null)
        {
            throw new ArgumentNullException(nameof(text));
        }

        return ShellParser.Parse(ShellText.FromSource(text, 0, text.Length), kind, host: null);
    }

    /// <summary>
    /// All simple commands of this script in text order, those in substitutions, functions and control flow included;
    /// scripts that they host are not.
    /// </summary>
    public IReadOnlyList<ShellSimpleCommandSyntax> GetSimpleCommands()
    {
        var commands = new List<ShellSimpleCommandSyntax>();
        var pending = new List<ShellSyntaxNode> { this };
        while (pending.Count > 0)
        {
            ShellSyntaxNode node = pending[pending.Count - 1];
            pending.RemoveAt(pending.Count - 1);
            if (node is ShellSimpleCommandSyntax command)
            {
                commands.Add(command);
            }

            int count = pending.Count;
            node.AddChildNodes(pending);
            pending.Reverse(count, pending.Count - count);
        }

        return commands;
    }

    internal override void AddChildNodes(List<ShellSyntaxNode> children) => Add(children, Statements);
}

using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace DockerfileLint.Syntax.Shell;

/// <summary>A part of a word.</summary>
[Experimental(ExperimentalApi.Id)]
public abstract class ShellWordPartSyntax : ShellSyntaxNode
{
    /// <summary>What stands for an expansion that has no name.</summary>
    private protected const string Placeholder = "${...}";

    private protected ShellWordPartSyntax(ShellText text, int start, int end)
        : base(text, start, end) { }

    /// <summary>Appends the part as <see cref="ShellWordSyntax.DisplayText"/> shows it.</summary>
    internal abstract void AppendValue(StringBuilder value);
}

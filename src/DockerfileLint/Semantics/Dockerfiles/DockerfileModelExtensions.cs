using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Syntax;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Dockerfiles;

/// <summary>Finds nodes across the languages of a Dockerfile.</summary>
[Experimental(ExperimentalApi.Id)]
public static class DockerfileModelExtensions
{
    /// <summary>
    /// As <see cref="SyntaxTree.FindNode(int)"/>, and on into the scripts of instructions, which are parsed where that
    /// has not happened yet.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="position">0-based offset, at most the length of the text.</param>
    /// <exception cref="ArgumentOutOfRangeException">The offset lies outside of the text.</exception>
    public static SyntaxNode FindNode(this DockerfileModel model, int position) =>
        position < 0
            ? throw new ArgumentOutOfRangeException(nameof(position))
            : model.FindNode(new TextSpan(position, 0));

    /// <summary>
    /// As <see cref="SyntaxTree.FindNode(TextSpan)"/>, and on into the scripts of instructions, which are parsed where
    /// that has not happened yet.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The span reaches beyond the text.</exception>
    public static SyntaxNode FindNode(this DockerfileModel model, TextSpan span)
    {
        if (model is null)
        {
            throw new ArgumentNullException(nameof(model));
        }

        SyntaxNode node = model.Tree.FindNode(span);
        SyntaxNode? holder = node;
        while (holder is not (null or InstructionSyntax))
        {
            holder = holder.Parent;
        }

        return holder is InstructionSyntax instruction && model.GetScript(instruction)?.FindNode(span) is { } inner
            ? inner
            : node;
    }
}

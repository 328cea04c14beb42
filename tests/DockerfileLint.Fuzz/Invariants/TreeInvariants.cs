using DockerfileLint.Diagnostics;
using DockerfileLint.Syntax;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Syntax.Shell;
using DockerfileLint.Text;

namespace DockerfileLint.Fuzz.Invariants;

/// <summary>What holds for the tree of every text, however broken.</summary>
internal static class TreeInvariants
{
    /// <exception cref="InvariantException">Something does not hold.</exception>
    internal static void Check(SyntaxTree tree)
    {
        CheckTokens(tree);
        Require(tree.Root.Parent is null, "The root has no parent.");
        Require(tree.Root.Span == new TextSpan(0, tree.Text.Length), "The root covers the text.");
        CheckNodes(tree.Root, tree);
        var previous = new TextSpan(0, 0);
        foreach (Diagnostic diagnostic in tree.Diagnostics)
        {
            if (diagnostic.Location.Span.End > tree.Text.Length || diagnostic.Location.Span < previous)
            {
                throw new InvariantException($"{diagnostic} lies in the text and comes in text order.");
            }

            previous = diagnostic.Location.Span;
        }
    }

    /// <summary>As <see cref="Check(SyntaxTree)"/>; and the text gives back the bytes that it came from.</summary>
    internal static void Check(SyntaxTree tree, byte[] bytes)
    {
        Check(tree);
        Require(tree.Text.GetBytes().AsSpan().SequenceEqual(bytes), "Encoding the text gives the file's bytes.");
    }

    private static void CheckTokens(SyntaxTree tree)
    {
        int position = 0;
        for (int i = 0; i < tree.Tokens.Count; i++)
        {
            SyntaxToken token = tree.Tokens[i];
            if (token.Span.Start != position || token.Span.IsEmpty || token.Kind == SyntaxKind.None)
            {
                throw new InvariantException($"Token {i} {token} has a kind, starts at {position} and is not empty.");
            }

            position = token.Span.End;
        }

        Require(position == tree.Text.Length, "The tokens reach to the end of the text.");
        Require(tree.ToString() == tree.Text.ToString(), "The tokens' text is the file's text.");
    }

    /// <summary>Checks a node and everything below it, whatever its language.</summary>
    /// <exception cref="InvariantException">Something does not hold.</exception>
    internal static void CheckNodes(SyntaxNode root, SyntaxTree tree)
    {
        foreach (SyntaxNode node in root.DescendantNodesAndSelf())
        {
            if (node.Tree != tree || !root.Span.Contains(node.Span))
            {
                throw new InvariantException($"{Describe(node)} belongs to the tree and lies in {Describe(root)}.");
            }

            CheckChildren(node);
            switch (node)
            {
                case InstructionSyntax instruction:
                    CheckInstruction(instruction);
                    break;
                case ShellScriptSyntax script:
                    CheckScript(script);
                    break;
                default:
                    break;
            }
        }
    }

    private static void CheckChildren(SyntaxNode node)
    {
        ChildNodeList children = node.ChildNodes;
        SyntaxNode? previous = null;
        int index = 0;
        foreach (SyntaxNode child in children)
        {
            if (child.Parent != node || child != children[index++])
            {
                throw new InvariantException($"{Describe(child)} is a child of {Describe(node)} in its place.");
            }

            // The lines of a here-document lie behind the line that names them.
            if (node is ShellRedirectionSyntax redirection && redirection.Body == child)
            {
                continue;
            }

            if (!node.Span.Contains(child.Span) || (previous is not null && !IsInOrder(previous, child)))
            {
                throw new InvariantException(
                    $"{Describe(child)} lies in {Describe(node)} and comes after "
                        + $"{(previous is null ? "nothing" : Describe(previous))}."
                );
            }

            previous = child;
        }

        Require(index == children.Count, "The number of children is known.");
    }

    /// <summary>
    /// Parts of a decoded text may share the characters that they come from, but never change places.
    /// </summary>
    private static bool IsInOrder(SyntaxNode first, SyntaxNode second) =>
        first is ShellSyntaxNode before && second is ShellSyntaxNode after
            ? first.Span.Start <= second.Span.Start
                && first.Span.End <= second.Span.End
                && (before.Text != after.Text || before.End <= after.Start)
            : first.Span.End <= second.Span.Start;

    private static void CheckScript(ShellScriptSyntax script)
    {
        int position = script.Span.Start;
        foreach (SyntaxToken comment in script.Comments)
        {
            if (!script.Span.Contains(comment.Span) || comment.Span.Start < position)
            {
                throw new InvariantException($"{comment} lies in {Describe(script)}, at {position} or later.");
            }

            position = comment.Span.Start;
        }

        foreach (ShellSyntaxError error in script.Errors)
        {
            if (!script.Span.Contains(error.Span))
            {
                throw new InvariantException($"{error} lies in {Describe(script)}.");
            }
        }
    }

    private static void CheckInstruction(InstructionSyntax instruction)
    {
        if (
            !instruction.Span.Contains(instruction.LineSpan)
            || !instruction.LineSpan.Contains(instruction.KeywordSpan)
            || instruction.KeywordSpan.Start != instruction.Span.Start
            || instruction.KeywordSpan.IsEmpty
        )
        {
            throw new InvariantException(
                $"{Describe(instruction)} starts with its keyword {instruction.KeywordSpan} and holds its line "
                    + $"{instruction.LineSpan}."
            );
        }

        foreach (SyntaxNode child in instruction.ChildNodes)
        {
            if (child is HeredocSyntax heredoc)
            {
                if (
                    !heredoc.Span.Contains(heredoc.BodySpan)
                    || !instruction.LineSpan.Contains(heredoc.OperatorSpan)
                    || heredoc.Span.Start < instruction.LineSpan.End
                )
                {
                    throw new InvariantException(
                        $"{Describe(heredoc)} holds its body {heredoc.BodySpan} and stands below the line "
                            + $"{instruction.LineSpan} with its operator {heredoc.OperatorSpan}."
                    );
                }
            }
            else if (
                child is not InstructionSyntax
                && (!instruction.LineSpan.Contains(child.Span) || child.Span.Start < instruction.KeywordSpan.End)
            )
            {
                throw new InvariantException(
                    $"{Describe(child)} lies in the line {instruction.LineSpan} of {Describe(instruction)}, after "
                        + $"its keyword."
                );
            }
        }
    }

    private static string Describe(SyntaxNode node) => $"{node.GetType().Name}{node.Span}";

    private static void Require(bool holds, string invariant)
    {
        if (!holds)
        {
            throw new InvariantException(invariant);
        }
    }
}

/// <summary>Something that holds for every text does not hold for one.</summary>
internal sealed class InvariantException(string invariant) : Exception($"Broken invariant: {invariant}");

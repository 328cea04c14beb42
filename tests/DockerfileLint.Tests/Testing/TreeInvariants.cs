using DockerfileLint.Diagnostics;
using DockerfileLint.Syntax;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Text;

namespace DockerfileLint.Tests.Testing;

/// <summary>What holds for the tree of every text, however broken.</summary>
internal static class TreeInvariants
{
    /// <exception cref="InvariantException">Something does not hold.</exception>
    internal static void Check(SyntaxTree tree)
    {
        CheckTokens(tree);
        CheckNodes(tree);
        foreach (Diagnostic diagnostic in tree.Diagnostics)
        {
            CheckInside(new TextSpan(0, tree.Text.Length), diagnostic.Location.Span, diagnostic.Rule.Id);
        }

        Require(tree.Diagnostics.Zip(tree.Diagnostics.Skip(1)).All(pair => pair.First.Location.Span.CompareTo(pair.Second.Location.Span) <= 0), "Diagnostics come in text order.");
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
            Require(token.Span.Start == position && token.Span.Length > 0, $"Token {i} {token} starts at {position} and is not empty.");
            Require(token.Kind != SyntaxKind.None, $"Token {i} {token} has a kind.");
            position = token.Span.End;
        }

        Require(position == tree.Text.Length, $"The tokens reach to {tree.Text.Length}, not {position}.");
        Require(tree.ToString() == tree.Text.ToString(), "The tokens' text is the file's text.");
    }

    private static void CheckNodes(SyntaxTree tree)
    {
        Require(tree.Root.Parent is null, "The root has no parent.");
        Require(tree.Root.Span == new TextSpan(0, tree.Text.Length), "The root covers the text.");
        foreach (SyntaxNode node in tree.Root.DescendantNodesAndSelf())
        {
            Require(node.Tree == tree, $"{Describe(node)} knows its tree.");
            int position = node.Span.Start;
            foreach (SyntaxNode child in node.ChildNodes)
            {
                Require(child.Parent == node, $"The parent of {Describe(child)} is {Describe(node)}.");
                CheckInside(node.Span, child.Span, Describe(child));
                Require(child.Span.Start >= position, $"{Describe(child)} comes after its sibling, at {position} or later.");
                position = child.Span.End;
            }

            if (node is InstructionSyntax instruction)
            {
                CheckInstruction(instruction);
            }
        }
    }

    private static void CheckInstruction(InstructionSyntax instruction)
    {
        string name = Describe(instruction);
        CheckInside(instruction.Span, instruction.LineSpan, $"The line of {name}");
        CheckInside(instruction.LineSpan, instruction.KeywordSpan, $"The keyword of {name}");
        Require(instruction.KeywordSpan.Start == instruction.Span.Start && !instruction.KeywordSpan.IsEmpty, $"{name} starts with its keyword.");
        foreach (SyntaxNode child in instruction.ChildNodes)
        {
            if (child is HeredocSyntax heredoc)
            {
                CheckInside(heredoc.Span, heredoc.BodySpan, $"The body of {Describe(child)}");
                CheckInside(instruction.LineSpan, heredoc.OperatorSpan, $"The operator of {Describe(child)}");
                Require(heredoc.Span.Start >= instruction.LineSpan.End, $"{Describe(child)} stands below the line of {name}.");
            }
            else if (child is not InstructionSyntax)
            {
                CheckInside(instruction.LineSpan, child.Span, Describe(child));
                Require(child.Span.Start >= instruction.KeywordSpan.End, $"{Describe(child)} comes after the keyword of {name}.");
            }
        }
    }

    private static void CheckInside(TextSpan outer, TextSpan inner, string what) => Require(outer.Contains(inner), $"{what} {inner} lies in {outer}.");

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

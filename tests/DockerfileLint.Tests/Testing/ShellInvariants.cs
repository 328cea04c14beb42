using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Syntax.Shell;
using DockerfileLint.Text;
using FluentAssertions;

namespace DockerfileLint.Tests.Testing;

/// <summary>What holds for the scripts of any text.</summary>
internal static class ShellInvariants
{
    /// <summary>Checks all scripts of a Dockerfile; gives the instructions' own ones.</summary>
    internal static List<InstructionScript> Check(DockerfileSyntaxTree tree)
    {
        var scripts = new List<InstructionScript>();
        var model = DockerfileModel.Create(tree);
        foreach (InstructionSyntax instruction in tree.Root.DescendantNodesAndSelf().OfType<InstructionSyntax>())
        {
            if (model.GetScript(instruction) is not { } script)
            {
                continue;
            }

            Check(script.Script, instruction.Span);
            foreach (ShellScriptSyntax nested in script.NestedScripts)
            {
                Check(nested, instruction.Span);
                nested.Host.Should().NotBeNull();
            }

            scripts.Add(script);
        }

        return scripts;
    }

    /// <summary>Checks a script whose source is a part of a text.</summary>
    internal static void Check(ShellScriptSyntax script, TextSpan source)
    {
        foreach (ShellSyntaxError error in script.Errors)
        {
            Ensure(source.Contains(error.Span), script, "an error lies in the source");
        }

        foreach (ShellSyntaxNode node in script.DescendantNodesAndSelf())
        {
            // Decoded text may stand for itself nowhere; then it has no place.
            Ensure(source.Contains(node.Span) || node.Span == default, node, "a node lies in the source");
            ShellSyntaxNode? before = null;
            foreach (ShellSyntaxNode child in node.ChildNodes)
            {
                Ensure(child.Parent == node, child, "a child knows its parent");
                bool isBody = node is ShellRedirectionSyntax redirection && redirection.Body == child;
                if (child.Text == node.Text && !isBody)
                {
                    Ensure(child.Start >= node.Start && child.End <= node.End, child, "a child lies in its parent");
                    Ensure(
                        before is null || before.Text != child.Text || before.End <= child.Start,
                        child,
                        "siblings come in order and do not overlap"
                    );
                    before = child;
                }
            }

            if (node is ShellWordSyntax word)
            {
                Ensure(word.DisplayText is not null, node, "a word has a text");
            }
        }
    }

    private static void Ensure(bool holds, ShellSyntaxNode node, string reason)
    {
        if (!holds)
        {
            throw new InvalidOperationException($"{node.GetType().Name} {node.Span} [{node}]: {reason}.");
        }
    }
}

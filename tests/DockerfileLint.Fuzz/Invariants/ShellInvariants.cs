using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Fuzz.Invariants;

/// <summary>What holds for the scripts of any Dockerfile, beside what holds for all nodes.</summary>
internal static class ShellInvariants
{
    /// <summary>Checks all scripts of a Dockerfile; gives the instructions' own ones.</summary>
    /// <exception cref="InvariantException">Something does not hold.</exception>
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

            Check(script.Script, script.Script.Parent!);
            foreach (ShellScriptSyntax nested in script.NestedScripts)
            {
                Require(nested.Host is not null, "A nested script has a host.");
                Check(nested, script.Script);
            }

            scripts.Add(script);
        }

        return scripts;
    }

    private static void Check(ShellScriptSyntax script, SyntaxNode outer)
    {
        TreeInvariants.CheckNodes(script, outer.Tree);
        Require(outer.Span.Contains(script.Span), $"The script {script.Span} lies in {outer.GetType().Name}.");
        foreach (ShellWordSyntax word in script.DescendantNodesAndSelf().OfType<ShellWordSyntax>())
        {
            Require(word.DisplayText is not null, "A word has a text.");
        }
    }

    private static void Require(bool holds, string invariant)
    {
        if (!holds)
        {
            throw new InvariantException(invariant);
        }
    }
}

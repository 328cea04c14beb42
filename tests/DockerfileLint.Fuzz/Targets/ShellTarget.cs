using DockerfileLint.Analysis.Languages;
using DockerfileLint.Fuzz.Invariants;
using DockerfileLint.Fuzz.Mutation;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Syntax.Shell;
using DockerfileLint.Text;

namespace DockerfileLint.Fuzz.Targets;

/// <summary>A script on its own, and as the here-document of an instruction.</summary>
internal sealed class ShellTarget() : FuzzTarget("shell")
{
    private static readonly Mutator Mutator = new(
        [
            .. SeedTexts
                .Dockerfiles.Select(text => DockerfileSyntaxTree.Parse(new SourceFile("x", SourceText.From(text))))
                .SelectMany(tree =>
                    tree.Root.Instructions.Select(instruction => DockerfileModel.Create(tree).GetScript(instruction))
                )
                .OfType<InstructionScript>()
                .Select(script => script.Script.ToString())
                .Where(script => script.Length > 0)
                .Distinct(),
        ],
        TextParts.OfScript,
        DockerfileEdits.Atoms,
        DockerfileEdits.All
    );

    internal override void Check(byte[] input, CancellationToken cancellation)
    {
        var file = new SourceFile("script", SourceText.From(input));
        foreach (ShellKind kind in Enum.GetValues<ShellKind>())
        {
            TreeInvariants.Check(ShellSyntaxTree.Parse(file, kind));
        }

        // An end that no script holds, so that all of it is the script.
        var host = new SourceFile(
            "Dockerfile",
            SourceText.From($"FROM a\nRUN <<END-OF-SCRIPT\n{file.Text}\nEND-OF-SCRIPT\n")
        );
        ShellInvariants.Check(DockerfileSyntaxTree.Parse(host, cancellation));
        LintCheck.Check(host, Language.Dockerfile, cancellation);
    }

    protected override string CreateText(Random random) => Mutator.Mutate(random);
}

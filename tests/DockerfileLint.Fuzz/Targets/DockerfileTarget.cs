using DockerfileLint.Analysis.Languages;
using DockerfileLint.Fuzz.Invariants;
using DockerfileLint.Fuzz.Mutation;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Text;

namespace DockerfileLint.Fuzz.Targets;

/// <summary>A Dockerfile: its tree, its scripts, its findings.</summary>
internal sealed class DockerfileTarget() : FuzzTarget("dockerfile")
{
    internal static Mutator Mutator { get; } =
        new(SeedTexts.Dockerfiles, TextParts.OfDockerfile, DockerfileEdits.Atoms, DockerfileEdits.All);

    internal override void Check(byte[] input, CancellationToken cancellation)
    {
        var file = new SourceFile("Dockerfile", SourceText.From(input));
        var tree = DockerfileSyntaxTree.Parse(file, cancellation);
        TreeInvariants.Check(tree, input);
        ShellInvariants.Check(tree);
        LintCheck.Check(file, Language.Dockerfile, cancellation);

        // A file cannot hold half a surrogate pair, but a text that an editor hands in can.
        string text = file.Text.ToString();
        if (text.Contains('\uFFFD', StringComparison.Ordinal))
        {
            var broken = new SourceFile("Dockerfile", SourceText.From(text.Replace('\uFFFD', '\uD83D')));
            TreeInvariants.Check(DockerfileSyntaxTree.Parse(broken, cancellation));
            LintCheck.Check(broken, Language.Dockerfile, cancellation);
        }
    }

    protected override string CreateText(Random random) => Mutator.Mutate(random);
}

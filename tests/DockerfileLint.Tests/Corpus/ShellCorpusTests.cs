using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Syntax.Shell;
using DockerfileLint.Tests.Testing;
using DockerfileLint.Text;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Corpus;

/// <summary>Scripts that people wrote: nothing crashes, and next to all are read without an error.</summary>
internal sealed class ShellCorpusTests
{
    [TestCase("corpus/dockerfiles.tar.gz", 30_000)]
    [TestCase("corpus/projects.tar.gz", 1_000)]
    public void Scripts_of_real_Dockerfiles_are_read(string archive, int expectedScripts)
    {
        int scripts = 0;
        int broken = 0;
        Parallel.ForEach(
            SharedArchive
                .Read(archive)
                .Where(file =>
                    Path.GetFileName(file.Name).StartsWith("Dockerfile", StringComparison.OrdinalIgnoreCase)
                ),
            file =>
            {
                List<InstructionScript> found = ShellInvariants.Check(
                    DockerfileSyntaxTree.Parse(new SourceFile(file.Name, SourceText.From(file.Bytes)))
                );
                foreach (
                    InstructionScript script in found.Where(script =>
                        script
                            is {
                                Instruction: RunInstructionSyntax,
                                IsExecForm: false,
                                Script.Kind: not (ShellKind.Other or ShellKind.PowerShell or ShellKind.Cmd)
                            }
                    )
                )
                {
                    Interlocked.Increment(ref scripts);
                    if (!script.Script.Errors.IsEmpty)
                    {
                        Interlocked.Increment(ref broken);
                    }
                }
            }
        );

        double share = 100.0 * (scripts - broken) / Math.Max(1, scripts);
        TestContext.Out.WriteLine(
            $"{share:0.00} % of {scripts} scripts are read without an error; {broken} are broken."
        );
        scripts.Should().BeGreaterThan(expectedScripts);
        share.Should().BeGreaterThan(99);
    }
}

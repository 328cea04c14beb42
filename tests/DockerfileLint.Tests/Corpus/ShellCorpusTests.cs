using System.Collections.Concurrent;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Syntax.Shell;
using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Corpus;

/// <summary>Scripts that people wrote: nothing crashes, and next to all are read without an error.</summary>
internal sealed class ShellCorpusTests
{
    [TestCaseSource(typeof(Corpora), nameof(Corpora.OfDockerfiles))]
    public void Scripts_that_people_wrote_are_read(string corpus)
    {
        int scripts = 0;
        var broken = new ConcurrentBag<string>();
        Parallel.ForEach(
            Corpora.Read(corpus).Where(file => file.IsDockerfile),
            file =>
            {
                List<InstructionScript> found = ShellInvariants.Check(DockerfileSyntaxTree.Parse(file.ToSourceFile()));
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
                        broken.Add($"{file.Path}: {script.Script}");
                    }
                }
            }
        );

        scripts.Should().BePositive();
        broken.Should().HaveCountLessThanOrEqualTo(scripts / 100, $"at least 99 % of {scripts} scripts are read");
    }

    [TestCaseSource(typeof(Corpora), nameof(Corpora.OfBrokenFiles))]
    public void Invariants_hold_for_broken_scripts(string corpus)
    {
        int errors = 0;
        foreach (CorpusFile file in Corpora.Read(corpus).Where(file => file.IsDockerfile))
        {
            errors += ShellInvariants
                .Check(DockerfileSyntaxTree.Parse(file.ToSourceFile()))
                .Sum(script => script.Script.Errors.Length);
        }

        errors.Should().BePositive();
    }
}

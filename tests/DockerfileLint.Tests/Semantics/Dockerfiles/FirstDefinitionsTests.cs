using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Semantics.Dockerfiles;

internal sealed class FirstDefinitionsTests
{
    [TestCase("FROM a\nARG X\nRUN", true, false)]
    [TestCase("FROM a\nENV Y=1 X=1\nRUN", false, true)]
    [TestCase("ARG X\nFROM a\nENV X=1\nFROM b\nRUN", true, true, Description = "stages are not told apart")]
    [TestCase("FROM a\nRUN\nARG X", false, false, Description = "below")]
    [TestCase("FROM a\nARG x\nONBUILD ARG X\nRUN", false, false)]
    public void A_variable_is_set_below_the_first_instruction_that_names_it(string text, bool byArg, bool byEnv)
    {
        DockerfileModel model = DockerfileModel.Create(DockerfileSyntaxTree.Parse(text));
        InstructionSyntax run = model.Tree.Root.Instructions.Single(each => each.Kind == InstructionKind.Run);
        FirstDefinitions definitions = FirstDefinitions.Of(model);

        definitions.IsSetBefore("X", InstructionKind.Arg, run).Should().Be(byArg);
        definitions.IsSetBefore("X", InstructionKind.Env, run).Should().Be(byEnv);
        definitions.IsSetBefore("X", run).Should().Be(byArg || byEnv);
    }
}

using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Syntax;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Semantics.Dockerfiles;

/// <summary>Who runs the container of a stage: the last USER of the stage or of the stages it is built on.</summary>
[Experimental(ExperimentalApi.Id)]
public sealed class EffectiveUser
{
    private EffectiveUser(Stage stage, WordSyntax? word, Fact<UserSpecification> value)
    {
        Stage = stage;
        Word = word;
        Value = value;
    }

    /// <summary>The stage that sets the user; where none does, the stage whose base image decides.</summary>
    public Stage Stage { get; }

    /// <summary>The argument of the deciding USER, or <c>null</c> where the base image decides.</summary>
    public WordSyntax? Word { get; }

    /// <summary>
    /// The user and optional group. Unknown where the base image decides, which FROM names: then the fact lies there.
    /// </summary>
    public Fact<UserSpecification> Value { get; }

    /// <summary>Whether the user is root, as <see cref="UserSpecification.IsRoot"/> tells.</summary>
    public Fact<bool> IsRoot => Value.Select(static user => user.IsRoot);

    /// <param name="stage">The stage.</param>
    /// <param name="inherited">The user of the stage it is built on, or <c>null</c> where its base is no stage.</param>
    internal static EffectiveUser Find(Stage stage, EffectiveUser? inherited)
    {
        for (int i = stage.Instructions.Length - 1; i >= 0; i--)
        {
            if (stage.Instructions[i] is UserInstructionSyntax { User: { } user })
            {
                return Create(stage, stage, user);
            }
        }

        if (stage.BaseStage is not { } baseStage || inherited is null)
        {
            SyntaxNode from = (SyntaxNode?)stage.From.Image ?? stage.From;
            return new EffectiveUser(
                stage,
                word: null,
                new Fact<UserSpecification>(null, Certainty.Unknown, from, from.Span, displayText: "")
            );
        }

        // The triggers of the base run first in this stage.
        for (int i = baseStage.Triggers.Length - 1; i >= 0; i--)
        {
            if (baseStage.Triggers[i] is UserInstructionSyntax { User: { } user })
            {
                return Create(baseStage, stage, user);
            }
        }

        return inherited;
    }

    private static EffectiveUser Create(Stage setter, Stage stage, WordSyntax user) =>
        new(setter, user, stage.Expand(user).Select(UserSpecification.Parse));
}

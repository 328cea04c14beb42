using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Semantics.Dockerfiles;

/// <summary>Who runs the container of a stage: the last USER of the stage or of the stages it is built on.</summary>
[Experimental(ExperimentalApi.Id)]
public sealed class EffectiveUser
{
    private EffectiveUser(Stage stage, WordSyntax? word, ExpandedText value)
    {
        Stage = stage;
        Word = word;
        Value = value;
    }

    /// <summary>The stage that sets the user; where none does, the stage whose base image decides.</summary>
    public Stage Stage { get; }

    /// <summary>The argument of the deciding USER, or <c>null</c> where the base image decides.</summary>
    public WordSyntax? Word { get; }

    /// <summary>The user and optional group after expansion; empty where the base image decides.</summary>
    public ExpandedText Value { get; }

    /// <summary>
    /// Whether a USER sets uid 0, as far as the file says; <c>false</c> where the base image decides or a variable is
    /// unknown.
    /// </summary>
    public bool IsRoot =>
        Word is not null && Value.Certainty != Certainty.Unknown && UserSpecification.Parse(Value.Value).IsRoot;

    /// <param name="stage">The stage.</param>
    /// <param name="inherited">The user of the stage it is built on, or <c>null</c> where its base is no stage.</param>
    internal static EffectiveUser Find(Stage stage, EffectiveUser? inherited)
    {
        for (int i = stage.Instructions.Length - 1; i >= 0; i--)
        {
            if (stage.Instructions[i] is UserInstructionSyntax { User: { } user })
            {
                return new EffectiveUser(stage, user, stage.Expand(user));
            }
        }

        if (stage.BaseStage is not { } baseStage || inherited is null)
        {
            return new EffectiveUser(stage, word: null, ExpandedText.Unknown);
        }

        // The triggers of the base run first in this stage.
        for (int i = baseStage.Triggers.Length - 1; i >= 0; i--)
        {
            if (baseStage.Triggers[i] is UserInstructionSyntax { User: { } user })
            {
                return new EffectiveUser(baseStage, user, stage.Expand(user));
            }
        }

        return inherited;
    }
}

using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Semantics.Projects;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Text;

namespace DockerfileLint.Rules.Users;

[Rule("DL3002")]
internal sealed partial class LastUserIsRoot : DockerfileRule
{
    public override void VisitStage(Stage stage, DockerfileRuleContext context)
    {
        if (!stage.IsFinal)
        {
            return;
        }

        if (stage.User is { Word: { } word } user)
        {
            Check(word, user.Value, stage, context);
        }

        CheckTriggers(stage, context);
    }

    private static void Check(
        WordSyntax word,
        Fact<UserSpecification> value,
        Stage stage,
        DockerfileRuleContext context
    )
    {
        if (!value.TryGetValue(out UserSpecification? user))
        {
            // The base image may set the variable. Where it does not, what is written beside it counts, unless ${X:?}
            // ends the build.
            if (
                UserSpecification.Parse(value.DisplayText) is { User.Length: > 0, IsRoot: true }
                && word.AsSpan().IndexOf('?') < 0
            )
            {
                context.Report(word.Span, MessagePerhaps(user: word.Text, value: value.DisplayText));
            }

            return;
        }

        if (user.IsRoot && FindAnswer(stage, context) is { } answer)
        {
            context.Report(
                word.Span,
                MessageReplaced(user: value.DisplayText, service: answer.Service, other: answer.User!.ToString()),
                ReplacedTier,
                [new RelatedLocation(answer.Span, $"Service '{answer.Service}' sets its user here.")]
            );
        }
        else if (user.IsRoot)
        {
            context.Report(
                word.Span,
                value.Certainty == Certainty.Default
                    ? MessageVariable(user: word.Text, value: value.DisplayText)
                    : Message(user: value.DisplayText)
            );
        }
        else if (RootAccounts.Find(context.Model, stage, user.User) is { } account)
        {
            context.Report(
                word.Span,
                MessageAccount(user: user.User),
                related:
                [
                    new RelatedLocation(
                        new SourceSpan(context.File, account),
                        $"The user '{user.User}' gets the number 0 here."
                    ),
                ]
            );
        }
    }

    /// <summary>
    /// The first of the services that are built from the file, where each of them sets another user; <c>null</c> where
    /// one does not, or there is none.
    /// </summary>
    private static BuildConsumer? FindAnswer(Stage stage, DockerfileRuleContext context) =>
        BuildConsumer.FindAnswering(context.Consumers, context.Model, stage) is { Count: > 0 } answering
            ? answering[0]
            : null;

    /// <summary>The last trigger that sets a user decides for the images that are built on this one.</summary>
    private static void CheckTriggers(Stage stage, DockerfileRuleContext context)
    {
        for (int i = stage.Triggers.Length - 1; i >= 0; i--)
        {
            if (stage.Triggers[i] is UserInstructionSyntax { User: { } word })
            {
                if (context.Expand(word).IsCertainly(static text => UserSpecification.Parse(text).IsRoot))
                {
                    context.Report(word.Span, MessageTrigger(user: context.Expand(word).DisplayText));
                }

                return;
            }
        }
    }
}

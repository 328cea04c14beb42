using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Users;

[Rule("DL3066")]
internal sealed partial class NonNumericUser : DockerfileRule
{
    public override void VisitUser(UserInstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (Compatibility(context) == "hadolint" && instruction.User is { } word)
        {
            string user = word.Text.Trim('"', '\'');
            string name = UserSpecification.Parse(user).User;
            if (
                !IsNumber(name)
                && !VariableText
                    .Find(name)
                    .Any(variable => context.Model.IsSetBefore(variable.Name, InstructionKind.Arg, instruction))
            )
            {
                context.Report(word.Span, Message(user: word.Text));
            }
        }
    }

    public override void VisitStage(Stage stage, DockerfileRuleContext context)
    {
        if (
            stage.IsFinal
            && Compatibility(context) != "hadolint"
            && stage.User is { Word: { } word } user
            && user.Value.TryGetValue(out UserSpecification? known)
            && !known.IsRoot
        )
        {
            string name = known.User;
            if (!IsNumber(name) && !IsWindowsUser(name))
            {
                context.Report(
                    word.GetSpan(
                        0,
                        word.Text.StartsWith(name, StringComparison.Ordinal) ? name.Length : word.Text.Length
                    ),
                    Message(user: name)
                );
            }
        }
    }

    private static bool IsNumber(string name) => name.All(c => c is >= '0' and <= '9');

    private static bool IsWindowsUser(string name) =>
        name.IndexOf('\\') >= 0
        || name.Equals("ContainerUser", StringComparison.OrdinalIgnoreCase)
        || name.Equals("ContainerAdministrator", StringComparison.OrdinalIgnoreCase);
}

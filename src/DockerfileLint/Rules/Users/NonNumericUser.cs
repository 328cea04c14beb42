using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.Rules.Users;

[Rule("DL3066")]
internal sealed partial class NonNumericUser : DockerfileRule
{
    public override void VisitStage(Stage stage, DockerfileRuleContext context)
    {
        if (
            stage.IsFinal
            && stage.User is { IsRoot: false, Value.Certainty: not Certainty.Unknown, Word: { } word } user
        )
        {
            string name = UserSpecification.Parse(user.Value.Value).User;
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

    internal static bool IsNumber(string name) => name.All(c => c is >= '0' and <= '9');

    private static bool IsWindowsUser(string name) =>
        name.IndexOf('\\') >= 0
        || name.Equals("ContainerUser", StringComparison.OrdinalIgnoreCase)
        || name.Equals("ContainerAdministrator", StringComparison.OrdinalIgnoreCase);
}

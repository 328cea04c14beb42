using DockerfileLint.Diagnostics;
using DockerfileLint.Rules.Secrets;
using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax;
using DockerfileLint.Text;

namespace DockerfileLint.Analysis.Audits;

/// <summary>Makes the rows that an image decides, whatever runs it.</summary>
internal static class ImageAuditor
{
    private const string Separator = ", ";
    private const string Nothing = "none";

    /// <summary>The audit of a Dockerfile; <c>null</c> where it builds nothing.</summary>
    internal static ServiceAudit? Audit(DockerfileModel model)
    {
        if (model.FinalStage is not { } stage)
        {
            return null;
        }

        var image = ImageConfiguration.Of(stage);
        SourceFile file = model.Tree.File;
        return new ServiceAudit(
            stage.DisplayName,
            file.Path,
            new Location(new SourceSpan(file, stage.From.Span)),
            [
                CreateUser(model, stage),
                new ControlAssessment(AuditControl.Ports, Join(image.Ports.Select(port => port.DisplayText))),
                CreateSecrets(image),
            ]
        );
    }

    private static ControlAssessment CreateUser(DockerfileModel model, Stage stage)
    {
        EffectiveUser user = stage.User;
        SourceFile file = model.Tree.File;
        Stage root = stage.RootStage;
        string? program;
        bool? isRoot;
        string value;
        SyntaxNode place;
        if (user.Word is { } word)
        {
            place = word;
            isRoot = user.Value.TryGetValue(out UserSpecification? known)
                ? known.IsRoot || RootAccounts.Find(model, stage, known.User) is not null
                : null;
            program = PrivilegeDrop.Find(model, stage);
            value = known?.ToString() ?? $"unknown: {word.Text}";
        }
        else
        {
            place = (SyntaxNode?)root.From.Image ?? root.From;
            BaseImageUser kind = root.BaseContext is null ? BaseImageUsers.GetDefaultUser(root) : BaseImageUser.Unknown;
            isRoot = kind switch
            {
                BaseImageUser.Unknown => null,
                BaseImageUser.Unprivileged => false,
                _ => true,
            };
            program = kind switch
            {
                BaseImageUser.DropsRoot => BaseImageUsers.FindDroppingProgram(root),
                BaseImageUser.Root => PrivilegeDrop.Find(model, stage) ?? PrivilegeDrop.FindServer(model, stage),
                _ => null,
            };
            value =
                isRoot == true ? "root"
                : isRoot == false ? "not root, as the base image sets it"
                : "unknown: the base image decides";
        }

        int weight = AuditControl.User.Weight;
        return new ControlAssessment(
            AuditControl.User,
            isRoot == true && program is { Length: > 0 } ? $"{value}, given up by {program}" : value
        )
        {
            Weight = weight,
            LowerPoints =
                isRoot == false ? weight
                : isRoot == true && program is { Length: > 0 } ? weight / 2
                : 0,
            UpperPoints =
                isRoot != true ? weight
                : program is { Length: > 0 } ? weight / 2
                : 0,
            Place = new Location(new SourceSpan(file, place.Span)),
            RuleId = user.Word is null ? "DL5001" : "DL3002",
            Remedy = "Set a user that is not root with 'USER'.",
            Summary =
                isRoot is null ? "?"
                : isRoot.Value ? "root"
                : user.Word is null ? "not root"
                : value,
        };
    }

    private static ControlAssessment CreateSecrets(ImageConfiguration image)
    {
        var shown = new List<string>();
        SourceSpan? place = null;
        foreach (KeyValuePair<string, Fact<string>> pair in image.Environment)
        {
            if (pair.Value.TryGetValue(out string? value) && SecretVariable.IsSecret(pair.Key, value))
            {
                shown.Add($"{pair.Key} in the image");
                place ??= pair.Value.Span;
            }
        }

        int points = shown.Count == 0 ? AuditControl.Secrets.Weight : 0;
        return new ControlAssessment(AuditControl.Secrets, Join(shown))
        {
            Weight = AuditControl.Secrets.Weight,
            LowerPoints = points,
            UpperPoints = points,
            Place = place is { } span ? new Location(span) : null,
            RuleId = "DL3064",
            Remedy = "Hand the value to the container when it runs, and replace the one that the image tells.",
        };
    }

    private static string Join(IEnumerable<string> parts) =>
        string.Join(Separator, parts) is { Length: > 0 } joined ? joined : Nothing;
}

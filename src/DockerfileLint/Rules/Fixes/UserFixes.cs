using System.Globalization;
using DockerfileLint.Diagnostics;
using DockerfileLint.Rules.Style;
using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Text;

namespace DockerfileLint.Rules.Fixes;

/// <summary>Fixes that have an image start as another user.</summary>
internal static class UserFixes
{
    /// <summary>A user that no image has, so that nothing belongs to it.</summary>
    private const string Number = "10001";

    /// <summary>The first version of the images of .NET that bring a user.</summary>
    private const int FirstWithUser = 8;

    /// <summary>Sets the unprivileged user that the base brings, or a number, behind what builds the stage.</summary>
    internal static bool SetUser(
        Diagnostic diagnostic,
        InstructionSyntax instruction,
        DockerfileModel model,
        FixBuilder fix
    )
    {
        if (
            diagnostic.Message.Template.Id != "default"
            || instruction.IsTrigger
            || model.FindStage(instruction) is not { From: { } from } stage
            || from != instruction
        )
        {
            return false;
        }

        InstructionSyntax last = from;
        foreach (InstructionSyntax each in stage.Instructions)
        {
            if (
                each.Kind
                is InstructionKind.Run
                    or InstructionKind.Copy
                    or InstructionKind.Add
                    or InstructionKind.Workdir
                    or InstructionKind.Shell
                    or InstructionKind.Arg
            )
            {
                last = each;
            }
        }

        SourceText text = model.Tree.Text;
        string line =
            (KeywordCasing.Of(model).IsLowerCase ? "user " : "USER ")
            + (ImageReference.TryParse(stage.RootStage.BaseName.ValueOr("")) is { } image ? FindUser(image) : Number);
        string lineEnd = ScriptFixes.GetLineEnd(model);
        int end = Math.Max(last.Span.End, last.LineSpan.End);
        int next = text.AsSpan().Slice(end).IndexOf('\n');
        if (next >= 0)
        {
            fix.Insert(end + next + 1, line + lineEnd);
        }
        else
        {
            fix.Insert(text.Length, lineEnd + line);
        }

        fix.Rewrite(last, after: 2);
        return true;
    }

    private static string FindUser(ImageReference image)
    {
        if (image.OfficialName == "node")
        {
            return "node";
        }

        string repository = image.Name;
        if (repository.StartsWith("gcr.io/distroless/", StringComparison.Ordinal))
        {
            return "nonroot";
        }

        // The user of .NET's images is known by its number, which a variable of theirs holds.
        return
            repository.StartsWith("mcr.microsoft.com/dotnet/", StringComparison.Ordinal)
            && image.Tag is { } tag
            && int.TryParse(tag.Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out int version)
            && version >= FirstWithUser
            ? "$APP_UID"
            : Number;
    }
}

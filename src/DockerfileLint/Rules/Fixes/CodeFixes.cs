using System.Collections.Immutable;
using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Syntax.Yaml;
using DockerfileLint.Text;

namespace DockerfileLint.Rules.Fixes;

/// <summary>
/// Makes the fix of a finding when somebody asks for it, out of what the rule said and the tree that it lies in, so
/// that a run without fixes pays nothing. Each rule whose page has <c>fix</c> has a case here.
/// </summary>
internal static class CodeFixes
{
    private static readonly ImmutableArray<string> CleanApt = ["rm -rf /var/lib/apt/lists/*"];

    /// <summary>The fix of a finding in a Dockerfile, for all of its places that can be mended.</summary>
    internal static CodeFix? Find(Diagnostic diagnostic, DockerfileModel model)
    {
        if (!diagnostic.Rule.IsFixable || diagnostic.Location.File != model.Tree.File)
        {
            return null;
        }

        var fix = new FixBuilder();
        int places = TryFix(diagnostic, diagnostic.Location.Span, model, fix) ? 1 : 0;
        foreach (RelatedLocation related in diagnostic.RelatedLocations)
        {
            places += related.IsRepetition && TryFix(diagnostic, related.Location.Span, model, fix) ? 1 : 0;
        }

        return fix.Build(diagnostic, places);
    }

    /// <summary>The fix of a finding in a Compose file, for all of its places that can be mended.</summary>
    internal static CodeFix? Find(Diagnostic diagnostic, YamlSyntaxTree tree)
    {
        if (!diagnostic.Rule.IsFixable || diagnostic.Location.File != tree.File)
        {
            return null;
        }

        var fix = new FixBuilder();
        int places = ComposeFixes.TryFix(diagnostic, diagnostic.Location.Span, tree, fix) ? 1 : 0;
        foreach (RelatedLocation related in diagnostic.RelatedLocations)
        {
            places += related.IsRepetition && ComposeFixes.TryFix(diagnostic, related.Location.Span, tree, fix) ? 1 : 0;
        }

        return fix.Build(diagnostic, places);
    }

    private static bool TryFix(Diagnostic diagnostic, TextSpan place, DockerfileModel model, FixBuilder fix)
    {
        if (FindInstruction(model, place.Start) is not { } instruction)
        {
            return false;
        }

        return diagnostic.Rule.Id switch
        {
            "DL3000" => InstructionFixes.CompleteWorkdir(instruction, model, fix),
            "DL3003" => ScriptFixes.SetFolder(place, instruction, model, fix),
            "DL3004" => CommandFixes.RemoveSudo(place, instruction, model, fix),
            "DL3009" => !AptSteps.AreListsNeededAfter(instruction, model)
                && ScriptFixes.Append(CleanApt, instruction, model, fix),
            "DL3014" or "DL3030" or "DL3034" or "DL3038" => CommandFixes.AddOption(
                "-y",
                place,
                instruction,
                model,
                fix
            ),
            "DL3015" => CommandFixes.AddOption("--no-install-recommends", place, instruction, model, fix),
            "DL3019" => CommandFixes.AddOption("--no-cache", place, instruction, model, fix),
            "DL3020" => InstructionFixes.CopyInsteadOfAdd(instruction, model, fix),
            "DL3025" => ScriptFixes.WriteExecForm(instruction, model, fix),
            "DL3027" => CommandFixes.CallAptGet(place, instruction, model, fix),
            "DL3032" => ScriptFixes.Append(["yum clean all"], instruction, model, fix),
            "DL3036" => ScriptFixes.Append(["zypper clean --all"], instruction, model, fix),
            "DL3040" => ScriptFixes.Append(
                [CommandFixes.GetProgram(place, instruction, model) + " clean all"],
                instruction,
                model,
                fix
            ),
            "DL3042" => CommandFixes.AddOption("--no-cache-dir", place, instruction, model, fix),
            "DL3046" => CommandFixes.AddNoLogInit(place, instruction, model, fix),
            "DL3047" => CommandFixes.AddProgress(place, instruction, model, fix),
            "DL3059" => ScriptFixes.JoinWithPrevious(instruction, model, fix),
            "DL3060" => ScriptFixes.Append(["yarn cache clean"], instruction, model, fix),
            "DL4000" => InstructionFixes.WriteLabel(instruction, model, fix),
            "DL4006" => ScriptFixes.SetPipefail(instruction, model, fix),
            "DL5001" => UserFixes.SetUser(diagnostic, instruction, model, fix),
            "DL5006" => CommandFixes.VerifyCertificates(place, instruction, model, fix),
            "DL5008" => InstructionFixes.FetchWithTls(place, instruction, model, fix),
            "DL5031" => ScriptFixes.Append(["npm cache clean --force"], instruction, model, fix),
            "DL6001" => InstructionFixes.RemoveBlankLines(instruction, fix),
            "DL6002" => InstructionFixes.AdjustKeyword(instruction, model, fix),
            "DL6003" => InstructionFixes.AdjustAs(instruction, model, fix),
            "DL6004" => InstructionFixes.LowerCase(place, model, fix),
            "DL6007" => InstructionFixes.AddEqualsSign(diagnostic, instruction, model, fix),
            "DL6010" => InstructionFixes.LowerCase(place, model, fix),
            "DL6013" => InstructionFixes.ArgInsteadOfEnv(instruction, model, fix),
            _ => false,
        };
    }

    /// <summary>The instruction at an offset; the trigger of an ONBUILD where it lies in that.</summary>
    private static InstructionSyntax? FindInstruction(DockerfileModel model, int position)
    {
        int index = model.GetInstructionIndex(position);
        return index < 0 ? null
            : model.Tree.Root.Instructions[index] is OnbuildInstructionSyntax { Trigger: { } trigger }
            && trigger.Span.Start <= position
                ? trigger
            : model.Tree.Root.Instructions[index];
    }
}

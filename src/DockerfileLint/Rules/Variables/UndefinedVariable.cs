using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Text;

namespace DockerfileLint.Rules.Variables;

[Rule("DL6006")]
internal sealed partial class UndefinedVariable : UndefinedVariableRule
{
    private protected override bool TryReport(
        VariableReference reference,
        TextSpan span,
        InstructionSyntax instruction,
        string? ownName,
        DockerfileRuleContext context
    )
    {
        (DiagnosticMessage? message, bool isSure) = Judge(reference, span, instruction, ownName, context);
        if (message is not null)
        {
            context.Report(span, message, isSure ? SureTier : null);
        }

        return message is not null;
    }

    /// <summary>
    /// What to say about an undefined variable, and whether it is sure to be empty; nothing where that is what the
    /// author means.
    /// </summary>
    private static (DiagnosticMessage? Message, bool IsSure) Judge(
        VariableReference reference,
        TextSpan span,
        InstructionSyntax instruction,
        string? ownName,
        DockerfileRuleContext context
    )
    {
        string name = reference.Name;
        if (name == ownName)
        {
            // LD_LIBRARY_PATH=/opt/lib:$LD_LIBRARY_PATH extends what may be there.
            return default;
        }

        if (!char.IsLetter(name[0]) && name[0] != '_')
        {
            return reference.IsUnsetHandled ? default : (MessageParameter(variable: name), true);
        }

        bool? isSet =
            reference.Variable.Certainty == Certainty.Known
                ? false
                : BaseImageVariables.IsSet(name, context.Stage!.RootStage);
        if (isSet == true)
        {
            return default;
        }

        VariableScope global = context.Model.GlobalVariables;
        VariableScope scope = context.Stage?.Variables ?? global;
        if (scope.FindLater(name, span.Start) is { } position && !reference.IsUnsetHandled)
        {
            return (
                position <= instruction.Span.End
                    ? MessageSameInstruction(variable: name)
                    : MessageLater(variable: name),
                true
            );
        }

        if (context.Stage is not null && global.LookUp(name, int.MaxValue).State != VariableState.Undefined)
        {
            return (MessageGlobal(variable: name), true);
        }

        if (VariableSuggestion.Find(name, scope, global) is { } suggestion && suggestion != name)
        {
            return (MessageSuggestion(variable: name, suggestion: suggestion), true);
        }

        if (reference.IsUnsetHandled)
        {
            return default;
        }

        return isSet == false || IsBuildArgument(name) ? (Message(variable: name), true)
            : UnknownBase(context) ? (MessageUnknownBase(variable: name), false)
            : default;
    }

    /// <summary>
    /// Whether a name is by convention one of a build argument, which no base image hands on, or of the caller's shell.
    /// </summary>
    private static bool IsBuildArgument(string name) =>
        name
            is "BUILD_DATE"
                or "BUILD_VERSION"
                or "VCS_REF"
                or "VCS_URL"
                or "SOURCE_BRANCH"
                or "SOURCE_COMMIT"
                or "GIT_COMMIT"
                or "GIT_SHA"
                or "DOCKERFILE_PATH"
                or "PWD"
                or "pwd";
}

using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Text;

namespace DockerfileLint.Syntax.Shell;

/// <summary>What a shell would refuse in a script. It is kept on the script and not reported by itself.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Span">Where, in the file.</param>
[Experimental(ExperimentalApi.Id)]
public readonly record struct ShellSyntaxError(ShellSyntaxErrorKind Kind, TextSpan Span)
{
    /// <summary>A whole sentence.</summary>
    public string Message =>
        Kind switch
        {
            ShellSyntaxErrorKind.UnexpectedCloser => "This ends a construct that is not open.",
            ShellSyntaxErrorKind.MissingCommand => "A command is missing here.",
            ShellSyntaxErrorKind.MissingCommandBeforeOperator => "A command is missing in front of this operator.",
            ShellSyntaxErrorKind.MissingCommandAfterOperator => "A command is missing behind this operator.",
            ShellSyntaxErrorKind.MissingSeparator => "A separator is missing in front of this text.",
            ShellSyntaxErrorKind.MissingCondition => "The condition is missing.",
            ShellSyntaxErrorKind.MissingVariableName => "The name of a variable is missing.",
            ShellSyntaxErrorKind.MissingIn => "The word or the 'in' of this construct is missing.",
            ShellSyntaxErrorKind.MissingPattern => "A pattern and its ')' are missing.",
            ShellSyntaxErrorKind.MissingFunctionName => "The name of the function is missing.",
            ShellSyntaxErrorKind.MissingFunctionBody => "The body of the function is missing.",
            ShellSyntaxErrorKind.MissingRedirectionTarget => "The target of this redirection is missing.",
            ShellSyntaxErrorKind.MissingHereDocument => "The lines of this here-document are missing.",
            ShellSyntaxErrorKind.UnclosedHereDocument => "The line that ends this here-document is missing.",
            ShellSyntaxErrorKind.MissingThen => "The 'then' of this construct is missing.",
            ShellSyntaxErrorKind.MissingDo => "The 'do' of this construct is missing.",
            ShellSyntaxErrorKind.MissingFi => "The 'fi' that ends this construct is missing.",
            ShellSyntaxErrorKind.MissingDone => "The 'done' that ends this construct is missing.",
            ShellSyntaxErrorKind.MissingEsac => "The 'esac' that ends this construct is missing.",
            ShellSyntaxErrorKind.MissingParenthesis => "The ')' that ends this construct is missing.",
            ShellSyntaxErrorKind.MissingBrace => "The '}' that ends this construct is missing.",
            ShellSyntaxErrorKind.UnclosedArithmetic => "The parentheses are not closed.",
            ShellSyntaxErrorKind.UnclosedTest => "The ']]' is missing.",
            ShellSyntaxErrorKind.UnclosedArray => "The ')' of this array is missing.",
            ShellSyntaxErrorKind.UnclosedPattern => "A ')' is missing in this word.",
            ShellSyntaxErrorKind.UnclosedQuote => "The quote is not closed.",
            ShellSyntaxErrorKind.UnclosedBacktick => "The backtick is not closed.",
            ShellSyntaxErrorKind.UnclosedParameter => "The '}' is missing.",
            ShellSyntaxErrorKind.MissingParameterName => "The braces name no variable.",
            _ => "The script nests too deep; the rest of it is not read.",
        };
}

/// <summary>What can be wrong in a script.</summary>
[Experimental(ExperimentalApi.Id)]
public enum ShellSyntaxErrorKind
{
    /// <summary>Something ends a construct that is not open.</summary>
    UnexpectedCloser,

    /// <summary>A command is missing.</summary>
    MissingCommand,

    /// <summary>A command is missing in front of an operator.</summary>
    MissingCommandBeforeOperator,

    /// <summary>A command is missing behind <c>&amp;&amp;</c> or <c>||</c>.</summary>
    MissingCommandAfterOperator,

    /// <summary>Text follows a command that does not belong to it.</summary>
    MissingSeparator,

    /// <summary>The condition of <c>if</c>, <c>elif</c>, <c>while</c> or <c>until</c> is missing.</summary>
    MissingCondition,

    /// <summary>The variable of <c>for</c> or <c>select</c> is missing.</summary>
    MissingVariableName,

    /// <summary>The word or the <c>in</c> of <c>case</c> is missing.</summary>
    MissingIn,

    /// <summary>A pattern of <c>case</c> and its <c>)</c> are missing.</summary>
    MissingPattern,

    /// <summary>The name of a function is missing.</summary>
    MissingFunctionName,

    /// <summary>The body of a function is missing.</summary>
    MissingFunctionBody,

    /// <summary>The target of a redirection is missing.</summary>
    MissingRedirectionTarget,

    /// <summary>The lines of a here-document are missing.</summary>
    MissingHereDocument,

    /// <summary>The line that ends a here-document is missing.</summary>
    UnclosedHereDocument,

    /// <summary>A <c>then</c> is missing.</summary>
    MissingThen,

    /// <summary>A <c>do</c> is missing.</summary>
    MissingDo,

    /// <summary>A <c>fi</c> is missing.</summary>
    MissingFi,

    /// <summary>A <c>done</c> is missing.</summary>
    MissingDone,

    /// <summary>An <c>esac</c> is missing.</summary>
    MissingEsac,

    /// <summary>The <c>)</c> of a subshell or a substitution is missing.</summary>
    MissingParenthesis,

    /// <summary>The <c>}</c> of a group is missing.</summary>
    MissingBrace,

    /// <summary>The <c>))</c> of <c>for ((…))</c> is missing.</summary>
    UnclosedArithmetic,

    /// <summary>A <c>]]</c> is missing.</summary>
    UnclosedTest,

    /// <summary>The <c>)</c> of an array is missing.</summary>
    UnclosedArray,

    /// <summary>A <c>)</c> is missing in a word.</summary>
    UnclosedPattern,

    /// <summary>A quote is not closed.</summary>
    UnclosedQuote,

    /// <summary>A backtick is not closed.</summary>
    UnclosedBacktick,

    /// <summary>The <c>}</c> of <c>${…}</c> is missing.</summary>
    UnclosedParameter,

    /// <summary><c>${…}</c> names no variable.</summary>
    MissingParameterName,

    /// <summary>The script nests deeper than it is read.</summary>
    TooDeep,
}

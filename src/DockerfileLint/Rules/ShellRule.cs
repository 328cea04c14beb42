using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules;

/// <summary>
/// A rule over the scripts of a Dockerfile: RUN, CMD, ENTRYPOINT and HEALTHCHECK in shell form, triggers of ONBUILD,
/// and the scripts that commands run in turn (<c>sh -c '…'</c>). Override the <c>Visit…</c> methods for the nodes it
/// judges. Nodes come in text order, parents first.
/// </summary>
[Experimental(ExperimentalApi.Id)]
public abstract class ShellRule : Rule
{
    /// <summary>
    /// The nodes whose <c>Visit…</c> method the rule overrides; others are never dispatched to it. Generated for the
    /// rules of this library.
    /// </summary>
    public virtual ShellElements Elements => ShellElements.All;

    /// <summary>
    /// Visits each script, before its nodes; also one that a shell would refuse, whose nodes are not visited.
    /// </summary>
    public virtual void VisitScript(ShellScriptSyntax script, ShellRuleContext context) { }

    /// <summary>Visits each statement.</summary>
    public virtual void VisitList(ShellListSyntax node, ShellRuleContext context) { }

    /// <summary>Visits each pipeline, those of one command included.</summary>
    public virtual void VisitPipeline(ShellPipelineSyntax node, ShellRuleContext context) { }

    /// <summary>Visits each simple command, those in substitutions included.</summary>
    public virtual void VisitSimpleCommand(ShellSimpleCommandSyntax node, ShellRuleContext context) { }

    /// <summary>Visits each <c>( … )</c>.</summary>
    public virtual void VisitSubshell(ShellSubshellSyntax node, ShellRuleContext context) { }

    /// <summary>Visits each <c>{ …; }</c>.</summary>
    public virtual void VisitGroup(ShellGroupSyntax node, ShellRuleContext context) { }

    /// <summary>Visits each <c>if</c>.</summary>
    public virtual void VisitIf(ShellIfSyntax node, ShellRuleContext context) { }

    /// <summary>Visits each <c>while</c> and <c>until</c>.</summary>
    public virtual void VisitWhile(ShellWhileSyntax node, ShellRuleContext context) { }

    /// <summary>Visits each <c>for</c> and <c>select</c>.</summary>
    public virtual void VisitFor(ShellForSyntax node, ShellRuleContext context) { }

    /// <summary>Visits each <c>case</c>.</summary>
    public virtual void VisitCase(ShellCaseSyntax node, ShellRuleContext context) { }

    /// <summary>Visits each definition of a function.</summary>
    public virtual void VisitFunction(ShellFunctionSyntax node, ShellRuleContext context) { }

    /// <summary>Visits each <c>[[ … ]]</c>.</summary>
    public virtual void VisitTest(ShellTestSyntax node, ShellRuleContext context) { }

    /// <summary>Visits each command <c>(( … ))</c>.</summary>
    public virtual void VisitArithmetic(ShellArithmeticSyntax node, ShellRuleContext context) { }

    /// <summary>Visits each assignment in front of a command.</summary>
    public virtual void VisitAssignment(ShellAssignmentSyntax node, ShellRuleContext context) { }

    /// <summary>Visits each redirection.</summary>
    public virtual void VisitRedirection(ShellRedirectionSyntax node, ShellRuleContext context) { }

    /// <summary>Visits each word, the lines of here-documents included.</summary>
    public virtual void VisitWord(ShellWordSyntax node, ShellRuleContext context) { }

    /// <summary>Visits each text of a word that has quotes, escapes or expansions.</summary>
    public virtual void VisitLiteral(ShellLiteralSyntax node, ShellRuleContext context) { }

    /// <summary>Visits each <c>'…'</c> and <c>$'…'</c>.</summary>
    public virtual void VisitSingleQuoted(ShellSingleQuotedSyntax node, ShellRuleContext context) { }

    /// <summary>Visits each <c>"…"</c>.</summary>
    public virtual void VisitDoubleQuoted(ShellDoubleQuotedSyntax node, ShellRuleContext context) { }

    /// <summary>Visits each <c>$name</c> and <c>${name}</c>.</summary>
    public virtual void VisitParameter(ShellParameterSyntax node, ShellRuleContext context) { }

    /// <summary>Visits each <c>$(…)</c> and <c>`…`</c>.</summary>
    public virtual void VisitCommandSubstitution(ShellCommandSubstitutionSyntax node, ShellRuleContext context) { }

    /// <summary>Visits each <c>&lt;(…)</c> and <c>&gt;(…)</c>.</summary>
    public virtual void VisitProcessSubstitution(ShellProcessSubstitutionSyntax node, ShellRuleContext context) { }

    /// <summary>Visits each <c>$((…))</c> and the parentheses of <c>((…))</c>.</summary>
    public virtual void VisitArithmeticExpansion(ShellArithmeticExpansionSyntax node, ShellRuleContext context) { }
}

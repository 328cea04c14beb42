using System.Diagnostics.CodeAnalysis;

namespace DockerfileLint.Syntax;

/// <summary>What a token or a node is. The kind of a node is called as its class is, without <c>Syntax</c>.</summary>
[Experimental(ExperimentalApi.Id)]
public enum SyntaxKind : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    // Tokens of several languages
    /// <summary>Blanks inside or between lines.</summary>
    Whitespace,

    /// <summary>A line end: LF, CR LF or, where the language knows it, a lone CR.</summary>
    NewLine,

    /// <summary>A comment from its <c>#</c> to before the line end.</summary>
    Comment,

    /// <summary>Text that the parser could not place.</summary>
    SkippedText,

    // Tokens of a Dockerfile
    /// <summary>A parser directive: a comment such as <c># syntax=…</c> in the header.</summary>
    ParserDirective,

    /// <summary>The name of an instruction.</summary>
    Keyword,

    /// <summary>A flag such as <c>--from=build</c>; the node over it has the same kind.</summary>
    Flag,

    /// <summary>An argument, or a part of one.</summary>
    Argument,

    /// <summary>The escape character at the end of a continued line, with the blanks after it.</summary>
    Continuation,

    /// <summary>The lines of a here-document.</summary>
    HeredocBody,

    /// <summary>The line that ends a here-document.</summary>
    HeredocTerminator,

    // Tokens of YAML
    /// <summary>A plain, quoted or block scalar.</summary>
    Scalar,

    /// <summary>An indicator such as <c>:</c>, <c>-</c>, <c>[</c>, <c>---</c>.</summary>
    Indicator,

    /// <summary>An anchor <c>&amp;name</c>.</summary>
    Anchor,

    /// <summary>An alias <c>*name</c>.</summary>
    Alias,

    /// <summary>A tag <c>!name</c>.</summary>
    Tag,

    /// <summary>A directive <c>%YAML</c>.</summary>
    YamlDirective,

    // Nodes of a Dockerfile
    /// <summary>The root of a Dockerfile.</summary>
    Dockerfile,

    /// <summary>A parser directive.</summary>
    Directive,

    /// <summary>An argument of an instruction, or the value of a flag.</summary>
    Word,

    /// <summary>A pair of ENV, LABEL or ARG.</summary>
    KeyValue,

    /// <summary>The command of an instruction.</summary>
    Command,

    /// <summary>A here-document of an instruction.</summary>
    Heredoc,

    /// <summary>ADD.</summary>
    AddInstruction,

    /// <summary>ARG.</summary>
    ArgInstruction,

    /// <summary>CMD.</summary>
    CmdInstruction,

    /// <summary>COPY.</summary>
    CopyInstruction,

    /// <summary>ENTRYPOINT.</summary>
    EntrypointInstruction,

    /// <summary>ENV.</summary>
    EnvInstruction,

    /// <summary>EXPOSE.</summary>
    ExposeInstruction,

    /// <summary>FROM.</summary>
    FromInstruction,

    /// <summary>HEALTHCHECK.</summary>
    HealthcheckInstruction,

    /// <summary>LABEL.</summary>
    LabelInstruction,

    /// <summary>MAINTAINER.</summary>
    MaintainerInstruction,

    /// <summary>ONBUILD.</summary>
    OnbuildInstruction,

    /// <summary>RUN.</summary>
    RunInstruction,

    /// <summary>SHELL.</summary>
    ShellInstruction,

    /// <summary>STOPSIGNAL.</summary>
    StopsignalInstruction,

    /// <summary>An instruction that nobody knows.</summary>
    UnknownInstruction,

    /// <summary>USER.</summary>
    UserInstruction,

    /// <summary>VOLUME.</summary>
    VolumeInstruction,

    /// <summary>WORKDIR.</summary>
    WorkdirInstruction,

    // Nodes of a script
    /// <summary>A whole script.</summary>
    ShellScript,

    /// <summary>A statement: pipelines joined by <c>&amp;&amp;</c> and <c>||</c>.</summary>
    ShellList,

    /// <summary>One command, or several that feed each other.</summary>
    ShellPipeline,

    /// <summary>A command name with its arguments.</summary>
    ShellSimpleCommand,

    /// <summary><c>( … )</c></summary>
    ShellSubshell,

    /// <summary><c>{ …; }</c></summary>
    ShellGroup,

    /// <summary><c>if … fi</c></summary>
    ShellIf,

    /// <summary><c>if</c> or <c>elif</c> with what it guards.</summary>
    ShellIfClause,

    /// <summary><c>while</c> or <c>until</c>.</summary>
    ShellWhile,

    /// <summary><c>for</c> or <c>select</c>.</summary>
    ShellFor,

    /// <summary><c>case … esac</c></summary>
    ShellCase,

    /// <summary>One alternative of a <c>case</c>.</summary>
    ShellCaseItem,

    /// <summary>A function definition.</summary>
    ShellFunction,

    /// <summary><c>[[ … ]]</c></summary>
    ShellTest,

    /// <summary>The command <c>(( … ))</c>.</summary>
    ShellArithmetic,

    /// <summary>An assignment in front of a command.</summary>
    ShellAssignment,

    /// <summary>A redirection.</summary>
    ShellRedirection,

    /// <summary>A word, or the lines of a here-document.</summary>
    ShellWord,

    /// <summary>Text of a word outside single quotes.</summary>
    ShellLiteral,

    /// <summary><c>'…'</c> or <c>$'…'</c></summary>
    ShellSingleQuoted,

    /// <summary><c>"…"</c> or <c>$"…"</c></summary>
    ShellDoubleQuoted,

    /// <summary><c>$name</c>, <c>${name}</c> and its kin.</summary>
    ShellParameter,

    /// <summary><c>$(…)</c> or <c>`…`</c></summary>
    ShellCommandSubstitution,

    /// <summary><c>&lt;(…)</c> or <c>&gt;(…)</c></summary>
    ShellProcessSubstitution,

    /// <summary><c>$((…))</c></summary>
    ShellArithmeticExpansion,

    // Nodes of YAML
    /// <summary>The root of a YAML file.</summary>
    YamlStream,

    /// <summary>One document of a stream.</summary>
    YamlDocument,

    /// <summary>A mapping.</summary>
    YamlMapping,

    /// <summary>A key and its value.</summary>
    YamlPair,

    /// <summary>A sequence.</summary>
    YamlSequence,

    /// <summary>A scalar.</summary>
    YamlScalar,

    /// <summary>An alias.</summary>
    YamlAlias,
}

using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Commands;

/// <summary>An option of a command with its value.</summary>
/// <param name="Name">
/// The option as the tool documents it, dashes included: <c>-y</c>, also where it is written in a group as <c>-qy</c>;
/// <c>--target</c>.
/// </param>
/// <param name="Value">
/// The value, whether it is attached or a word of its own; <c>null</c> where the option has none.
/// </param>
/// <param name="Span">The option without a value that is a word of its own.</param>
/// <param name="ValueSpan">The value; empty where there is none.</param>
/// <param name="IsValueStatic">Whether nothing in the value is expanded by the shell.</param>
[Experimental(ExperimentalApi.Id)]
public sealed record CommandOption(string Name, string? Value, TextSpan Span, TextSpan ValueSpan, bool IsValueStatic);

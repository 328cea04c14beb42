using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Commands;

/// <summary>The mode that a command gives to files.</summary>
/// <param name="Text">The mode as it is written.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="Mode">What it gives.</param>
internal readonly record struct ModeArgument(string Text, TextSpan Span, PermissionMode Mode)
{
    /// <summary>
    /// The mode of chmod, <c>install -m</c> or <c>mkdir -m</c>, or <c>null</c> where there is none or it is not known.
    /// </summary>
    internal static ModeArgument? Find(string program, ParsedCommandLine line)
    {
        switch (program)
        {
            case "chmod" when line.Operands.Length > 1 && line.Operands[0] is { IsStatic: true } mode:
                return new ModeArgument(mode.Text, mode.Span, PermissionMode.Parse(mode.Text));
            case "install"
            or "mkdir" when line.FindOption("-m", "--mode") is { Value: { } value, IsValueStatic: true } option:
                return new ModeArgument(value, option.ValueSpan, PermissionMode.Parse(value));
            default:
                return null;
        }
    }
}

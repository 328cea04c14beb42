using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>Which shell has which feature.</summary>
internal static class ShellSupport
{
    /// <summary>Whether a shell has a feature as it is used.</summary>
    /// <param name="kind">The shell; <see cref="ShellKind.Sh"/> where nobody knows which one that is.</param>
    /// <param name="use">The use.</param>
    /// <param name="isStandard">
    /// Whether <c>sh</c> is taken for the POSIX shell alone, and dash and ash for that with few additions, as
    /// ShellCheck has it. Otherwise the question is what really works: <c>sh</c> is dash, and ash is that of BusyBox.
    /// </param>
    internal static bool Has(ShellKind kind, in ShellFeatureUse use, bool isStandard) =>
        kind switch
        {
            ShellKind.Sh when isStandard => use.Feature == ShellFeature.EchoOptionBesidesN,
            ShellKind.Dash or ShellKind.Ash when isStandard => IsInDashOfShellCheck(use),
            ShellKind.Sh
            or ShellKind.Dash when use.Feature is ShellFeature.EchoOption or ShellFeature.EchoOptionBesidesN =>
            // One rule speaks of sh, the other of dash.
            (
                kind == ShellKind.Sh
            ) != (use.Feature == ShellFeature.EchoOption)
                || use.Name is "-n" or ShellFeatureFinder.Program,
            ShellKind.Sh or ShellKind.Dash => IsInDash(use),
            ShellKind.Ash => IsInBusyBox(use),
            _ => true,
        };

    /// <summary>Whether ShellCheck lets it pass in a script for dash; which version of dash does not matter to it.
    /// </summary>
    private static bool IsInDashOfShellCheck(in ShellFeatureUse use) =>
        use.Feature switch
        {
            ShellFeature.OrderOfStrings
            or ShellFeature.FileComparison
            or ShellFeature.StickyTest
            or ShellFeature.GroupTest
            or ShellFeature.OwnerTest
            or ShellFeature.EchoOption
            or ShellFeature.SetOption
            or ShellFeature.SetFlag
            or ShellFeature.SetLongFlag
            or ShellFeature.Local
            or ShellFeature.SignalCase => true,
            ShellFeature.Variable => use.Name == "_",
            ShellFeature.BuiltinOption => use.Name is "read -p" || IsOf(use, "ulimit"),
            _ => false,
        };

    /// <summary>What dash 0.5.12 does.</summary>
    private static bool IsInDash(in ShellFeatureUse use) =>
        use.Feature switch
        {
            ShellFeature.OrderOfStrings
            or ShellFeature.FileComparison
            or ShellFeature.StickyTest
            or ShellFeature.GroupTest
            or ShellFeature.OwnerTest
            or ShellFeature.Local
            or ShellFeature.SignalCase
            or ShellFeature.TrimmedArguments => true,
            ShellFeature.Variable => use.Name == "_",
            ShellFeature.SetFlag => use.Name is "-E" or "-V" or "-I",
            ShellFeature.SetOption => use.Name is "vi" or "emacs" or "ignoreeof" or "stdin" or "interactive" or "debug",
            ShellFeature.BuiltinOption => use.Name
                is "read -p"
                    or "ulimit -a"
                    or "ulimit -H"
                    or "ulimit -S"
                    or "ulimit -t"
                    or "ulimit -d"
                    or "ulimit -s"
                    or "ulimit -c"
                    or "ulimit -m"
                    or "ulimit -l"
                    or "ulimit -p"
                    or "ulimit -n"
                    or "ulimit -v"
                    or "ulimit -w"
                    or "ulimit -r"
                    or "hash -v",
            _ => false,
        };

    /// <summary>What the ash of BusyBox does with the settings of Alpine.</summary>
    private static bool IsInBusyBox(in ShellFeatureUse use) =>
        use.Feature switch
        {
            ShellFeature.ExtendedPattern
            or ShellFeature.TranslatedQuote
            or ShellFeature.ArithmeticFor
            or ShellFeature.ArithmeticCommand
            or ShellFeature.BracketArithmetic
            or ShellFeature.Select
            or ShellFeature.BraceExpansion
            or ShellFeature.HereString
            or ShellFeature.VariableTest
            or ShellFeature.UnaryA
            or ShellFeature.OptionTest
            or ShellFeature.ReferenceTest
            or ShellFeature.NamedDescriptor
            or ShellFeature.AppendAssignment
            or ShellFeature.NetworkFile
            or ShellFeature.PipeBoth
            or ShellFeature.Array
            or ShellFeature.Coprocess
            or ShellFeature.SetLongFlag
            or ShellFeature.Builtin
            or ShellFeature.TrapCondition
            or ShellFeature.PrintfQuote
            or ShellFeature.Indirection
            or ShellFeature.ArrayElement
            or ShellFeature.ArrayKeys
            or ShellFeature.NamePrefix
            or ShellFeature.CaseModification => false,
            ShellFeature.Variable => use.Name
                is "_"
                    or "RANDOM"
                    or "HOSTNAME"
                    or "SHLVL"
                    or "EPOCHSECONDS"
                    or "EPOCHREALTIME",
            ShellFeature.SetOption => use.Name is "pipefail" or "vi" or "ignoreeof",
            ShellFeature.SetFlag => false,
            ShellFeature.BuiltinOption => !IsOf(use, "export")
                && !IsOf(use, "readonly")
                && !IsOf(use, "type")
                && !IsOf(use, "hash")
                && use.Name is not ("read -a" or "read -e" or "read -N" or "read -i" or "printf -v" or "unset -n"),
            _ => true,
        };

    private static bool IsOf(in ShellFeatureUse use, string command) =>
        use.Name.Length > command.Length
        && use.Name[command.Length] == ' '
        && use.Name.StartsWith(command, StringComparison.Ordinal);
}

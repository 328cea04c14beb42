using System.CommandLine;
using System.Globalization;
using System.Text;

namespace DockerfileLint.CommandLine.Commands;

/// <summary>The command <c>completion</c>: a script that teaches a shell the commands and options.</summary>
internal sealed class CompletionCommand : Command
{
    private const string FishStart = "complete -c dockerfile-lint";

    internal CompletionCommand(RootCommand root, CommandLineEnvironment environment)
        : base("completion", "Writes a script that completes commands and options in a shell.")
    {
        var shell = new Argument<string>("SHELL")
        {
            Description =
                "bash, zsh, fish or pwsh. Put into its profile, for bash: "
                + "eval \"$(dockerfile-lint completion bash)\"",
        };
        shell.AcceptOnlyFromAmong("bash", "zsh", "fish", "pwsh");
        Arguments.Add(shell);
        SetAction(result =>
        {
            Command[] commands = [.. root.Subcommands];
            using StreamWriter writer = CommandLineEnvironment.CreateWriter(environment.StandardOutput);
            writer.Write(
                result.GetRequiredValue(shell) switch
                {
                    "bash" => GetBash(commands),
                    "zsh" => "autoload -Uz compinit bashcompinit && compinit && bashcompinit\n" + GetBash(commands),
                    "fish" => GetFish(commands),
                    _ => GetPowerShell(commands),
                }
            );
            return ExitCodes.Clean;
        });
    }

    private static string Join(IEnumerable<Symbol> symbols) => string.Join(' ', symbols.Select(symbol => symbol.Name));

    private static string GetBash(Command[] commands)
    {
        var script = new StringBuilder();
        script.Append(
            CultureInfo.InvariantCulture,
            $$"""
            _dockerfile_lint() {
              local current="${COMP_WORDS[COMP_CWORD]}" command=lint words="{{Join(commands)}}" options=""
              if [ "$COMP_CWORD" -gt 1 ]; then
                case " $words " in *" ${COMP_WORDS[1]} "*) command="${COMP_WORDS[1]}" ;; esac
                words=""
              fi
              case "$command" in

            """
        );
        foreach (Command command in commands)
        {
            script.Append(CultureInfo.InvariantCulture, $"    {command.Name}) options=\"{Join(command.Options)}\"");
            script.Append(command.Subcommands.Count > 0 ? $"; words=\"{Join(command.Subcommands)}\" ;;\n" : " ;;\n");
        }

        return script
            .Append(
                """
                  esac
                  case "$current" in
                    -*) COMPREPLY=($(compgen -W "$options --help" -- "$current")) ;;
                    *) COMPREPLY=($(compgen -W "$words" -- "$current") $(compgen -f -- "$current")) ;;
                  esac
                }
                complete -o filenames -F _dockerfile_lint dockerfile-lint

                """
            )
            .ToString();
    }

    private static string GetFish(Command[] commands)
    {
        var script = new StringBuilder();
        foreach (Command command in commands)
        {
            script.Append(
                CultureInfo.InvariantCulture,
                $"{FishStart} -n __fish_use_subcommand -a {command.Name} -d {Quote(command.Description)}\n"
            );
            string condition = $"'__fish_seen_subcommand_from {command.Name}'";
            foreach (Command inner in command.Subcommands)
            {
                script.Append(
                    CultureInfo.InvariantCulture,
                    $"{FishStart} -n {condition} -a {inner.Name} -d {Quote(inner.Description)}\n"
                );
            }

            foreach (
                Option option in command.Options.Where(option => option.Name.StartsWith("--", StringComparison.Ordinal))
            )
            {
                string words = string.Join(' ', GetChoices(option));
                string values = words.Length == 0 ? "" : $" -x -a {Quote(words)}";
                script.Append(
                    CultureInfo.InvariantCulture,
                    $"{FishStart} -n {condition} -l {option.Name[2..]}{values} -d {Quote(option.Description)}\n"
                );
            }
        }

        return script.ToString();
    }

    private static IEnumerable<string> GetChoices(Option option) =>
        option.HelpName?.Contains('|', StringComparison.Ordinal) == true ? option.HelpName.Split('|') : [];

    private static string Quote(string? text) =>
        "'"
        + (text ?? "").Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)
        + "'";

    private static string GetPowerShell(Command[] commands)
    {
        var script = new StringBuilder();
        script.Append(
            """
            Register-ArgumentCompleter -Native -CommandName dockerfile-lint -ScriptBlock {
                param($word, $line, $position)
                $words = @{

            """
        );
        foreach (Command command in commands)
        {
            string words = string.Join(
                ", ",
                command.Options.Concat<Symbol>(command.Subcommands).Select(symbol => $"'{symbol.Name}'")
            );
            script.Append(CultureInfo.InvariantCulture, $"        '{command.Name}' = @({words})\n");
        }

        return script
            .Append(
                """
                    }
                    $second = if ($line.CommandElements.Count -gt 1) { "$($line.CommandElements[1])" } else { '' }
                    $known = @($words.Keys) + $words['lint']
                    if ($words.ContainsKey($second)) { $known = $words[$second] }
                    $known | Where-Object { $_ -like "$word*" } | Sort-Object | ForEach-Object {
                        [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
                    }
                }

                """
            )
            .ToString();
    }
}

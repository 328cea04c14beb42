using DockerfileLint.Semantics.Commands;

namespace DockerfileLint.Semantics;

/// <summary>Options and settings of commands whose value is a password, a token or a key.</summary>
internal static class CredentialOptions
{
    private static readonly OptionTable Options = new([
        .. ForEach(["docker", "podman", "buildah", "skopeo", "crane", "nerdctl"], "--password", 'p', "login"),
        new("helm", "--password", Subcommand: "registry", Value: OptionValue.Any),
        new("helm", "--password", Subcommand: "repo", Value: OptionValue.Any),
        // Trivy's DS-0031 names the four clouds.
        new("aws", "", Subcommand: "configure", Key: "aws_access_key_id", Value: OptionValue.Any),
        new("aws", "", Subcommand: "configure", Key: "aws_secret_access_key", Value: OptionValue.Any),
        new("aws", "", Subcommand: "configure", Key: "aws_session_token", Value: OptionValue.Any),
        .. ForEach(["az"], "--password", 'p', "login"),
        .. ForEach(["az"], "--federated-token", '\0', "login"),
        .. ForEach(["doctl"], "--access-token", 't', "auth"),
        .. ForEach(["npm", "pnpm", "yarn"], "", '\0', "config", "_authToken"),
        .. ForEach(["npm", "pnpm", "yarn"], "", '\0', "config", "_auth"),
        .. ForEach(["npm", "pnpm", "yarn"], "", '\0', "config", "_password"),
        .. ForEach(["npm", "pnpm"], "", '\0', "set", "_authToken"),
        .. ForEach(["yarn"], "", '\0', "config", "npmAuthToken"),
        .. ForEach(["twine"], "--password", 'p', "upload"),
        .. ForEach(["dotnet"], "--password", 'p', "nuget"),
        .. ForEach(["nuget"], "-Password"),
        .. ForEach(["wget"], "--password"),
        .. ForEach(["wget"], "--http-password"),
        .. ForEach(["wget"], "--ftp-password"),
        .. ForEach(["svn"], "--password"),
        .. ForEach(["sshpass"], "-p"),
    ]);

    private static readonly HashSet<string> Fillers = new(StringComparer.OrdinalIgnoreCase)
    {
        "password",
        "changeme",
        "xxx",
        "dummy",
        "example",
        "secret",
        "token",
        "anonymous",
    };

    /// <summary>The option that carries a literal credential, or <c>null</c>.</summary>
    /// <param name="program">The command's name without a path.</param>
    /// <param name="line">Its arguments.</param>
    internal static OptionMatch? Find(string program, ParsedCommandLine line)
    {
        OptionMatch? match = program == "curl" ? FindCurlUser(line) : Options.Find(program, line);
        return
            match is { IsValueStatic: true, Value: { } value }
            && !Fillers.Contains(value)
            && !value.StartsWith("<", StringComparison.Ordinal)
            ? match
            : null;
    }

    /// <summary><c>curl -u user:password</c>; without a password curl asks for one.</summary>
    private static OptionMatch? FindCurlUser(ParsedCommandLine line)
    {
        if (line.FindOption("-u", "--user", "--proxy-user", "-U") is not { Value: { } value } option)
        {
            return null;
        }

        string password = value.Substring(value.IndexOf(':') + 1);
        bool isLiteral = option.IsValueStatic || password.IndexOf("${", StringComparison.Ordinal) < 0;
        bool isLocal = line.Operands.Any(operand => WebAddress.IsLoopback(operand.Text));
        return password.Length == value.Length || password.Length == 0 || isLocal
            ? null
            : new OptionMatch(new OptionTableRow("curl", option.Name), option.Span, password, isLiteral);
    }

    private static IEnumerable<OptionTableRow> ForEach(
        string[] commands,
        string option,
        char shortOption = '\0',
        string subcommand = "",
        string key = ""
    ) => commands.Select(command => new OptionTableRow(command, option, shortOption, subcommand, key, OptionValue.Any));
}

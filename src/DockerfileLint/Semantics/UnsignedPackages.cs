using DockerfileLint.Semantics.Commands;
using DockerfileLint.Text;

namespace DockerfileLint.Semantics;

/// <summary>
/// What makes a package manager take packages whose signature is missing or wrong: options of commands, settings in
/// files.
/// </summary>
internal static class UnsignedPackages
{
    private static readonly OptionTable Options = new([
        new("apk", "--allow-untrusted"),
        // https://manpages.debian.org/bookworm/apt/apt-get.8.en.html
        .. ForEach(["apt-get", "apt"], "--allow-unauthenticated"),
        .. ForEach(["apt-get", "apt"], "--allow-insecure-repositories"),
        .. ForEach(["apt-get", "apt"], "--force-yes"),
        .. ForEach(["apt-get", "apt"], "--option", 'o', key: "APT::Get::AllowUnauthenticated", value: OptionValue.On),
        .. ForEach(
            ["apt-get", "apt"],
            "--option",
            'o',
            key: "Acquire::AllowInsecureRepositories",
            value: OptionValue.On
        ),
        new("aptitude", "--allow-untrusted"),
        new("debootstrap", "--no-check-gpg"),
        new("dpkg", "--force-bad-verify"),
        // https://dnf.readthedocs.io/en/latest/command_ref.html,
        // https://dnf5.readthedocs.io/en/latest/changes_from_dnf4.7.html
        .. ForEach(["yum", "dnf", "dnf5", "microdnf", "tdnf"], "--nogpgcheck"),
        .. ForEach(["dnf", "dnf5"], "--no-gpgchecks"),
        .. ForEach(
            ["yum", "dnf", "dnf5", "microdnf", "tdnf", "yum-config-manager", "dnf-config-manager"],
            "--setopt",
            key: "gpgcheck",
            value: OptionValue.Off
        ),
        // https://rpm.org/docs/latest/man/rpm.8
        .. ForEach(["rpm"], "--nodigest"),
        .. ForEach(["rpm"], "--nosignature"),
        .. ForEach(["rpm"], "--noverify"),
        .. ForEach(["rpm"], "--nofiledigest"),
        // https://en.opensuse.org/SDB:Zypper_manual
        new("zypper", "--no-gpg-checks"),
        new("zypper", "--no-gpgcheck"),
        new("zypper", "--allow-unsigned-rpm"),
        new("flatpak", "--no-gpg-verify"),
    ]);

    /// <summary>Subcommands that fetch no package, so that no signature matters.</summary>
    private static readonly HashSet<string> Removals = new(StringComparer.Ordinal)
    {
        "remove",
        "purge",
        "autoremove",
        "auto-remove",
        "autopurge",
        "autoclean",
        "clean",
        "erase",
        "del",
        "rm",
    };

    /// <summary>Settings in the files of yum, dnf and apt.</summary>
    private static readonly SettingText[] Settings =
    [
        new("gpgcheck", OptionValue.Off),
        new("APT::Get::AllowUnauthenticated", OptionValue.On),
        new("Acquire::AllowInsecureRepositories", OptionValue.On),
    ];

    /// <summary>The first option of a command that lets unsigned packages in, or <c>null</c>.</summary>
    /// <param name="program">The command's name without a path.</param>
    /// <param name="line">Its arguments.</param>
    internal static OptionMatch? FindOption(string program, ParsedCommandLine line) =>
        Removals.Contains(line.Subcommand ?? "") || (program == "rpm" && line.HasOption("-e", "--erase"))
            ? null
            : Options.Find(program, line);

    /// <summary>
    /// Where the text of a file of settings or of package sources lets unsigned packages in, or <c>null</c>.
    /// </summary>
    internal static TextSpan? FindSetting(ReadOnlySpan<char> text) =>
        FindTrustedSource(text) ?? SettingText.FindAny(Settings, text);

    /// <summary><c>deb [trusted=yes] …</c>, https://manpages.debian.org/bookworm/apt/sources.list.5.en.html.</summary>
    private static TextSpan? FindTrustedSource(ReadOnlySpan<char> text)
    {
        const string Option = "trusted=yes";
        int start = AsciiText.IndexOfIgnoreCase(text, Option);
        if (start < 0)
        {
            return null;
        }

        int open = text.Slice(0, start).LastIndexOf('[');
        return
            open >= 0
            && text.Slice(open, start - open).IndexOf(']') < 0
            && text.Slice(0, open).TrimEnd().EndsWith("deb".AsSpan(), StringComparison.Ordinal)
            ? new TextSpan(start, Option.Length)
            : null;
    }

    private static IEnumerable<OptionTableRow> ForEach(
        string[] commands,
        string option,
        char shortOption = '\0',
        string key = "",
        OptionValue value = OptionValue.None
    ) => commands.Select(command => new OptionTableRow(command, option, shortOption, Key: key, Value: value));
}

using DockerfileLint.Diagnostics;
using Microsoft.CodeAnalysis;

namespace DockerfileLint.Analyzers;

/// <summary>Reads arguments of <c>docker run</c>; one that is not known is skipped.</summary>
internal sealed class RuntimeArguments(ContainerSettings settings, ConstantValues values)
{
    private readonly ContainerSettings _settings = settings;
    private readonly ConstantValues _values = values;

    internal void Judge(IEnumerable<IOperation> arguments)
    {
        (IOperation Place, string? Text)[] written =
        [
            .. arguments.Select(argument => (argument, _values.GetText(argument))),
        ];
        bool usesHostPid = UsesHost(written, "--pid");
        bool usesHostNetwork = UsesHost(written, "--net") || UsesHost(written, "--network");
        for (int i = 0; i < written.Length; i++)
        {
            (IOperation place, string? text) = written[i];
            if (text is null || !text.StartsWith("-", StringComparison.Ordinal))
            {
                continue;
            }

            int equals = text.IndexOf('=');
            if (equals > 0)
            {
                Judge(place, text.Substring(0, equals), text.Substring(equals + 1), usesHostPid, usesHostNetwork);
            }
            else if (text == "--privileged")
            {
                _settings.JudgePrivileged(place);
            }
            else if (i + 1 < written.Length && written[i + 1] is { Text: { } value } next)
            {
                Judge(next.Place, text, value, usesHostPid, usesHostNetwork);
            }
        }
    }

    private static bool UsesHost((IOperation Place, string? Text)[] arguments, string option)
    {
        for (int i = 0; i < arguments.Length; i++)
        {
            if (
                arguments[i].Text == option + "=host"
                || (arguments[i].Text == option && i + 1 < arguments.Length && arguments[i + 1].Text == "host")
            )
            {
                return true;
            }
        }

        return false;
    }

    private void Judge(IOperation place, string option, string value, bool usesHostPid, bool usesHostNetwork)
    {
        switch (option)
        {
            case "--privileged" when value is "true" or "1" or "t" or "T" or "TRUE" or "True":
                _settings.JudgePrivileged(place);
                break;
            case "--pid":
                _settings.JudgeNamespace(place, RuleDescriptors.HostPidNamespace, value);
                break;
            case "--ipc":
                _settings.JudgeNamespace(place, RuleDescriptors.HostIpcNamespace, value);
                break;
            case "--net" or "--network":
                _settings.JudgeNamespace(place, RuleDescriptors.HostNetwork, value);
                break;
            case "--uts":
                _settings.JudgeNamespace(place, RuleDescriptors.HostUtsNamespace, value);
                break;
            case "--userns":
                _settings.JudgeNamespace(place, RuleDescriptors.HostUserNamespace, value);
                break;
            case "--cgroupns":
                _settings.JudgeNamespace(place, RuleDescriptors.HostCgroupNamespace, value);
                break;
            case "-v" or "--volume":
                _settings.JudgeVolume(place, value);
                break;
            case "--mount":
                JudgeMount(place, value);
                break;
            case "--cap-add":
                _settings.JudgeCapability(place, value, usesHostPid, usesHostNetwork);
                break;
            case "--security-opt":
                _settings.JudgeSecurityOption(place, value);
                break;
            case "--device":
                _settings.JudgeDevice(place, value);
                break;
            case "-u" or "--user":
                _settings.JudgeUser(place, value);
                break;
            case "-p" or "--publish":
                _settings.JudgePort(place, value);
                break;
            case "-e" or "--env":
                _settings.JudgeVariable(place, value);
                break;
        }
    }

    /// <summary><c>type=bind,source=/etc,target=/host,readonly</c>.</summary>
    private void JudgeMount(IOperation place, string written)
    {
        string? source = null;
        bool isBind = false;
        bool isReadOnly = false;
        foreach (string field in written.Split(','))
        {
            int equals = field.IndexOf('=');
            string value = equals < 0 ? "true" : field.Substring(equals + 1);
            switch (equals < 0 ? field : field.Substring(0, equals))
            {
                case "type":
                    isBind = value is "bind" or "npipe";
                    break;
                case "source" or "src":
                    source = value;
                    break;
                case "readonly" or "ro":
                    isReadOnly = value is "true" or "1";
                    break;
            }
        }

        if (isBind && source is not null)
        {
            _settings.JudgeBindMount(place, source, isReadOnly);
        }
    }
}

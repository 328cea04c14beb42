using System.Globalization;
using DockerfileLint.Diagnostics;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Syntax.Values;
using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Dockerfiles;

/// <summary>
/// Reads one <c>--mount</c> as the reference builder does: field by field, since what is allowed depends on the type
/// seen so far.
/// </summary>
internal sealed class MountChecker(Stage stage, WordSyntax mount, Action<TextSpan, DiagnosticMessage> report)
{
    private static readonly string[] Types = ["bind", "cache", "tmpfs", "secret", "ssh"];
    private static readonly string[] SharingModes = ["shared", "private", "locked"];
    private static readonly string[] Keys =
    [
        "type",
        "from",
        "source",
        "src",
        "target",
        "dst",
        "destination",
        "readonly",
        "ro",
        "readwrite",
        "rw",
        "id",
        "sharing",
        "required",
        "size",
        "mode",
        "uid",
        "gid",
        "env",
    ];

    private readonly Dictionary<string, ListField> _seen = new(StringComparer.Ordinal);
    private HashSet<string>? _fieldsWithoutValue;
    private string? _type = "bind";
    private string? _target = "";

    /// <summary>The field that names a stage or an image, or <c>null</c>.</summary>
    internal ListField? From => _seen.TryGetValue("from", out ListField? source) ? source : null;

    internal void Check()
    {
        if (FieldListGrammar.TryParse(mount.Text) is not { } fields)
        {
            return;
        }

        foreach (ListField field in fields)
        {
            if (field.Value is null)
            {
                CheckBare(field);
            }
            else
            {
                CheckField(field);
            }
        }

        CheckWhole();
    }

    /// <summary>Where a field stands in the source.</summary>
    internal TextSpan GetSpan(ListField field) => mount.GetSpan(field.Start, field.Length);

    private TextSpan GetValueSpan(ListField field) =>
        mount.GetSpan(field.ValueStart, field.Start + field.Length - field.ValueStart);

    private void CheckBare(ListField field)
    {
        if (field.Key is "readonly" or "ro" or "readwrite" or "rw")
        {
            return;
        }

        if (field.Key == "required")
        {
            CheckRequiredType(field);
        }
        else if ((_fieldsWithoutValue ??= new HashSet<string>(StringComparer.Ordinal)).Add(field.Text))
        {
            report(GetSpan(field), InvalidBuildGraphMessages.MountField(field.Text));
        }
    }

    private void CheckField(ListField field)
    {
        if (Array.IndexOf(Keys, field.Key) < 0)
        {
            report(
                GetSpan(field),
                SpellChecker.GetSuggestion(field.Key.AsSpan(), Keys) is { } suggestion
                    ? InvalidBuildGraphMessages.SimilarMountKey(field.Key, suggestion)
                    : InvalidBuildGraphMessages.MountKey(field.Key)
            );
            return;
        }

        _seen[
            field.Key switch
            {
                "src" => "source",
                "dst" or "destination" => "target",
                _ => field.Key,
            }
        ] = field;
        string? value =
            field.Key == "from"
                ? field.Value
                : stage.Variables.Expand(field.Value!, mount.Span.Start).At(mount).ValueOr(null);
        switch (field.Key)
        {
            case "type":
                _type = value?.ToLowerInvariant();
                CheckChoice(field, _type, Types);
                break;
            case "sharing":
                CheckChoice(field, value?.ToLowerInvariant(), SharingModes);
                break;
            case "target" or "dst" or "destination":
                _target = value;
                break;
            case "required":
                CheckRequiredType(field);
                CheckValue(field, value, "true", BooleanGrammar.IsBoolean);
                break;
            case "readonly" or "ro" or "readwrite" or "rw":
                CheckValue(field, value, "true", BooleanGrammar.IsBoolean);
                break;
            case "size" when _type is not (null or "tmpfs"):
                report(GetSpan(field), InvalidBuildGraphMessages.MountKeyForType(field.Key, _type));
                break;
            case "size":
                CheckValue(
                    field,
                    value,
                    "64m",
                    static text => text.Length > 0 && text[0] != '-' && ByteSize.TryParse(text, out _)
                );
                break;
            case "mode":
                CheckValue(
                    field,
                    value,
                    "0755",
                    static text => text.Length is > 0 and <= 11 && text.All(c => c is >= '0' and <= '7')
                );
                break;
            case "uid" or "gid":
                CheckValue(
                    field,
                    value,
                    "1000",
                    static text => uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _)
                );
                break;
            default:
                break;
        }
    }

    private void CheckRequiredType(ListField field)
    {
        if (_type is not (null or "secret" or "ssh"))
        {
            report(GetSpan(field), InvalidBuildGraphMessages.MountKeyForType(field.Key, _type));
        }
    }

    private void CheckChoice(ListField field, string? value, string[] allowed)
    {
        if (value is not null && Array.IndexOf(allowed, value) < 0)
        {
            report(
                GetValueSpan(field),
                InvalidBuildGraphMessages.MountChoice(field.Key, value, string.Join(", ", allowed))
            );
        }
    }

    private void CheckValue(ListField field, string? value, string example, Predicate<string> isValid)
    {
        if (value is not null && !isValid(value))
        {
            report(GetValueSpan(field), InvalidBuildGraphMessages.MountValue(field.Key, value, example));
        }
    }

    private void CheckWhole()
    {
        if (_type is null || Array.IndexOf(Types, _type) < 0)
        {
            return;
        }

        if (_type is "bind" or "tmpfs")
        {
            Forbid("mode", "uid", "gid");
        }

        if (_type != "cache")
        {
            Forbid("sharing");
        }

        if (_type == "secret")
        {
            Forbid("from");
            if (!_seen.ContainsKey("source") && !_seen.ContainsKey("target") && !_seen.ContainsKey("id"))
            {
                report(mount.Span, InvalidBuildGraphMessages.SecretWithoutSource(mount.Text));
            }
            else if (_seen.ContainsKey("source") && _seen.TryGetValue("id", out ListField? id))
            {
                report(GetSpan(id), InvalidBuildGraphMessages.SecretWithTwoSources(id.Text));
            }
        }
        else if (_type == "ssh")
        {
            Forbid("source");
        }
        else if (_target is not null && IsRoot(_target))
        {
            report(
                _seen.TryGetValue("target", out ListField? target) ? GetValueSpan(target) : mount.Span,
                InvalidBuildGraphMessages.MountTarget(mount.Text)
            );
        }
    }

    private void Forbid(params string[] keys)
    {
        foreach (string key in keys)
        {
            if (_seen.TryGetValue(key, out ListField? field) && field.Value!.Length > 0)
            {
                report(GetSpan(field), InvalidBuildGraphMessages.MountKeyForType(field.Key, _type!));
            }
        }
    }

    /// <summary>
    /// Whether the builder would mount over the whole file system. Relative targets join a working directory that the
    /// file need not tell.
    /// </summary>
    private static bool IsRoot(string target)
    {
        if (target.Length == 0 || target[0] != '/')
        {
            return false;
        }

        int depth = 0;
        foreach (string part in target.Split('/'))
        {
            depth += part switch
            {
                "" or "." => 0,
                ".." => depth > 0 ? -1 : 0,
                _ => 1,
            };
        }

        return depth == 0;
    }
}

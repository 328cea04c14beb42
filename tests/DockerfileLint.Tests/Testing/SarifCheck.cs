using System.Text.Json;

namespace DockerfileLint.Tests.Testing;

/// <summary>
/// What SARIF 2.1.0 and the services that read it demand of a log, as far as our logs go: known properties with values
/// of their type, the required ones, and references that lead somewhere.
/// </summary>
internal static class SarifCheck
{
    /// <summary>
    /// The properties of an object, <c>name!</c> where it is required, then the type of the value: one of these
    /// objects, <c>{type}</c> by name, a list with <c>[]</c>, <c>|</c> between the values of an enumeration.
    /// </summary>
    private static readonly Dictionary<string, string> Objects = new(StringComparer.Ordinal)
    {
        ["log"] = "$schema!:uri version!:2.1.0 runs!:run[]",
        ["run"] =
            "tool!:tool results!:result[] invocations!:invocation[] taxonomies:toolComponent[] artifacts:artifact[] "
            + "originalUriBaseIds!:{base} versionControlProvenance:versionControl[] "
            + "columnKind!:utf16CodeUnits|unicodeCodePoints newlineSequences:text[] defaultEncoding:text "
            + "automationDetails:automation",
        ["tool"] = "driver!:toolComponent extensions:toolComponent[]",
        ["toolComponent"] =
            "name!:text fullName:text version:text semanticVersion:text organization:text informationUri:uri "
            + "language:text rules:rule[] notifications:rule[] supportedTaxonomies:componentReference[] "
            + "isComprehensive:boolean shortDescription:message taxa:taxon[]",
        ["componentReference"] = "name!:text index!:number",
        ["rule"] =
            "id!:text name!:text shortDescription!:sentence fullDescription!:sentence help!:message helpUri!:uri "
            + "messageStrings!:{template} defaultConfiguration!:configuration properties:properties "
            + "relationships:relationship[]",
        ["taxon"] = "id!:text name:text shortDescription:message helpUri:uri",
        ["configuration"] = "enabled:boolean level:error|warning|note|none rank:number",
        ["properties"] =
            "tags:text[] precision:very-high|high|medium|low problem.severity:error|warning|recommendation "
            + "security-severity:text",
        ["relationship"] = "target!:descriptorReference kinds!:text[]",
        ["descriptorReference"] = "id!:text index!:number toolComponent:componentReference",
        ["result"] =
            "ruleId:text ruleIndex:number rule:descriptorReference kind!:fail|pass level!:error|warning|note|none "
            + "rank:number message!:sentence locations!:location[] relatedLocations:relatedLocation[] "
            + "codeFlows:codeFlow[] partialFingerprints!:{text} suppressions:suppression[] "
            + "baselineState:new|unchanged|absent properties:resultProperties",
        ["codeFlow"] = "threadFlows!:threadFlow[]",
        ["threadFlow"] = "locations!:threadFlowLocation[]",
        ["threadFlowLocation"] = "location!:step",
        ["step"] = "message!:sentence physicalLocation!:physicalLocation",
        ["resultProperties"] = "help!:text",
        ["message"] = "text!:text markdown:text",
        ["sentence"] = "text!:sentence markdown:text id:text arguments:any[]",
        ["template"] = "text!:template markdown:text",
        ["location"] = "physicalLocation!:physicalLocation logicalLocations:logicalLocation[]",
        ["relatedLocation"] = "id!:number message!:sentence physicalLocation!:physicalLocation",
        ["physicalLocation"] = "artifactLocation!:artifactLocation region:region contextRegion:region",
        ["artifactLocation"] = "uri!:uri uriBaseId:text index!:number",
        ["logicalLocation"] = "name!:text fullyQualifiedName:text kind:text",
        ["region"] =
            "startLine!:number startColumn:number endLine!:number endColumn:number charOffset:number charLength:number "
            + "snippet:snippet",
        ["snippet"] = "text!:any",
        ["suppression"] =
            "kind!:inSource|external status:accepted|underReview|rejected justification:text location:place",
        ["place"] = "physicalLocation!:physicalLocation",
        ["artifact"] =
            "location!:artifactUri length:number roles:text[] mimeType:text sourceLanguage:text encoding:text "
            + "hashes:{text}",
        ["artifactUri"] = "uri!:uri uriBaseId:text",
        ["invocation"] =
            "executionSuccessful!:boolean exitCode:number exitCodeDescription:text "
            + "ruleConfigurationOverrides:override[] toolExecutionNotifications:notification[]",
        ["override"] = "configuration!:configuration descriptor!:descriptorReference",
        ["notification"] =
            "descriptor!:descriptorReference level!:error|warning|note|none message!:sentence locations:location[]",
        ["base"] = "uri:uri description:sentence",
        ["versionControl"] = "repositoryUri!:uri revisionId:text branch:text mappedTo!:mappedTo",
        ["mappedTo"] = "uriBaseId!:text",
        ["automation"] = "id!:text",
    };

    /// <summary>What is wrong in a log, with its place.</summary>
    internal static List<string> FindProblems(byte[] log)
    {
        var problems = new List<string>();
        using var document = JsonDocument.Parse(log);
        CheckValue(document.RootElement, "log", "", problems);
        if (problems.Count == 0)
        {
            foreach (JsonElement run in document.RootElement.GetProperty("runs").EnumerateArray())
            {
                CheckRun(run, problems);
            }
        }

        return problems;
    }

    private static void CheckValue(JsonElement value, string type, string path, List<string> problems)
    {
        if (type.EndsWith("[]", StringComparison.Ordinal))
        {
            Require(value.ValueKind == JsonValueKind.Array, path, "is a list", problems);
            if (value.ValueKind == JsonValueKind.Array)
            {
                int index = 0;
                foreach (JsonElement item in value.EnumerateArray())
                {
                    CheckValue(item, type[..^2], $"{path}[{index++}]", problems);
                }
            }
        }
        else if (type[0] == '{')
        {
            foreach (JsonProperty property in value.EnumerateObject())
            {
                CheckValue(property.Value, type[1..^1], $"{path}.{property.Name}", problems);
            }
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            Require(Objects.ContainsKey(type), path, $"is a {type}, not an object", problems);
            CheckObject(value, Objects.GetValueOrDefault(type, ""), path, problems);
        }
        else
        {
            CheckScalar(value, type, path, problems);
        }
    }

    private static void CheckObject(JsonElement value, string properties, string path, List<string> problems)
    {
        var types = properties
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(property => property.Split(':', 2))
            .ToDictionary(parts => parts[0].TrimEnd('!'), parts => (IsRequired: parts[0][^1] == '!', Type: parts[1]));
        var seen = new HashSet<string>();
        foreach (JsonProperty property in value.EnumerateObject())
        {
            Require(seen.Add(property.Name), path, $"has '{property.Name}' once", problems);
            if (types.TryGetValue(property.Name, out (bool IsRequired, string Type) known))
            {
                CheckValue(property.Value, known.Type, $"{path}.{property.Name}", problems);
            }
            else
            {
                problems.Add($"{path} has no property '{property.Name}'");
            }
        }

        foreach (string required in types.Where(type => type.Value.IsRequired).Select(type => type.Key))
        {
            Require(seen.Contains(required), path, $"has '{required}'", problems);
        }
    }

    private static void CheckScalar(JsonElement value, string type, string path, List<string> problems)
    {
        string text = value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
        bool isRight = type switch
        {
            "number" => value.ValueKind == JsonValueKind.Number && value.GetDouble() >= 0,
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "any" => value.ValueKind == JsonValueKind.String,
            "text" => text.Length > 0,
            // Readers show the first sentence, so there must be one.
            "sentence" => text.Length > 0 && text[^1] == '.',
            "template" => text.Length > 0 && text[^1] is '.' or '}',
            "uri" => text.Length > 0 && Uri.IsWellFormedUriString(text, UriKind.RelativeOrAbsolute),
            _ => type.Split('|').Contains(text),
        };
        Require(isRight, path, $"'{text}' is a {type}", problems);
    }

    private static void CheckRun(JsonElement run, List<string> problems)
    {
        JsonElement tool = run.GetProperty("tool");
        JsonElement driver = tool.GetProperty("driver");
        JsonElement[] artifacts = GetItems(run, "artifacts");
        foreach (JsonElement component in GetItems(tool, "extensions").Prepend(driver))
        {
            CheckDescriptors(component, problems);
        }

        int number = 0;
        bool? hasSuppressions = null;
        foreach (JsonElement result in GetItems(run, "results"))
        {
            string path = $".results[{number++}]";
            CheckMessage(result, FindRule(result, tool, path, problems), path, problems);
            CheckLocations(result, artifacts, path, problems);
            bool hasOwn = result.TryGetProperty("suppressions", out _);
            Require(hasOwn == (hasSuppressions ??= hasOwn), path, "has suppressions as all others have", problems);
        }

        number = 0;
        foreach (
            JsonElement notification in GetItems(run, "invocations")
                .SelectMany(invocation => GetItems(invocation, "toolExecutionNotifications"))
        )
        {
            string path = $".notifications[{number++}]";
            JsonElement? descriptor = Find(
                GetItems(driver, "notifications"),
                notification.GetProperty("descriptor"),
                path,
                problems
            );
            CheckMessage(notification, descriptor, path, problems);
            CheckLocations(notification, artifacts, path, problems);
        }

        CheckReferences(run, problems);
    }

    private static void CheckDescriptors(JsonElement component, List<string> problems)
    {
        foreach (string kind in (string[])["rules", "notifications"])
        {
            JsonElement[] descriptors = GetItems(component, kind);
            Require(
                descriptors.Select(rule => GetText(rule, "id")).Distinct().Count() == descriptors.Length,
                $".{kind}",
                "have ids of their own",
                problems
            );
            foreach (JsonElement rule in descriptors)
            {
                JsonElement[] tags = rule.TryGetProperty("properties", out JsonElement properties)
                    ? GetItems(properties, "tags")
                    : [];
                Require(
                    tags.Length <= 10 && tags.Select(tag => tag.GetString()).Distinct().Count() == tags.Length,
                    $".{kind} {GetText(rule, "id")}",
                    "has at most ten tags, each once",
                    problems
                );
            }
        }
    }

    private static JsonElement? FindRule(JsonElement result, JsonElement tool, string path, List<string> problems)
    {
        JsonElement driver = tool.GetProperty("driver");
        if (result.TryGetProperty("rule", out JsonElement reference))
        {
            int component = reference.GetProperty("toolComponent").GetProperty("index").GetInt32();
            return Find(GetItems(GetItems(tool, "extensions")[component], "rules"), reference, path, problems);
        }

        JsonElement[] rules = GetItems(driver, "rules");
        int index = result.TryGetProperty("ruleIndex", out JsonElement value) ? value.GetInt32() : -1;
        if (index < 0 || index >= rules.Length || GetText(rules[index], "id") != GetText(result, "ruleId"))
        {
            problems.Add($"{path} has the index of its rule");
            return null;
        }

        return rules[index];
    }

    private static JsonElement? Find(
        JsonElement[] descriptors,
        JsonElement reference,
        string path,
        List<string> problems
    )
    {
        int index = reference.GetProperty("index").GetInt32();
        if (index >= descriptors.Length || GetText(descriptors[index], "id") != GetText(reference, "id"))
        {
            problems.Add($"{path} leads to '{GetText(reference, "id")}'");
            return null;
        }

        return descriptors[index];
    }

    /// <summary>The text is the template with the arguments; a reader may show either.</summary>
    private static void CheckMessage(JsonElement owner, JsonElement? descriptor, string path, List<string> problems)
    {
        JsonElement message = owner.GetProperty("message");
        if (descriptor is null || !message.TryGetProperty("id", out JsonElement id))
        {
            return;
        }

        if (!descriptor.Value.GetProperty("messageStrings").TryGetProperty(id.GetString()!, out JsonElement template))
        {
            problems.Add($"{path} has a message '{id}' of its rule");
            return;
        }

        string[] arguments = [.. GetItems(message, "arguments").Select(argument => argument.GetString()!)];
        string text;
        try
        {
            text = string.Format(null, GetText(template, "text")!, arguments);
        }
        catch (FormatException exception)
        {
            problems.Add($"{path}: {exception.Message}");
            return;
        }

        Require(text == GetText(message, "text"), path, $"says '{text}'", problems);
    }

    private static void CheckLocations(JsonElement owner, JsonElement[] artifacts, string path, List<string> problems)
    {
        JsonElement[] related = GetItems(owner, "relatedLocations");
        Require(
            related.Select((location, i) => location.GetProperty("id").GetInt32() == i + 1).All(isRight => isRight),
            path,
            "counts its related locations",
            problems
        );
        IEnumerable<JsonElement> places = GetItems(owner, "locations")
            .Concat(related)
            .Concat(
                GetItems(owner, "codeFlows")
                    .SelectMany(flow => GetItems(flow, "threadFlows"))
                    .SelectMany(flow => GetItems(flow, "locations"))
                    .Select(step => step.GetProperty("location"))
            )
            .Concat(GetItems(owner, "suppressions").Select(suppression => suppression.GetProperty("location")))
            .Select(location => location.GetProperty("physicalLocation"));
        foreach (JsonElement place in places)
        {
            JsonElement file = place.GetProperty("artifactLocation");
            int index = file.GetProperty("index").GetInt32();
            Require(
                index < artifacts.Length
                    && GetText(artifacts[index].GetProperty("location"), "uri") == GetText(file, "uri"),
                path,
                "has the index of its file",
                problems
            );
            foreach (string name in (string[])["region", "contextRegion"])
            {
                if (place.TryGetProperty(name, out JsonElement region))
                {
                    CheckRegion(region, $"{path}.{name}", problems);
                }
            }
        }
    }

    private static void CheckRegion(JsonElement region, string path, List<string> problems)
    {
        int Get(string name, int missing) =>
            region.TryGetProperty(name, out JsonElement value) ? value.GetInt32() : missing;
        (int Line, int Column) start = (Get("startLine", 0), Get("startColumn", 1));
        (int Line, int Column) end = (Get("endLine", 0), Get("endColumn", int.MaxValue));
        Require(
            start.Line > 0 && start.Column > 0 && start.CompareTo(end) <= 0,
            path,
            $"runs from {start} to {end}",
            problems
        );
    }

    private static void CheckReferences(JsonElement run, List<string> problems)
    {
        string[] bases = [.. run.GetProperty("originalUriBaseIds").EnumerateObject().Select(entry => entry.Name)];
        JsonElement[] taxonomies = GetItems(run, "taxonomies");
        foreach (JsonElement artifact in GetItems(run, "artifacts"))
        {
            JsonElement location = artifact.GetProperty("location");
            bool isRelative = Uri.TryCreate(GetText(location, "uri"), UriKind.Relative, out _);
            string? name = GetText(location, "uriBaseId");
            Require(
                isRelative ? bases.Contains(name) : name is null,
                ".artifacts",
                $"{location} stands below a base exactly where it is relative",
                problems
            );
        }

        foreach (
            JsonElement target in GetItems(run.GetProperty("tool").GetProperty("driver"), "rules")
                .SelectMany(rule => GetItems(rule, "relationships"))
                .Select(relationship => relationship.GetProperty("target"))
        )
        {
            int index = target.GetProperty("toolComponent").GetProperty("index").GetInt32();
            Require(index < taxonomies.Length, ".relationships", "lead to a taxonomy", problems);
            if (index < taxonomies.Length)
            {
                Find(GetItems(taxonomies[index], "taxa"), target, ".relationships", problems);
            }
        }
    }

    private static JsonElement[] GetItems(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out JsonElement list) ? [.. list.EnumerateArray()] : [];

    private static string? GetText(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;

    private static void Require(bool holds, string path, string demand, List<string> problems)
    {
        if (!holds)
        {
            problems.Add($"{path} {demand}");
        }
    }
}

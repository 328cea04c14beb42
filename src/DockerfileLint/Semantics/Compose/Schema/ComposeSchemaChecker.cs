using System.Globalization;
using DockerfileLint.Diagnostics;
using DockerfileLint.Syntax;
using DockerfileLint.Syntax.Compose;
using DockerfileLint.Syntax.Yaml;
using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Compose.Schema;

/// <summary>
/// Holds a Compose file against <see cref="ComposeSchema"/>. Aliases and merge keys are followed; what many places
/// share is judged once for each type.
/// </summary>
internal sealed class ComposeSchemaChecker
{
    private const string ToleratedTier = "tolerated-value";
    private const string LegacyLayoutTier = "legacy-layout";
    private const string ResetTag = "!reset";
    private readonly ComposeFileSyntax _file;
    private readonly ComposeTarget _target;
    private readonly List<Diagnostic> _diagnostics;
    private readonly CancellationToken _cancellation;

    // What an anchor or a merge key may bring to several places, by the type that it was checked against.
    private HashSet<(SyntaxNode Node, SchemaType Type)>? _shared;

    // Whether another file or service may supply what is missing here; nothing does so for an item of a list.
    private bool _isPartial;

    private ComposeSchemaChecker(
        ComposeFileSyntax file,
        ComposeTarget target,
        List<Diagnostic> diagnostics,
        CancellationToken cancellation
    )
    {
        _cancellation = cancellation;
        _file = file;
        _target = target;
        _diagnostics = diagnostics;
    }

    /// <summary>What Compose refuses in a file that is YAML.</summary>
    internal static List<Diagnostic> Check(
        ComposeModel model,
        ComposeTarget target,
        CancellationToken cancellation = default
    )
    {
        var diagnostics = new List<Diagnostic>();
        ILookup<string, (ComposeEntry Earlier, ComposeEntry Later)> mismatches = model.Project.Mismatches.ToLookup(
            mismatch => mismatch.Later.NameSpan.File.Path,
            StringComparer.Ordinal
        );
        foreach (ComposeFileSyntax file in model.Files)
        {
            var own = new List<Diagnostic>();
            foreach (YamlDocumentSyntax document in file.Tree.Root.Documents)
            {
                DuplicateKeyChecker.Check(document.Content, own, cancellation);
            }

            Check(file, model.Project.IsOverride(file), target, own, cancellation);
            CheckMergedKinds(mismatches[file.Tree.File.Path], own);
            diagnostics.AddRange(own);
        }

        ComposeConsistencyChecker.Check(model, diagnostics, cancellation);
        return diagnostics;
    }

    /// <summary>
    /// Reports values of a file that cannot be merged with what stands below them, unless their kind is wrong anyway.
    /// </summary>
    private static void CheckMergedKinds(
        IEnumerable<(ComposeEntry Earlier, ComposeEntry Later)> mismatches,
        List<Diagnostic> diagnostics
    )
    {
        foreach ((ComposeEntry earlier, ComposeEntry later) in mismatches)
        {
            SourceSpan place = later.NameSpan;
            if (
                !diagnostics.Exists(other =>
                    other.Rule == RuleDescriptors.SchemaViolation
                    && (later.Syntax.Span.Contains(other.Location.Span) || other.Location.Span == place.Span)
                )
            )
            {
                DiagnosticMessage message = SchemaViolationMessages.MergedKinds(
                    later.Name,
                    Name(later.Value),
                    Name(earlier.Value)
                );
                diagnostics.Add(
                    new Diagnostic(RuleDescriptors.SchemaViolation, new Location(place), message)
                    {
                        RelatedLocations =
                        [
                            new RelatedLocation(earlier.NameSpan, "The earlier value is written here."),
                        ],
                    }
                );
            }
        }
    }

    private static string Name(ComposeNode? node) =>
        node switch
        {
            ComposeMapping => "mapping",
            ComposeSequence => "list",
            _ => "scalar",
        };

    private static void Check(
        ComposeFileSyntax file,
        bool isOverride,
        ComposeTarget target,
        List<Diagnostic> diagnostics,
        CancellationToken cancellation
    )
    {
        var checker = new ComposeSchemaChecker(file, target, diagnostics, cancellation);
        if (file.IsLegacyLayout)
        {
            checker.Report(
                file.Services[0].NameSpan,
                SchemaViolationMessages.LegacyLayout(file.Services[0].Name),
                LegacyLayoutTier
            );
            return;
        }

        // What could not be read may hold what seems to be missing.
        isOverride |= !file.Tree.Diagnostics.IsEmpty;
        int documents = 0;
        foreach (YamlDocumentSyntax document in file.Tree.Root.Documents)
        {
            checker._isPartial = isOverride || documents++ > 0;
            checker.CheckRoot(document.Content);
        }

        if (documents == 0 && !isOverride)
        {
            checker.Report(new TextSpan(0, 0), SchemaViolationMessages.EmptyFile(file.Tree.File.Path));
        }
    }

    private void CheckRoot(YamlNodeSyntax root)
    {
        switch (root)
        {
            case YamlMappingSyntax mapping:
                CheckMapping(mapping, ComposeSchema.File);
                break;
            case YamlScalarSyntax { IsNull: true }:
                // What could not be read was reported as such.
                if (!_isPartial && _file.Tree.Diagnostics.IsEmpty)
                {
                    Report(new TextSpan(root.Span.Start, 0), SchemaViolationMessages.EmptyFile(_file.Tree.File.Path));
                }

                break;
            default:
                if (_file.Tree.Diagnostics.IsEmpty)
                {
                    Report(FirstLine(root), SchemaViolationMessages.NoMapping(_file.Tree.File.Path));
                }

                break;
        }
    }

    private void Check(YamlNodeSyntax written, SchemaType type)
    {
        _cancellation.ThrowIfCancellationRequested();
        if (
            written.Resolved is not { } node
            || written.Tag == ResetTag
            || (node.Anchor is not null && !IsFirstVisit(node, type))
        )
        {
            return;
        }

        switch (node)
        {
            case YamlScalarSyntax scalar:
                CheckScalar(scalar, type);
                break;
            case YamlSequenceSyntax when type.Item is null:
            case YamlMappingSyntax when type.Mapping is null:
                ReportKind(node, type);
                break;
            case YamlSequenceSyntax sequence:
                bool wasPartial = _isPartial;
                _isPartial = !_file.Tree.Diagnostics.IsEmpty;
                for (int i = 0; i < sequence.Items.Count; i++)
                {
                    Check(sequence.Items[i], type.Item!);
                }

                _isPartial = wasPartial;

                if (type.HasUniqueItems)
                {
                    CheckUniqueItems(sequence);
                }

                break;
            case YamlMappingSyntax mapping:
                CheckMapping(mapping, type);
                break;
        }
    }

    private void CheckMapping(YamlMappingSyntax mapping, SchemaType type)
    {
        bool wasPartial = _isPartial;
        if (type == ComposeSchema.Service && mapping.Find("extends") is not null)
        {
            _isPartial = true;
        }

        MappingType keys = type.Mapping!;
        if (mapping.MergeSources.Count == 0)
        {
            for (int i = 0; i < mapping.Pairs.Count; i++)
            {
                CheckPair(mapping.Pairs[i], mapping, type, keys);
            }
        }
        else
        {
            foreach (YamlPairSyntax pair in mapping.GetEffectivePairs())
            {
                CheckPair(pair, mapping, type, keys);
            }

            foreach (YamlPairSyntax pair in mapping.Pairs)
            {
                CheckMerge(pair);
            }
        }

        if (!_isPartial && !mapping.IsIncomplete)
        {
            foreach (string required in keys.Required)
            {
                if (mapping.Find(required) is null)
                {
                    Report(Place(mapping), SchemaViolationMessages.MissingKey(PathOf(mapping), required));
                }
            }
        }

        _isPartial = wasPartial;
    }

    private void CheckPair(YamlPairSyntax pair, YamlMappingSyntax mapping, SchemaType type, MappingType keys)
    {
        bool mayBeShared = pair.Parent != mapping || mapping.Anchor is not null;
        if (mayBeShared && !IsFirstVisit(pair, type))
        {
            return;
        }

        if (pair.IsMerge)
        {
            CheckMerge(pair);
            return;
        }

        if (pair.Key.Resolved is not YamlScalarSyntax key)
        {
            if (pair.Key.Resolved is not null)
            {
                Report(FirstLine(pair.Key), SchemaViolationMessages.CollectionAsKey(PathOf(mapping)));
            }

            return;
        }

        string name = key.Value;
        if (keys.Keys.TryGetValue(name, out SchemaType? known))
        {
            if (
                _target == ComposeTarget.Swarm
                && type == ComposeSchema.Service
                && Array.IndexOf(ComposeSchema.RefusedBySwarm, name) >= 0
            )
            {
                Report(pair.Key.ContentSpan, SchemaViolationMessages.RefusedBySwarm(name));
            }

            // What is extended is looked up before anything is merged.
            bool wasPartial = _isPartial;
            _isPartial =
                wasPartial && (type != ComposeSchema.Service || name != "extends" || !_file.Tree.Diagnostics.IsEmpty);
            Check(pair.Value, known);
            _isPartial = wasPartial;
        }
        else if (key.Kind != YamlScalarKind.String)
        {
            Report(
                key.Span.IsEmpty ? FirstLine(pair) : pair.Key.ContentSpan,
                SchemaViolationMessages.KeyIsNoText(name, PathOf(mapping), Name(key.Kind))
            );
        }
        else if (keys.AllowsFurtherKeys || (keys.AllowsExtensions && ComposeFileSyntax.IsExtension(name)))
        {
            // The author's own data.
        }
        else if (keys.Named is { } named)
        {
            if (keys.Name is { } form && form.FindProblem(name) is not null)
            {
                Report(pair.Key.ContentSpan, SchemaViolationMessages.InvalidName(name, form.Form));
            }

            Check(pair.Value, named);
        }
        else
        {
            ReportUnknownKey(pair, mapping, type, name);
        }
    }

    private void CheckMerge(YamlPairSyntax pair)
    {
        if (!pair.IsMerge || pair.Value.Resolved is not { } value)
        {
            return;
        }

        bool isValid = value switch
        {
            YamlMappingSyntax => true,
            YamlSequenceSyntax sequence => sequence.Items.All(item => item.Resolved is null or YamlMappingSyntax),
            _ => false,
        };
        if (!isValid)
        {
            Report(
                pair.Value is YamlAliasSyntax ? pair.Value.Span : Place(value),
                SchemaViolationMessages.InvalidMerge(pair.Key.ToString())
            );
        }
    }

    private void CheckScalar(YamlScalarSyntax scalar, SchemaType type)
    {
        YamlScalarKind kind = scalar.Kind;
        if (kind == YamlScalarKind.Null)
        {
            // In an override an empty value leaves the base's as it is.
            if (!type.AllowsNull && !_isPartial)
            {
                Report(Place(scalar), SchemaViolationMessages.EmptyValue(PathOf(scalar), type.Description));
            }

            return;
        }

        if (type.Scalar is not { } expected)
        {
            CheckShape(scalar, type);
            return;
        }

        bool isAllowed = kind switch
        {
            YamlScalarKind.Integer => expected.AllowsInteger,
            YamlScalarKind.Float => expected.AllowsFloat,
            YamlScalarKind.Boolean => expected.AllowsBoolean,
            _ => expected.AllowsText,
        };
        if (!isAllowed)
        {
            if (kind == YamlScalarKind.String)
            {
                CheckShape(scalar, type);
            }
            else if (expected.AllowsText && expected.Cast == ScalarCast.None)
            {
                Report(
                    scalar.ContentSpan,
                    SchemaViolationMessages.MissingQuotes(Shorten(scalar.Value), Name(kind), PathOf(scalar))
                );
            }
            else
            {
                Report(
                    scalar.ContentSpan,
                    SchemaViolationMessages.WrongType(PathOf(scalar), expected.Description, Name(kind))
                );
            }

            return;
        }

        bool isBounded = expected.Minimum != long.MinValue || expected.Maximum != long.MaxValue;
        if (
            (kind == YamlScalarKind.String && expected.Cast != ScalarCast.None)
            || isBounded
            || expected.Grammar is not null
            || expected.Values.Length > 0
        )
        {
            CheckValue(scalar, kind, expected);
        }
    }

    private void CheckValue(YamlScalarSyntax scalar, YamlScalarKind kind, ScalarType expected)
    {
        InterpolatedText? interpolated = null;
        string? text = scalar.Value;
        if (text.IndexOf('$') >= 0)
        {
            interpolated = InterpolatedText.Create(scalar);
            if (
                !interpolated.TryGetValue(out text)
                || (interpolated.Certainty == Certainty.Default && scalar.Value.Contains("-}"))
            )
            {
                // An empty default stands for a value that the author expects from outside.
                return;
            }
        }

        if (
            kind == YamlScalarKind.Integer
            && expected.Grammar == ComposeValues.Bytes
            && expected.Minimum == long.MinValue
        )
        {
            // The form is that of text; a number is taken as it is.
            return;
        }

        if (kind == YamlScalarKind.String && !IsCastable(text, expected.Cast))
        {
            Report(
                scalar.ContentSpan,
                SchemaViolationMessages.WrongValue(Shorten(text), PathOf(scalar), expected.Description)
            );
            return;
        }

        if (
            (expected.Minimum != long.MinValue || expected.Maximum != long.MaxValue)
            && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
        )
        {
            if (number < expected.Minimum || number > expected.Maximum)
            {
                Report(
                    scalar.ContentSpan,
                    expected.Maximum == long.MaxValue
                        ? SchemaViolationMessages.TooSmall(Shorten(text), PathOf(scalar), Format(expected.Minimum))
                        : SchemaViolationMessages.OutOfRange(
                            Shorten(text),
                            PathOf(scalar),
                            Format(expected.Minimum),
                            Format(expected.Maximum)
                        )
                );
                return;
            }
        }

        if (expected.Values.Length > 0 && Array.IndexOf(expected.Values, text) < 0 && text.Length > 0)
        {
            string? suggestion = SpellChecker.GetSuggestion(text.AsSpan(), expected.Values);
            string? tier = expected.IsTolerant ? ToleratedTier : null;
            string values = string.Join(", ", expected.Values);
            Report(
                scalar.ContentSpan,
                expected.IsTolerant
                    ? suggestion is null
                        ? SchemaViolationMessages.ToleratedValue(Shorten(text), PathOf(scalar), values)
                        : SchemaViolationMessages.SimilarToleratedValue(Shorten(text), PathOf(scalar), suggestion)
                    : suggestion is null
                        ? SchemaViolationMessages.UnknownValue(Shorten(text), PathOf(scalar), values)
                        : SchemaViolationMessages.SimilarValue(Shorten(text), PathOf(scalar), suggestion),
                tier
            );
            return;
        }

        if (expected.Grammar?.FindProblem(text) is { } problem)
        {
            bool isEmpty = problem.IsEmpty || problem.End > text.Length;
            TextSpan span = isEmpty
                ? scalar.ContentSpan
                : interpolated?.GetSourceSpan(problem).Span ?? scalar.GetSourceSpan(problem);
            string part =
                isEmpty || problem.Length == text.Length ? text : text.Substring(problem.Start, problem.Length);
            Report(span, SchemaViolationMessages.Default(Shorten(part), PathOf(scalar), expected.Grammar.Form));
        }
    }

    // A scalar where a list or a mapping must stand.
    private void CheckShape(YamlScalarSyntax scalar, SchemaType type)
    {
        // The whole value may come from a variable, but text never becomes a collection.
        Report(
            scalar.ContentSpan,
            SchemaViolationMessages.WrongType(PathOf(scalar), type.Description, Name(scalar.Kind))
        );
    }

    private void ReportKind(YamlNodeSyntax node, SchemaType type)
    {
        if (
            node is YamlMappingSyntax { Pairs.Count: 1 } mapping
            && node.Parent is YamlSequenceSyntax
            && mapping.Pairs[0] is { Name: { } name, Value: YamlScalarSyntax value }
        )
        {
            Report(Place(node), SchemaViolationMessages.PairInList(PathOf(node), $"{name}: {Shorten(value.Value)}"));
            return;
        }

        Report(
            Place(node),
            SchemaViolationMessages.WrongType(
                PathOf(node),
                type.Description,
                node is YamlMappingSyntax ? "mapping" : "list"
            )
        );
    }

    private void ReportUnknownKey(YamlPairSyntax pair, YamlMappingSyntax mapping, SchemaType type, string name)
    {
        MappingType keys = type.Mapping!;
        string[] known = [.. keys.Keys.Keys];
        string path = PathOf(mapping);
        DiagnosticMessage message =
            type == ComposeSchema.Service && ComposeSchema.RenamedKeys.TryGetValue(name, out string? renamed)
                ? SchemaViolationMessages.SimilarKey(name, path, renamed)
            : type != ComposeSchema.Service
            && type != ComposeSchema.File
            && keys.Keys.Count <= AnalysisBudget.MaxListedKeys
            && SpellChecker.GetSuggestion(name.AsSpan(), known) is null
                ? SchemaViolationMessages.UnknownKeyOfFew(Shorten(name), path, string.Join(", ", known))
            : SpellChecker.GetSuggestion(name.AsSpan(), known) is { } similar
                ? SchemaViolationMessages.SimilarKey(Shorten(name), path, similar)
            : type == ComposeSchema.File && ComposeSchema.Service.Mapping!.Keys.ContainsKey(name)
                ? SchemaViolationMessages.MisplacedKey(name, path, "a service")
            : type == ComposeSchema.File
            && pair.Value.Resolved is YamlMappingSyntax value
            && (value.Find("image") ?? value.Find("build")) is not null
                ? SchemaViolationMessages.MisplacedKey(name, path, "services")
            : type == ComposeSchema.Service && ComposeSchema.Build.Mapping!.Keys.ContainsKey(name)
                ? SchemaViolationMessages.MisplacedKey(name, path, "build")
            : type == ComposeSchema.Service && ComposeSchema.Deploy.Mapping!.Keys.ContainsKey(name)
                ? SchemaViolationMessages.MisplacedKey(name, path, "deploy")
            : type == ComposeSchema.Service && ComposeSchema.File.Mapping!.Keys.ContainsKey(name)
                ? SchemaViolationMessages.MisplacedKey(name, path, "the top level")
            : SchemaViolationMessages.UnknownKey(Shorten(name), path);
        Report(pair.Key.ContentSpan, message);
    }

    private void CheckUniqueItems(YamlSequenceSyntax sequence)
    {
        if (sequence.Items.Count < 2)
        {
            return;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (YamlNodeSyntax item in sequence.Items)
        {
            if (
                item.Resolved is YamlScalarSyntax { IsNull: false } scalar
                && !seen.Add(scalar.Kind == YamlScalarKind.String ? scalar.Value : "\0" + scalar.Value)
            )
            {
                Report(item.ContentSpan, SchemaViolationMessages.RepeatedItem(Shorten(scalar.Value), PathOf(sequence)));
            }
        }
    }

    private bool IsFirstVisit(SyntaxNode node, SchemaType type) => (_shared ??= []).Add((node, type));

    private static bool IsCastable(string text, ScalarCast cast) =>
        cast switch
        {
            ScalarCast.Boolean => text.ToLowerInvariant()
                is "true"
                    or "false"
                    or "yes"
                    or "no"
                    or "y"
                    or "n"
                    or "on"
                    or "off",
            ScalarCast.Integer => ComposeValues.IsInteger(text),
            ScalarCast.Number => ComposeValues.IsNumber(text) || ComposeValues.IsInteger(text),
            ScalarCast.Octal => ComposeValues.IsOctal(text),
            _ => true,
        };

    /// <summary>Where a finding about a whole node belongs: at its key, else at its first words.</summary>
    private static TextSpan Place(YamlNodeSyntax node) =>
        node switch
        {
            _ when node.Parent is YamlPairSyntax pair && pair.Value == node => pair.Key.ContentSpan,
            YamlMappingSyntax { Pairs.Count: > 0 } mapping => mapping.Pairs[0].Key.ContentSpan,
            _ => FirstLine(node),
        };

    private static TextSpan FirstLine(SyntaxNode node)
    {
        TextSpan span = node is YamlNodeSyntax yaml ? yaml.ContentSpan : node.Span;
        string text = node.Tree.Text.ToString(span);

        // Behind a key that is empty a pair starts with a line end.
        int start = text.Length - text.TrimStart().Length;
        int end = text.IndexOfAny(['\r', '\n'], start);
        return end < 0
            ? TextSpan.FromBounds(span.Start + start, span.End)
            : new TextSpan(span.Start + start, text.Substring(start, end - start).TrimEnd().Length);
    }

    /// <summary>The keys that lead to a node, such as <c>services.web.build</c>.</summary>
    private string PathOf(YamlNodeSyntax node)
    {
        var names = new List<string>();
        for (SyntaxNode? current = node; current is not null; current = current.Parent)
        {
            if (current is YamlPairSyntax { Name: { } name })
            {
                names.Add(Shorten(name));
            }
        }

        names.Reverse();
        return names.Count == 0 ? _file.Tree.File.Path : string.Join(".", names);
    }

    private void Report(TextSpan span, DiagnosticMessage message, string? tier = null) =>
        _diagnostics.Add(
            new Diagnostic(
                RuleDescriptors.SchemaViolation,
                new Location(new SourceSpan(_file.Tree.File, span)),
                message,
                tier
            )
        );

    private static string Name(YamlScalarKind kind) =>
        kind switch
        {
            YamlScalarKind.Boolean => "boolean",
            YamlScalarKind.Integer => "integer",
            YamlScalarKind.Float => "number",
            YamlScalarKind.Null => "null",
            _ => "string",
        };

    private static string Format(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Shorten(string text) =>
        text.Length <= 60 ? text : new System.Text.StringBuilder(text, 0, 59, 60).Append('…').ToString();
}

using System.Text.Json;

namespace DockerfileLint.Reporting;

/// <summary>The taxonomies of a run and the entries of each that its rules refer to, in order of first use.</summary>
internal sealed class SarifTaxa
{
    private readonly List<(SarifTaxonomy Taxonomy, List<string> Entries)> _used = [];

    /// <summary>Writes a relationship of a rule to an entry.</summary>
    /// <param name="writer">Stands inside the array of relationships.</param>
    /// <param name="taxonomy">The taxonomy.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="kind">
    /// What the entry is as seen from the rule: <c>superset</c> where every finding of the rule falls under it, else
    /// <c>relevant</c>.
    /// </param>
    internal void WriteRelationship(Utf8JsonWriter writer, SarifTaxonomy taxonomy, string entry, string kind)
    {
        int component = _used.FindIndex(used => used.Taxonomy == taxonomy);
        if (component < 0)
        {
            component = _used.Count;
            _used.Add((taxonomy, []));
        }

        List<string> entries = _used[component].Entries;
        int index = entries.IndexOf(entry);
        if (index < 0)
        {
            index = entries.Count;
            entries.Add(entry);
        }

        writer.WriteStartObject();
        writer.WriteStartObject("target"u8);
        writer.WriteString("id"u8, taxonomy.GetId(entry));
        writer.WriteNumber("index"u8, index);
        writer.WritePropertyName("toolComponent"u8);
        WriteReference(writer, component);
        writer.WriteEndObject();
        writer.WriteStartArray("kinds"u8);
        writer.WriteStringValue(kind);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>Writes <c>supportedTaxonomies</c> of the driver.</summary>
    internal void WriteReferences(Utf8JsonWriter writer)
    {
        if (_used.Count == 0)
        {
            return;
        }

        writer.WriteStartArray("supportedTaxonomies"u8);
        for (int i = 0; i < _used.Count; i++)
        {
            WriteReference(writer, i);
        }

        writer.WriteEndArray();
    }

    /// <summary>Writes <c>taxonomies</c> of the run.</summary>
    internal void WriteTaxonomies(Utf8JsonWriter writer)
    {
        if (_used.Count == 0)
        {
            return;
        }

        writer.WriteStartArray("taxonomies"u8);
        foreach ((SarifTaxonomy taxonomy, List<string> entries) in _used)
        {
            writer.WriteStartObject();
            writer.WriteString("name"u8, taxonomy.Name);
            writer.WriteString("version"u8, taxonomy.Version);
            writer.WriteString("organization"u8, taxonomy.Organization);
            writer.WriteString("informationUri"u8, taxonomy.InformationUri);
            WriteMessage(writer, "shortDescription"u8, taxonomy.Description);
            writer.WriteBoolean("isComprehensive"u8, false);
            writer.WriteStartArray("taxa"u8);
            foreach (string entry in entries)
            {
                writer.WriteStartObject();
                writer.WriteString("id"u8, taxonomy.GetId(entry));
                writer.WriteString("name"u8, taxonomy.GetName(entry));
                WriteMessage(writer, "shortDescription"u8, taxonomy.GetTitle(entry) + ".");
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteMessage(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string text)
    {
        writer.WriteStartObject(name);
        writer.WriteString("text"u8, text);
        writer.WriteEndObject();
    }

    private void WriteReference(Utf8JsonWriter writer, int component)
    {
        writer.WriteStartObject();
        writer.WriteString("name"u8, _used[component].Taxonomy.Name);
        writer.WriteNumber("index"u8, component);
        writer.WriteEndObject();
    }
}

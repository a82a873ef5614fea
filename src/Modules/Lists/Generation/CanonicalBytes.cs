using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Qingdan.Lists.Findings;
using Qingdan.Lists.Responsibilities;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Lists.Generation;

/// <summary>
/// The one way to write down what was generated: JSON with the properties in alphabetical order, without spaces, without ids and times.
/// Equal input gives equal bytes, in whichever store.
/// </summary>
internal static class CanonicalBytes
{
    /// <summary>Chinese as itself; values are checked by their types.</summary>
    public static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), SkipValidation = true };

    /// <summary>All that followed from one resource, as one line.</summary>
    public static void Write(Utf8JsonWriter json, string provider, Proposal proposal)
    {
        json.WriteStartObject();
        if (proposal.Entry is { } entry)
        {
            json.WritePropertyName("entry");
            Write(json, entry);
        }
        json.WritePropertyName("findings");
        Write(json, proposal.Notices);
        if (proposal.Negative is { } negative)
        {
            json.WritePropertyName("negative");
            Write(json, negative.Name, negative.Code, negative.Reason, negative.Items);
        }
        json.WriteString("provider", provider);
        json.WriteEndObject();
    }

    /// <summary>A proposed row with where it comes from.</summary>
    public static void Write(Utf8JsonWriter json, EntryProposal entry)
    {
        json.WriteStartObject();
        json.WritePropertyName("content");
        Write(json, entry.Content);
        json.WriteStartArray("demands");
        foreach (var number in entry.Demands.Select(d => d.Number).Order(StringComparer.Ordinal)) json.WriteStringValue(number);
        json.WriteEndArray();
        json.WriteString("rule", entry.Rule);
        json.WriteBoolean("stated", entry.ShareStated);
        json.WriteEndObject();
    }

    /// <summary>The content of a row of the 责任清单.</summary>
    public static void Write(Utf8JsonWriter json, EntryContent content)
    {
        json.WriteStartObject();
        json.WriteString("code", content.Code);
        json.WriteString("condition", content.ShareCondition);
        json.WriteString("frequency", Word(content.Frequency));
        json.WriteStartArray("items");
        foreach (var item in content.Items)
        {
            json.WriteStartObject();
            json.WriteString("condition", item.ShareCondition);
            json.WriteString("name", item.Name);
            json.WriteString("share", Word(item.Share));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteString("level", content.DataLevel);
        json.WriteString("name", content.Name);
        json.WriteString("share", Word(content.Share));
        json.WriteString("system", content.SystemName);
        json.WriteString("ways", content.ShareWays);
        json.WriteEndObject();
    }

    /// <summary>The content of a row of the 负面清单.</summary>
    public static void Write(Utf8JsonWriter json, string name, string code, string reason, IReadOnlyList<NegativeProposalItem> items)
    {
        json.WriteStartObject();
        json.WriteString("code", code);
        json.WriteStartArray("items");
        foreach (var item in items) json.WriteStringValue(item.Name);
        json.WriteEndArray();
        json.WriteString("name", name);
        json.WriteString("reason", reason);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyList<Notice> notices)
    {
        json.WriteStartArray();
        foreach (var notice in notices)
        {
            json.WriteStartArray();
            json.WriteStringValue(notice.Kind.Code);
            json.WriteStringValue(notice.Subject);
            foreach (var arg in notice.Args) json.WriteStringValue(arg);
            json.WriteEndArray();
        }
        json.WriteEndArray();
    }

    // Enum.ToString finds the name anew each time; a million items ask.
    private static string? Word(ShareProperty? share) => share switch
    {
        ShareProperty.Unconditional => "Unconditional",
        ShareProperty.Conditional => "Conditional",
        ShareProperty.NotShared => "NotShared",
        _ => null,
    };

    private static string? Word(UpdateFrequency? frequency) => frequency?.ToString();
}

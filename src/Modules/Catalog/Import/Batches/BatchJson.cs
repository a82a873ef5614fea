using System.Text.Json;
using Qingdan.Catalog.Import.Fields;
using Qingdan.Platform.Sheets.Reading;
using Qingdan.Platform.Web;

namespace Qingdan.Catalog.Import.Batches;

/// <summary>The parts of a batch that stand in its row as JSON.</summary>
internal static class BatchJson
{
    public static SheetChoice ReadChoice(this ImportBatch batch) => Read<SheetChoice>(batch.Choice);

    public static ImportMapping ReadMapping(this ImportBatch batch) => Read<ImportMapping>(batch.Mapping);

    public static ImportSummary ReadSummary(this ImportBatch batch) => Read<ImportSummary>(batch.Summary);

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, JsonText.Readable);

    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, JsonText.Readable)!;
}

namespace Qingdan.Lists.Responsibilities;

/// <summary>A row's typed fields by the keys of its declaration: conditions of declared elements may ask for them.</summary>
internal static class EntryRecord
{
    /// <summary>Element → text, choices by the words that the declaration has for them.</summary>
    public static IReadOnlyDictionary<string, string?> Typed(this EntryInput input, EntryOrigin origin) => new Dictionary<string, string?>
    {
        ["name"] = input.Name, ["items"] = input.Items, ["share"] = $"{input.Share}", ["shareCondition"] = input.ShareCondition, ["shareWays"] = input.ShareWays, ["dutyType"] = input.DutyType.Text(),
        ["frequency"] = $"{input.Frequency}", ["systemName"] = input.SystemName, ["origin"] = origin.Text(), ["promisedOn"] = $"{input.PromisedOn:yyyy-MM-dd}", ["contact"] = input.Contact,
        ["dataLevel"] = input.DataLevel, ["note"] = input.Note,
    };

    /// <summary>What a unit writes about a catalogue row, with what the catalogue says.</summary>
    public static EntryInput Of(this EntryInput input, Entry row, IEnumerable<string> items) => input with
    {
        Name = row.Name, Items = string.Join('\n', items), Share = row.Share, ShareCondition = row.ShareCondition, ShareWays = row.ShareWays, Frequency = row.Frequency, SystemName = row.SystemName, DataLevel = row.DataLevel,
    };
}

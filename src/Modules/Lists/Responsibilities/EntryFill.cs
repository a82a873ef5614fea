using Qingdan.Platform.Database;
using Qingdan.Standards.Contracts.Declarations;

namespace Qingdan.Lists.Responsibilities;

/// <summary>Steps that every change of a row by hand takes.</summary>
internal static class EntryFill
{
    /// <summary>Takes over how the duty is met.</summary>
    public static void FillDuty(this Entry row, EntryInput input, DeclaredPart declared) =>
        (row.DutyType, row.PromisedOn, row.Contact, row.Note, row.Elements) = (input.DutyType, input.PromisedOn, input.Contact.Trim(), input.Note.Trim(), declared.Json(input.Elements, row.Elements));

    /// <summary>Takes over everything, for data outside the catalogue. Whoever writes it states it.</summary>
    public static void FillWhole(this Entry row, EntryInput input, DeclaredPart declared)
    {
        row.FillDuty(input, declared);
        (row.Name, row.Share, row.ShareStated, row.ShareCondition, row.ShareWays) = (input.Name.Trim(), input.Share, true, input.ShareCondition.Trim(), input.ShareWays);
        (row.Frequency, row.DataLevel, row.SystemName) = (input.Frequency, input.DataLevel, input.SystemName.Trim());
    }

    /// <summary>The items of the input as rows.</summary>
    public static IEnumerable<EntryItem> Rows(this EntryInput input, long entryId) =>
        input.ItemNames.Select((name, i) => new EntryItem { EntryId = entryId, Place = i + 1, Name = name, Share = input.Share });

    /// <summary>Puts the items of the input in place of the stored ones.</summary>
    public static async Task Replace(this Store store, long entryId, EntryInput input, CancellationToken cancel)
    {
        await store.Execute("DELETE FROM lists_entry_items WHERE entry_id = @id", cancel, ("id", entryId));
        store.AddRange(input.Rows(entryId));
    }
}

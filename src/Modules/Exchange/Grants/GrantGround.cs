using Qingdan.Lists.Contracts;

namespace Qingdan.Exchange.Grants;

/// <summary>
/// 依据: the entry that carries a grant. It is the row of the 责任清单; of data that the 负面清单 names, which no other list has, that entry carries what is met by its alternatives (核验、脱敏).
/// </summary>
internal static class GrantGround
{
    /// <summary>The entry, its number and its page; 0 where nothing in force carries the grant.</summary>
    public static (long Id, string Number, string Href) Of(ResourceInForce? lists, GrantedEntry[] items)
    {
        if (lists is { EntryId: not 0 }) return (lists.EntryId, lists.Number, $"/lists/responsibilities/{lists.EntryId}");
        return lists is { Forbidden: [var first, ..] } && Array.TrueForAll(items, i => i.Disclosure != Disclosure.Plain) ? (first.By.Id, first.By.Number, $"/lists/negatives/{first.By.Id}") : (0, "", "");
    }
}

using Qingdan.Lists.Contracts;

namespace Qingdan.Exchange.Grants;

/// <summary>
/// 依据: the entry that carries a grant. It is the row of the 责任清单; of data that the 负面清单 names, which no other list has, that entry carries what is met by its alternatives (核验、脱敏).
/// </summary>
/// <param name="Id">The entry; 0 where nothing in force carries the grant.</param>
/// <param name="Number">That row's number.</param>
/// <param name="Negative">True when it is a row of the 负面清单.</param>
internal readonly record struct GrantGround(long Id, string Number, bool Negative)
{
    /// <summary>That row's page.</summary>
    public string Href => Id == 0 ? "" : Negative ? $"/lists/negatives/{Id}" : $"/lists/responsibilities/{Id}";

    /// <summary>What carries a grant of these items.</summary>
    public static GrantGround Of(ResourceInForce? lists, GrantedEntry[] items)
    {
        if (lists is { EntryId: not 0 }) return new(lists.EntryId, lists.Number, false);
        return lists is { Forbidden: [var first, ..] } && Array.TrueForAll(items, i => i.Disclosure != Disclosure.Plain) ? new(first.By.Id, first.By.Number, true) : new(0, "", false);
    }
}

using Qingdan.Exchange.Grants;
using Qingdan.Lists.Contracts;

namespace Qingdan.Exchange.Decisions;

/// <summary>A grant as the gateway reads it: what it lets through today, after the lists have had their say.</summary>
/// <param name="Id">The grant.</param>
/// <param name="Number">Its number: two grants on one resource are told apart by it.</param>
/// <param name="ProviderId">提供单位.</param>
/// <param name="Ground">The entry that carries it.</param>
/// <param name="Leaves">What leaves; shared by all grants with the same items.</param>
/// <param name="Blocked">Granted items that a list stops, with what stops them; null for none.</param>
/// <param name="From">The first day, as <see cref="DateOnly.DayNumber"/>.</param>
/// <param name="Until">The last day.</param>
/// <param name="Quota">Calls a day; 0 for no limit.</param>
/// <param name="Rate">Calls a second; 0 for no limit.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Suspended">暂停提供: the responsibility itself is suspended.</param>
/// <param name="Purpose">使用用途.</param>
/// <param name="Reason">Why it is suspended or ended.</param>
/// <param name="Revision">As which it was last written.</param>
internal sealed record GrantRow(
    long Id, string Number, long ProviderId, GrantGround Ground, GrantedSet Leaves, BlockedItem[]? Blocked, int From, int Until, int Quota, int Rate, GrantState State, bool Suspended,
    string Purpose, string Reason, long Revision)
{
    /// <summary>The items that leave.</summary>
    public GrantedEntry[] Items => Leaves.Items;

    /// <summary>True when none is left; here, so that deciding looks no further.</summary>
    public bool LeavesNothing { get; } = Leaves.Items.Length == 0;
}

/// <summary>A granted item that the 负面清单 stops.</summary>
internal sealed record BlockedItem(long ItemId, ForbiddingEntry By);

using Qingdan.Platform.Web;

namespace Qingdan.Lists.Availability;

/// <summary>Whether a unit may use an item today.</summary>
public enum Verdict
{
    /// <summary>已授权，可以使用.</summary>
    Granted,

    /// <summary>已授权，但用途不同: what was granted for one purpose may not be used for another.</summary>
    OtherPurpose,

    /// <summary>无条件共享: granted after the formal check of a demand.</summary>
    Direct,

    /// <summary>有条件共享: the provider answers a demand.</summary>
    OnConsent,

    /// <summary>不予共享: it stands in the negative list.</summary>
    Forbidden,

    /// <summary>暂停提供: nobody may use it for the time being.</summary>
    Suspended,

    /// <summary>拟列入: nobody has confirmed it.</summary>
    Proposed,

    /// <summary>未列入清单.</summary>
    Unlisted,
}

/// <summary>The answer for one item, with the entry and the clause it follows from.</summary>
/// <param name="ItemId">The item; 0 for the whole resource.</param>
/// <param name="Said">The verdict in a Chinese sentence, a key of its translation.</param>
/// <param name="Condition">共享条件, or the purpose it was granted for.</param>
/// <param name="Entry">Number of the entry; empty when it has none.</param>
/// <param name="EntryAddress">Its page; empty when there is no entry.</param>
/// <param name="Clause">The clause, as Chinese documents cite it.</param>
/// <param name="Alternatives">替代方式, separated by ；.</param>
/// <param name="CaseId">The case by which it was granted; 0 for none.</param>
/// <param name="Until">The last day of use.</param>
public sealed record ItemAvailability(
    long ItemId, string Name, Verdict Verdict, string Said, Tone Tone, string Condition, string Entry, string EntryAddress, string Clause, string Alternatives, long CaseId, string Case, DateOnly? Until);

/// <summary>The answer for a resource, item by item.</summary>
public sealed record AvailabilityView(long ResourceId, string? Code, string Resource, string Provider, long UnitId, string Unit, string Purpose, DateOnly On, IReadOnlyList<ItemAvailability> Items);

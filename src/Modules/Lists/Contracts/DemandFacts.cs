using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Lists.Contracts;

/// <summary>A listed demand, as those see it who handle it further.</summary>
/// <param name="Id">Which.</param>
/// <param name="Number">需求编号; empty as long as the unit has no code.</param>
/// <param name="UnitId">需求单位.</param>
/// <param name="ProviderId">提供单位; 0 where nobody has said who it is.</param>
/// <param name="InCatalog">目录内.</param>
/// <param name="Basis">使用依据: law and clause.</param>
/// <param name="Regional">区域授权: asked for the use of the whole district.</param>
/// <param name="Personal">是否含个人信息, in Chinese.</param>
/// <param name="Insist">坚持提交: why it asks for a forbidden item all the same; empty when it does not.</param>
public sealed record DemandFacts(
    long Id, string Number, string Name, long UnitId, long ProviderId, bool InCatalog, string Scenario, string Basis, string Scope, bool Regional, string Purpose, string Way,
    DateOnly? StartsOn, DateOnly? EndsOn, string Personal, bool Committed, string Insist, IReadOnlyList<DemandedItem> Items, IReadOnlyList<DemandAttachment> Files);

/// <summary>An item of a demand, by where it stands in the catalogue.</summary>
/// <param name="Id">Which row of the demand.</param>
/// <param name="Regional">区域授权.</param>
/// <param name="EndsOn">使用时限, to.</param>
/// <param name="Purpose">使用用途.</param>
public sealed record AskedItem(long Id, long DemandId, long ResourceId, long ItemId, bool Regional, DateOnly? EndsOn, string Purpose);

/// <summary>附件 of a demand, fetched at <see cref="Href"/>.</summary>
/// <param name="Kind">What it shows, in Chinese.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Digest">SHA-256 in hexadecimal.</param>
public sealed record DemandAttachment(long Id, long DemandId, string Name, string Kind, long Length, string Digest, string Person, DateTimeOffset At)
{
    /// <summary>Where those fetch it to whom it is open: the unit that asks, its provider, its district, the city.</summary>
    public string Href => $"/lists/demands/{DemandId}/files/{Id}";
}

/// <summary>A wanted item with what the lists say of it today.</summary>
/// <param name="Id">Which row of the demand.</param>
/// <param name="ResourceId">Its resource; 0 outside the catalogue.</param>
/// <param name="Resource">Name of its resource; empty outside the catalogue.</param>
/// <param name="ItemId">Its item; 0 for the whole resource or outside.</param>
/// <param name="Share">Its share property where the responsibility list has it; null otherwise.</param>
/// <param name="Condition">The conditions that the list states.</param>
/// <param name="Forbidden">The clause of its negative entry; empty when none is in force.</param>
/// <param name="Alternatives">Other ways that the negative entry offers.</param>
public sealed record DemandedItem(long Id, long ResourceId, string Resource, long ItemId, string Name, string Note, bool Required, ShareProperty? Share, string Condition, string Forbidden, string Alternatives);

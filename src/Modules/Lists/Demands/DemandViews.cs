using Qingdan.Lists.Contracts;
using Qingdan.Lists.Demands.Repeats;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts;
using Qingdan.Records.Contracts.Shelves;
using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Demands;

/// <summary>One row of the list page and its exports. Words are Chinese keys of their translations; names are data.</summary>
public sealed record DemandRow(
    long Id, string Number, string Name, string Unit, string Provider, bool InCatalog, IReadOnlyList<string> ItemNames, string Scenario, string Basis, string Scope, bool Regional, string Purpose, string Way, string Frequency,
    DateOnly? StartsOn, DateOnly? EndsOn, string Personal, string Urgency, string State, Tone Tone, DateTimeOffset ChangedAt, DateTimeOffset? ListedAt, IReadOnlyDictionary<string, string> Elements);

/// <summary>The list page.</summary>
public sealed record DemandListView(
    IReadOnlyList<Facet> States, IReadOnlyList<Facet> Units, IReadOnlyList<Facet> Providers, IReadOnlyList<Facet> Kinds, IReadOnlyList<DemandRow> Rows,
    string State, bool Narrows, int Page, int Size, long Total);

/// <summary>A wanted item with what the lists already say about it.</summary>
/// <param name="Key">resource:item, as the form sends it.</param>
/// <param name="ItemId">The catalogue item; 0 for the whole resource.</param>
/// <param name="Word">The list it stands in.</param>
/// <param name="Share">Its share property, by its Chinese name; empty when undetermined or forbidden.</param>
/// <param name="Text">Conditions, or the clause that forbids it.</param>
/// <param name="Alternatives">Other ways when it is forbidden.</param>
/// <param name="NegativeId">The entry that forbids it; 0 for none.</param>
public sealed record WantedItemView(string Key, long ItemId, string Name, string Note, bool Wanted, string Word, Tone Tone, string Share, string Text, string Alternatives, long NegativeId)
{
    /// <summary>可选.</summary>
    public bool Optional { get; init; }

    /// <summary>The grant by which the unit may use it already; null for none.</summary>
    public GrantView? Granted { get; init; }

    /// <summary>数源: unit and name; empty where none is named.</summary>
    public string Source { get; init; } = "";
}

/// <summary>The items of one catalogue row.</summary>
public sealed record WantedResourceView(long Id, string Name, string Code, IReadOnlyList<WantedItemView> Items);

/// <summary>Another demand of the same unit with the same items.</summary>
public sealed record SimilarDemandView(long Id, string Number, string Name, string State, int Items);

/// <summary>What is known before a demand goes out.</summary>
public sealed record DemandKnownView(IReadOnlyList<WantedResourceView> Resources, IReadOnlyList<SimilarDemandView> Similar)
{
    /// <summary>The wanted items that the law forbids to share.</summary>
    public IReadOnlyList<WantedItemView> Forbidden => [.. Resources.SelectMany(r => r.Items).Where(i => i.Wanted && i.NegativeId != 0)];

    /// <summary>The wanted items that the unit may use already.</summary>
    public IReadOnlyList<WantedItemView> Granted => [.. Resources.SelectMany(r => r.Items).Where(i => i is { Wanted: true, Granted: not null })];
}

/// <summary>What this person may do with the demand now.</summary>
/// <param name="Writes">Of its unit, and may write for it.</param>
/// <param name="Edit">Write and hand in.</param>
/// <param name="Consent">Consent as the head, or record the head's sheet.</param>
/// <param name="OnPaperOnly">Only record a sheet that was signed on paper.</param>
/// <param name="Check">The formal check of the data centre.</param>
/// <param name="Pass">The verdict of the district.</param>
/// <param name="Withdraw">Take it back.</param>
/// <param name="Designate">Say who is to provide.</param>
/// <param name="Follow">See what becomes of it: the two units and the city.</param>
public sealed record DemandMay(bool Writes, bool Edit, bool Consent, bool OnPaperOnly, bool Check, bool Pass, bool Withdraw, bool Designate, bool Follow)
{
    /// <summary>本区办理: answer it in the district, which has the data; for its head to say.</summary>
    public bool TakeByDistrict { get; init; }
}

/// <summary>The page of one demand.</summary>
/// <param name="Answer">By when the provider would have to answer.</param>
/// <param name="BasisDoubt">That its basis is not the law today, and what is; null when there is nothing to say.</param>
/// <param name="OfDistrict">Its unit is of a district and may ask for the whole of it.</param>
public sealed record DemandView(
    DemandRow Row, DemandInput Input, long UnitId, string UnitName, string ProviderName, DemandKnownView Known, IReadOnlyList<SignOff> SignOffs, int Edit, DateTimeOffset CreatedAt, DateTimeOffset? SubmittedAt,
    Sentence? Answer, DemandMay May, IReadOnlyList<RepeatBeside> Beside, IReadOnlyList<DemandAttachment> Files, Sentence? BasisDoubt, bool OfDistrict);

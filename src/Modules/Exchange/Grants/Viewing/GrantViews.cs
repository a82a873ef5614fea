using Qingdan.Platform.Web;

namespace Qingdan.Exchange.Grants.Viewing;

/// <summary>A grant in a list. Words are Chinese keys of their translations; names are data.</summary>
/// <param name="Application">The application that calls; empty until one is named.</param>
public sealed record GrantLine(long Id, string Number, long ResourceId, string Resource, string Unit, string Provider, long ApplicationId, string Application, string Purpose, string State, Tone Tone, DateOnly StartsOn, DateOnly? EndsOn, int Quota, int Rate);

/// <summary>The list. <paramref name="Next"/>: give it as <c>before</c> for older ones; null at the end.</summary>
/// <param name="Tab">Name of a state, <c>Unbound</c>, or empty for all.</param>
public sealed record GrantListView(string Tab, IReadOnlyList<KeyValuePair<string, string>> Tabs, IReadOnlyList<GrantLine> Rows, long? Next);

/// <summary>An item that is granted.</summary>
/// <param name="Way">How it leaves, a Chinese word.</param>
/// <param name="Stopped">The clause that stops it now; empty when it leaves.</param>
/// <param name="StoppedBy">The entry of the 负面清单; 0 for none.</param>
/// <param name="Carried">False for one that the entry of the 责任清单 does not name.</param>
public sealed record GrantItemView(long ItemId, string Name, string Way, string Stopped, long StoppedBy, bool Carried);

/// <summary>One thing that happened.</summary>
public sealed record GrantStepView(string Act, string Note, string Unit, string Person, DateTimeOffset At);

/// <summary>The page of a grant.</summary>
/// <param name="EntryId">The entry that carries it; 0 when none is in force.</param>
/// <param name="EntryHref">Its page.</param>
/// <param name="Lets">True when anything gets through now.</param>
/// <param name="Reason">Why it is suspended or ended.</param>
/// <param name="ByCase">True while its case suspends it, which lifts it again.</param>
/// <param name="ByPlatform">True while the data centre suspends it, which lifts it again.</param>
/// <param name="CaseReason">Why its case does.</param>
/// <param name="PlatformReason">Why the data centre does.</param>
/// <param name="Regional">区域授权.</param>
/// <param name="ParentId">The district's grant under which it stands; 0 for none.</param>
/// <param name="Users">The units of the district that use it, as grants of their own.</param>
/// <param name="MayShare">True for who may use it for another unit of the district.</param>
/// <param name="Applications">The unit's admitted applications, to choose from; empty for who may not.</param>
public sealed record GrantView(
    GrantLine Row, long CaseId, string Case, long EntryId, string Entry, string EntryHref, bool Lets, IReadOnlyList<GrantItemView> Items, string Reason, bool ByCase, bool ByPlatform, string CaseReason, string PlatformReason, IReadOnlyList<GrantStepView> Steps, int Edit, bool MayBind, bool MaySuspend, bool MayResume,
    bool MayLimit, bool Regional, long ParentId, IReadOnlyList<GrantLine> Users, bool MayShare, IReadOnlyList<Option> Applications);

using Qingdan.Platform.Web;

namespace Qingdan.Exchange.Mounts.Viewing;

/// <summary>A mount in the list. Words are Chinese keys of their translations; names are data.</summary>
/// <param name="State">挂接状态.</param>
/// <param name="Tone">Its colour.</param>
/// <param name="SucceededAt">When it last answered a call of ours.</param>
/// <param name="FailingDays">For how many days it has failed; null while it answers.</param>
/// <param name="DataOn">Of which day its data were.</param>
public sealed record MountRow(long Id, string Name, long ResourceId, string Resource, long ProviderId, string Provider, string Host, string State, Tone Tone, DateTimeOffset? SucceededAt, int? FailingDays, DateOnly? DataOn, int Edit);

/// <summary>A page of mounts.</summary>
/// <param name="Narrows">True when filters are set.</param>
/// <param name="Keeps">True for who may mount.</param>
/// <param name="Units">Providers to choose from; empty for who sees one only.</param>
public sealed record MountListView(IReadOnlyList<MountRow> Rows, bool Narrows, bool Keeps, IReadOnlyList<KeyValuePair<long, string>> Units, int Page, int Total)
{
    /// <summary>Rows a page.</summary>
    public const int Size = 50;
}

/// <summary>An item with its place.</summary>
/// <param name="Mask">How it is masked, in Chinese.</param>
public sealed record MountedItem(long ItemId, string Name, string Path, string Mask);

/// <summary>A parameter as shown: the value of a fixed one may be a key and is not.</summary>
/// <param name="Item">Name of the item it filters by; empty for none.</param>
public sealed record ShownParameter(string Name, bool Passed, string Item, bool Required, IReadOnlyList<string> Allowed);

/// <summary>One mount.</summary>
/// <param name="Draft">As it is stored, without its secret.</param>
/// <param name="Credential">How the platform is known, in Chinese.</param>
/// <param name="Failure">Why it fails, a Chinese sentence; empty while it answers.</param>
/// <param name="Unplaced">Names of items without a place.</param>
/// <param name="Keeps">True for who may change it.</param>
/// <param name="InService">True while the gateway calls it.</param>
public sealed record MountView(
    MountRow Row, MountDraft Draft, string Credential, IReadOnlyList<MountedItem> Items, IReadOnlyList<string> Unplaced, IReadOnlyList<ShownParameter> Parameters,
    bool Keeps, bool InService, DateTimeOffset? TriedAt, DateTimeOffset? ProbedAt, DateTimeOffset? FailingSince, string Failure, string StoppedWhy);

/// <summary>The form of a mount.</summary>
/// <param name="Id">0 for a new one.</param>
/// <param name="HasSecret">True when one is stored.</param>
/// <param name="Items">The resource's items: id and name, with the name of their column.</param>
public sealed record MountFormView(long Id, int Edit, long ResourceId, string Resource, MountDraft Draft, bool HasSecret, IReadOnlyList<FormItem> Items);

/// <summary>An item in the form.</summary>
public sealed record FormItem(long Id, string Name, string FieldName);

/// <summary>An allowed host.</summary>
public sealed record HostRow(long Id, string Host, string Why, string Person, DateTimeOffset At);

using Qingdan.Platform.Web;

namespace Qingdan.Exchange.Applications.Viewing;

/// <summary>An application in a list. Words are Chinese keys of their translations; names are data.</summary>
/// <param name="Grants">Grants in force that name it.</param>
public sealed record ApplicationRow(long Id, string Name, long UnitId, string Unit, string ClientId, string State, Tone Tone, string Purpose, string Allowlist, int Grants, string AskedBy, DateTimeOffset AskedAt);

/// <summary>The list. <paramref name="Tab"/>: name of a state, empty for all. <paramref name="Next"/>: give it as <c>before</c> for older ones; null at the end.</summary>
public sealed record ApplicationListView(string Tab, IReadOnlyList<KeyValuePair<string, string>> Tabs, IReadOnlyList<ApplicationRow> Rows, long? Next, bool MayAsk);

/// <summary>A secret, by its last characters. <paramref name="Until"/>: when it stops; null while it is the newest.</summary>
public sealed record SecretView(string Ending, string MadeBy, DateTimeOffset MadeAt, DateTimeOffset? Until);

/// <summary>What a change asks for.</summary>
public sealed record AskedChange(string Name, string Purpose, string Allowlist);

/// <summary>The page of an application.</summary>
/// <param name="Asked">What a change asks for; null while none is asked.</param>
public sealed record ApplicationView(
    ApplicationRow Row, AskedChange? Asked, string Opinion, string DecidedBy, DateTimeOffset? DecidedAt, IReadOnlyList<SecretView> Secrets, int Edit, bool MayDecide, bool MayChange, bool MayRotate, bool MayEnd);

/// <summary>The form of an application; <paramref name="Id"/> is 0 for a new one.</summary>
public sealed record ApplicationFormView(long Id, int Edit, string Name, string Purpose, string Allowlist);

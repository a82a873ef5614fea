namespace Qingdan.Exchange.Usage.Viewing;

/// <summary>How a grant, a unit or a resource was used in some days.</summary>
/// <param name="Id">Which.</param>
/// <param name="Name">Its name or number.</param>
/// <param name="Beside">What else it is known by.</param>
/// <param name="Href">Its page.</param>
/// <param name="LastAt">The last call; null where there was none.</param>
/// <param name="Today">What today took of the quota: calls that went to the provider.</param>
/// <param name="Quota">调用额度 a day of a grant; 0 for none, and for units and resources, which have none.</param>
public sealed record UseLine(long Id, string Name, string Beside, string Href, long Answered, long Refused, long Failed, long Rows, long Bytes, DateTimeOffset? LastAt, long Today, int Quota = 0);

/// <summary>The calls of a day.</summary>
public sealed record UseDay(DateOnly Day, long Answered, long Refused, long Failed);

/// <summary>What was done about calls beyond the grant. <paramref name="Measure"/> is a Chinese word.</summary>
public sealed record FollowUpView(string Measure, string Note, string Person, DateTimeOffset At);

/// <summary>Calls that were refused, by reason. <paramref name="Text"/> is a Chinese sentence, a key of its translation.</summary>
/// <param name="FollowUp">What was done about them last; null for nothing.</param>
/// <param name="Open">True for calls beyond the grant after which nothing was done yet.</param>
public sealed record RefusalLine(string Code, string Text, bool BeyondScope, long ApplicationId, string Application, long ResourceId, string Resource, long Total, DateTimeOffset LastAt, FollowUpView? FollowUp, bool Open);

/// <summary>The page of the use.</summary>
/// <param name="By">grant, unit, resource, refused or unused.</param>
/// <param name="Days">So many days back, today among them.</param>
public sealed record UseView(string By, int Days, IReadOnlyList<UseDay> Course, IReadOnlyList<UseLine> Lines, IReadOnlyList<RefusalLine> Refusals, bool MayFollowUp);

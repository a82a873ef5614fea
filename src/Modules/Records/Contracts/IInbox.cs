using Qingdan.Platform.Identity;

namespace Qingdan.Records.Contracts;

/// <summary>A tab of the inbox beside 待办: 在办, 已办, 办结, 待阅.</summary>
/// <param name="Text">Chinese name.</param>
/// <param name="Href">Its page.</param>
/// <param name="Count">How many; null where it is not counted.</param>
/// <param name="More">True when there are more than were counted.</param>
public sealed record InboxTab(string Text, string Href, long? Count = null, bool More = false);

/// <summary>What stands in the inbox beside 待办; the module that follows matters on their way supplies it.</summary>
public interface IInbox
{
    /// <summary>The tabs of a person, in their order.</summary>
    Task<IReadOnlyList<InboxTab>> Tabs(Actor actor, CancellationToken cancel);
}

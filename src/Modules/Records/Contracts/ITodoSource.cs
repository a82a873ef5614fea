using Qingdan.Platform.Identity;

namespace Qingdan.Records.Contracts;

/// <summary>待办: one thing that waits for a person. Texts are Chinese and translated when shown; names are data.</summary>
/// <param name="Title">The thing, by name.</param>
/// <param name="Code">Its number, or the empty text.</param>
/// <param name="Step">Where it stands: 待本单位审签.</param>
/// <param name="Task">What this person is to do.</param>
/// <param name="Action">The words on the button.</param>
/// <param name="Href">Where it is done.</param>
/// <param name="From">The unit it came from, by id; 0 for the system.</param>
/// <param name="Since">Since when it waits for this person.</param>
/// <param name="Args">Values for the placeholders of <paramref name="Task"/> and <paramref name="Title"/>.</param>
public sealed record Todo(string Title, string Code, string Step, string Task, string Action, string Href, long From, DateTimeOffset Since, params object[] Args);

/// <summary>What a module can say about whose turn it is. One statement a source.</summary>
public interface ITodoSource
{
    /// <summary>The group, Chinese: 负面清单.</summary>
    string Kind { get; }

    /// <summary>What waits for this person now, the longest waiting first, at most <paramref name="most"/>.</summary>
    Task<IReadOnlyList<Todo>> For(Actor actor, int most, CancellationToken cancel);
}

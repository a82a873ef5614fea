using Qingdan.Platform.Identity;

namespace Qingdan.Platform.Web;

/// <summary>What a page is about, for other modules.</summary>
public enum PageSubject
{
    /// <summary>数据目录 and what the lists say of it.</summary>
    Resource,

    /// <summary>需求办理.</summary>
    Case,
}

/// <summary>What another module knows of the thing a page is about: one line with its page.</summary>
/// <param name="Name">What it is: data, or a Chinese word to be translated.</param>
/// <param name="Href">Its page.</param>
/// <param name="Text">Chinese sentence with placeholders.</param>
/// <param name="Args">Values: texts and whole numbers.</param>
public sealed record PageNote(string Name, string Href, string Text, params object[] Args);

/// <summary>Notes for the pages of other modules; a module registers one.</summary>
public interface IPageNotes
{
    /// <summary>What this person may know of a thing.</summary>
    Task<IReadOnlyList<PageNote>> About(PageSubject subject, long id, Actor actor, CancellationToken cancel);
}

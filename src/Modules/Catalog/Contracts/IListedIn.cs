namespace Qingdan.Catalog.Contracts;

/// <summary>在哪张清单里: the lists tell where a resource stands, for its page. Several modules may implement it.</summary>
public interface IListedIn
{
    /// <summary>The places, already translated, each with the path of its page.</summary>
    Task<IReadOnlyList<(string Text, string Href)>> Of(long resourceId);
}

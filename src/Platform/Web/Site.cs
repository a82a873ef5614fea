namespace Qingdan.Platform.Web;

/// <summary>What the page shell says about the program; the host registers one. Texts are Chinese and translated when shown.</summary>
/// <param name="Name">Short Chinese name in the top bar.</param>
/// <param name="EnglishName">The same on English pages; the word may mean something else elsewhere.</param>
/// <param name="Subtitle">Long name beside it.</param>
/// <param name="SearchPath">Where the search form of the top bar goes, with <c>q</c>.</param>
/// <param name="SearchLabel">What can be found there.</param>
/// <param name="SuggestPath">Where names are asked for while something is typed there.</param>
/// <param name="RoleNames">Role → name, in the order in which a person's roles are shown.</param>
public sealed record Site(string Name, string EnglishName, string Subtitle, string SearchPath, string SearchLabel, string SuggestPath, IReadOnlyDictionary<string, string> RoleNames)
{
    /// <summary>The name in the reader's language.</summary>
    public string NameFor(bool english) => english ? EnglishName : Name;
}

/// <summary>A sentence in the footer of each page, Chinese; modules register theirs.</summary>
public sealed record FooterText(string Text);

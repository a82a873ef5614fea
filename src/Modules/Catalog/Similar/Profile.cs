using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Catalog.Similar;

/// <summary>What of a resource in force is compared with others.</summary>
/// <param name="Id">Which.</param>
/// <param name="Provider">The unit that has it, after merges.</param>
/// <param name="Area">The district or the 街镇 whose data they are; empty for the whole city.</param>
/// <param name="Name">Its name, and what is left of it.</param>
/// <param name="System">来源系统 without spaces and punctuation; empty when not written.</param>
/// <param name="Share">共享属性.</param>
/// <param name="Items">Names of its items without spaces and punctuation; of a very long one the first 300.</param>
internal sealed record Profile(long Id, long Provider, string Area, string FullName, NameRoot Name, string System, ShareProperty? Share, IReadOnlySet<string> Items)
{
    /// <summary>Fewer items say nothing by themselves: 姓名 and 身份证号 stand everywhere.</summary>
    public const int FewestItems = 3;

    /// <summary>Most items that are looked at.</summary>
    public const int MostItems = 300;

    /// <summary>True when its items say something.</summary>
    public bool HasItems => Items.Count >= FewestItems;

    /// <summary>True when they tell of two areas: each district and each 街镇 has data of its own under one name.</summary>
    public bool OtherArea(Profile other) => Area.Length > 0 && other.Area.Length > 0 && Area != other.Area;

    /// <summary>Its keys: one of the name, and bands over the items.</summary>
    public IEnumerable<long> Keys() => (HasItems ? Print.Keys(Print.Of([.. Items])) : []).Prepend(Print.Key(Name.Text)).Distinct();

    /// <summary>What it looks like as a whole, name and items: by it one sees later whether it changed much.</summary>
    public string Look() => Print.Text(Print.Of([.. Bigrams(Name.Text), .. Items]));

    /// <summary>The pairs of neighbouring characters of a text; of a single character itself.</summary>
    public static HashSet<string> Bigrams(string text) => text.Length < 2 ? [text] : [.. Enumerable.Range(0, text.Length - 1).Select(i => text.Substring(i, 2))];
}

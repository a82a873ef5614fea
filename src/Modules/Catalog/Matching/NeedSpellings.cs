using System.Text.RegularExpressions;

namespace Qingdan.Catalog.Matching;

/// <summary>The few words that tell the parts of a sentence of need, and a document from data. From the reading of published statements and catalogues, no text of a standard.</summary>
internal static partial class NeedSpellings
{
    /// <summary>Where it begins to say what for.</summary>
    [GeneratedRegex("用于|用以|以便")]
    public static partial Regex Purpose();

    /// <summary>The beginning of a clause that names units.</summary>
    [GeneratedRegex("[^,，。;；()（）]*(?:部门|机关|机构|主管)")]
    public static partial Regex Units();

    /// <summary>In the name of a document.</summary>
    [GeneratedRegex("通知|办法|方案|意见|通告|解读|规定|细则|公告|《")]
    public static partial Regex Document();
}

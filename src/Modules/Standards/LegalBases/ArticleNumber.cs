using System.Globalization;
using Qingdan.Standards.Contracts;

namespace Qingdan.Standards.LegalBases;

/// <summary>The number of an article as people write it: 28, 第28条, 第二十八条.</summary>
internal static class ArticleNumber
{
    /// <summary>The number; null when it is none. A bare numeral in characters is a word, no number.</summary>
    public static int? Of(string word)
    {
        var bare = word.TrimStart('第').TrimEnd('条');
        return int.TryParse(bare, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : word.StartsWith('第') && word.EndsWith('条') ? ChineseNumber.Read(bare) : null;
    }
}
